import type { NewsKind } from '../../platform/news.ts';

/** Something to tell one person. */
export interface News {
  /** The same however often it is heard of: the event's id. */
  readonly occasion: string;
  readonly personId: string;
  readonly kind: NewsKind;
  readonly objectId: string | null;
}

/** A line of somebody's inbox. */
export interface InboxLine {
  readonly id: string;
  readonly kind: NewsKind;
  readonly objectId: string | null;
  readonly createdAt: Temporal.Instant;
  readonly readAt: Temporal.Instant | null;
}

/** Hours of the day in Japan during which mail waits; the same hour twice: none. */
export interface QuietHours {
  readonly fromHour: number;
  readonly untilHour: number;
}

export const USUAL_QUIET_HOURS: QuietHours = { fromHour: 21, untilHour: 8 };

/** What somebody has chosen. */
export interface Preferences {
  /** Names of groups that they don't want by mail. */
  readonly unwanted: ReadonlySet<string>;
  readonly quiet: QuietHours;
}
