import type { MatterState } from '../types.ts';

export type OfficeStanding = 'proposed' | 'agreed' | 'over';

interface Dates {
  readonly agreedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

/** How it stands that somebody goes to an office; the way there stays with them when their matter is closed. */
export function officeStanding({ agreedAt, endedAt }: Dates, matterState: MatterState): OfficeStanding {
  if (endedAt || (!agreedAt && matterState === 'closed')) return 'over';
  return agreedAt ? 'agreed' : 'proposed';
}
