import type { VNode } from 'preact';
import type { Database } from '../../platform/database/connect.ts';
import type { Files } from '../../platform/files/files.ts';
import type { PersonalDataMap } from '../../platform/personal-data.ts';
import type { HelpHours } from './availability/rules.ts';

/** What this module is handed by the house. */
export interface PeopleServices {
  /** When help is given, by the rules of the program that gives it; without it, no hours are said. */
  readonly readHelpHours?: (db: Database) => Promise<HelpHours>;
  /** What the whole database can hold of people: by it somebody is erased, and gets their data. */
  readonly personalDataMaps?: readonly PersonalDataMap[];
  /** Where the photos lie that somebody takes with them. */
  readonly files?: Files;
  /** How a volunteer stands, for the coordinator who opens their page. */
  readonly glanceAtVolunteer?: (
    db: Database,
    about: { readonly personId: string; readonly readerId: string; readonly now: Temporal.Instant },
  ) => Promise<VNode>;
}
