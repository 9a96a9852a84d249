import type { Volunteer } from '../../matching/dispatch/types.ts';
import type { Database } from '../../platform/database/connect.ts';

/** A moment where the organization is. */
export interface Moment {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

/** From a day to the day before another. */
export interface Days {
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate;
}

/** A program's volunteers, as it knows them. Whether one of them may be asked just now, whoever judges says. */
export interface Volunteers {
  timeZoneOf(db: Database): Promise<string>;
  /** Who may be asked at all, in the order of ids. @param after the id to go on behind; null for the first */
  list(db: Database, after: string | null, atMost: number): Promise<readonly string[]>;
  /** Those of some people who may be asked at all. */
  among(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** What some of them are ranked by, as it is at this moment. @param days for which exceptions and pauses are wanted */
  read(db: Database, ids: readonly string[], moment: Moment, days: Days): Promise<readonly Volunteer[]>;
}
