import type { Database } from '../../platform/database/connect.ts';
import type { HelpHours } from './availability/rules.ts';

/** What this module is handed by the house. */
export interface PeopleServices {
  /** When help is given, by the rules of the program that gives it; without it, no hours are said. */
  readonly readHelpHours?: (db: Database) => Promise<HelpHours>;
}
