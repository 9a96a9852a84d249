import type { ConsultationsState } from '../../platform/database/generated.ts';

export const FIELDS = [
  'residence',
  'work',
  'housing',
  'medical',
  'child_rearing',
  'education',
  'welfare',
  'family',
  'money',
  'law',
  'mind',
  'other',
] as const;
export type Field = (typeof FIELDS)[number];

export const URGENCIES = ['today', 'this_week', 'can_wait'] as const;
export type MatterUrgency = (typeof URGENCIES)[number];

export const OUTCOMES = ['solved', 'referred', 'withdrawn', 'unreachable'] as const;
export type MatterOutcome = (typeof OUTCOMES)[number];

export const ORIGINS = ['direct', 'spot', 'help_now'] as const;
export type Origin = (typeof ORIGINS)[number];

export type MatterState = ConsultationsState;

/** What everybody of the desk may see of a matter: nothing of what was written. */
export interface Matter {
  readonly id: string;
  readonly number: number;
  readonly residentId: string;
  readonly isAnonymous: boolean;
  readonly field: Field;
  readonly language: string;
  readonly urgency: MatterUrgency;
  readonly state: MatterState;
  readonly origin: Origin;
  readonly responsibleId: string | null;
  readonly inDanger: boolean;
  readonly isQuiet: boolean;
  readonly answerBy: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
  readonly outcome: MatterOutcome | null;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
}

/** How a matter is called wherever it is named: it says nothing of what it is about. */
export const numberOfMatter = ({ number }: Pick<Matter, 'number'>): string => `S-${number}`;

/** Whether whoever was responsible for a matter coordinates no more: nobody can act on it until somebody takes it over. */
export const isLeftAlone = ({ state, responsibleId }: Matter, coordinatorIds: readonly string[]): boolean =>
  state !== 'closed' && responsibleId !== null && !coordinatorIds.includes(responsibleId);
