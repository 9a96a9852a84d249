import type { Helpline } from '../../japanese/helplines/helplines.ts';

/** What kind of danger a text speaks of. */
export const DANGERS = ['medical', 'fire', 'violence', 'suicide', 'child', 'sexual_violence'] as const;
export type Danger = (typeof DANGERS)[number];

/** A helpline with what the organization found when it called. */
export interface CheckedHelpline {
  readonly helpline: Helpline;
  readonly verifiedOn: Temporal.PlainDate | null;
  readonly isHidden: boolean;
  /** "Call to check" stands beside it. */
  readonly needsCheck: boolean;
}
