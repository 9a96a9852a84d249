import type { VNode } from 'preact';
import type { Database } from '../database/connect.ts';

/** What of a program is agreed or proposed for times, which a change of the organization's hours may close. */
export interface Closing {
  /** @returns what the change closes, null where nothing */
  find(db: Database, change: HoursChange): Promise<Closed | null>;
}

export interface HoursChange {
  /** Whether something from an instant on, so many minutes long, is closed by the change, and was not before. */
  closes(startsAt: Temporal.Instant, minutes: number): boolean;
  readonly now: Temporal.Instant;
}

export interface Closed {
  readonly count: number;
  /** As much text as names all of it: another list needs another look. */
  readonly names: string;
  /** Items of a list. */
  readonly items: readonly VNode[];
}
