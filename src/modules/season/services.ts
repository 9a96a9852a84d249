import type { Database } from '../../platform/database/connect.ts';
import type { Locale } from '../../platform/languages/locales.ts';

/** An open table, or what else is held for everybody on one of these days. */
export interface Happening {
  readonly title: string;
  /** In which language that is. */
  readonly language: Locale;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly href: string;
}

/** What the year's end is handed by the house. */
export interface SeasonServices {
  /** What everybody can come to between two times. */
  happenings(
    db: Database,
    asked: {
      readonly now: Temporal.Instant;
      readonly from: Temporal.Instant;
      readonly until: Temporal.Instant;
      readonly locale: Locale;
    },
  ): Promise<readonly Happening[]>;
}
