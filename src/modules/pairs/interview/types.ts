import type { Given } from '../../../kits/questionnaires/index.ts';
import type { PairsInterviewOutcome } from '../../../platform/database/generated.ts';

export type InterviewOutcome = PairsInterviewOutcome;
export const INTERVIEW_OUTCOMES = ['fits', 'again', 'does_not_fit', 'missed'] as const;

/** A talk between an applicant and a coordinator. */
export interface Interview {
  readonly id: string;
  readonly applicationId: string;
  readonly hostId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly place: 'online' | 'place';
  /** The address to go to, or the link to open. */
  readonly whereWords: string;
  readonly seriesId: string;
  readonly sequence: number;
  readonly outcome: InterviewOutcome | null;
  /** For staff alone: answers to the guide. */
  readonly notes: Given | null;
}
