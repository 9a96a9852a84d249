import type { VNode } from 'preact';
import type { Database } from '../../platform/database/connect.ts';
import type { Files } from '../../platform/files/files.ts';
import type { HoldsData } from '../../platform/rights/data-of.ts';

/** What this module is handed by the house. */
export interface PeopleServices {
  /** All that hold data of people, this one among them: by what they say somebody is erased, and gets their data. */
  readonly modules?: readonly HoldsData[];
  /** Where the photos lie that somebody takes with them. */
  readonly files?: Files;
  /** Whether two people must not meet, whatever a page has shown them before. Without it no face opens. */
  readonly areKeptApart?: (db: Database, personId: string, otherId: string) => Promise<boolean>;
  /** How a volunteer stands, for the coordinator who opens their page. */
  readonly glanceAtVolunteer?: (
    db: Database,
    about: { readonly personId: string; readonly readerId: string; readonly now: Temporal.Instant },
  ) => Promise<VNode>;
}
