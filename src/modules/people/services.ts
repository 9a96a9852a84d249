import type { VNode } from 'preact';
import type { Database } from '../../platform/database/connect.ts';
import type { Files } from '../../platform/files/files.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import type { PersonalDataMap } from '../../platform/personal-data.ts';

/** Words that somebody wrote to the person whose data it is. */
export interface ReceivedWords {
  /** The writer's name, as the reader sees it. */
  readonly from: string;
  readonly words: string;
  readonly sent_at: Temporal.Instant;
}

/** What this module is handed by the house. */
export interface PeopleServices {
  /** What the whole database can hold of people: by it somebody is erased, and gets their data. */
  readonly personalDataMaps?: readonly PersonalDataMap[];
  /** What others wrote to somebody, for the file of their data: as their screen shows it. */
  readonly listReceived?: (
    db: Database,
    personId: string,
    locale: Locale,
  ) => Promise<readonly ReceivedWords[]>;
  /** Where the photos lie that somebody takes with them. */
  readonly files?: Files;
  /** How a volunteer stands, for the coordinator who opens their page. */
  readonly glanceAtVolunteer?: (
    db: Database,
    about: { readonly personId: string; readonly readerId: string; readonly now: Temporal.Instant },
  ) => Promise<VNode>;
}
