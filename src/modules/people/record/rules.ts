import type { AuditLine } from '../../../platform/audit/read.ts';

/** Acts with a sentence of their own; every other act gets the sentence of its area and outcome. */
export const NAMED_ACTIONS = [
  'people.profile.viewed',
  'people.role.granted',
  'people.role.ended',
  'people.access.ended',
  'people.access.restored',
] as const;

/** Areas of the house by the first word of an act. */
export const AREAS = ['people', 'trust', 'spot', 'conversations', 'files'] as const;

/** Keys of the sentences that tell what was done: the act itself, or its area and whether it was seen, done or refused. */
export type RecordWords =
  | { readonly action: (typeof NAMED_ACTIONS)[number] }
  | { readonly area: (typeof AREAS)[number] | 'other'; readonly outcome: AuditLine['outcome'] };

/** Which sentence tells an act. A refused act never gets the sentence of one that was done. */
export function wordsFor(line: Pick<AuditLine, 'action' | 'outcome'>): RecordWords {
  const action = NAMED_ACTIONS.find((named) => named === line.action);
  if (action && line.outcome !== 'refused') return { action };
  const area = AREAS.find((name) => line.action.startsWith(`${name}.`)) ?? 'other';
  return { area, outcome: line.outcome };
}

export const RECORD_ROLES = [
  'administrator',
  'coordinator',
  'treasurer',
  'expert',
  'tutor',
  'volunteer',
  'resident',
  'program',
] as const;

/** The role in which somebody acted, as it is told; `other` for one without a word. */
export function roleFor(role: string): (typeof RECORD_ROLES)[number] | 'other' {
  return RECORD_ROLES.find((known) => known === role) ?? 'other';
}
