import type { Month } from './rules/calendar.ts';

export const ACTIVITY_KINDS = ['met', 'online', 'talked'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** That the two of a pair were in touch on a day, as one of them wrote it down. */
export interface Activity {
  readonly id: string;
  readonly writtenBy: string;
  readonly kind: ActivityKind;
  readonly happenedOn: Temporal.PlainDate;
  /** Of their time together. */
  readonly month: Month;
  readonly minutes: number | null;
}
