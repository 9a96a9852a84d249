import type { Database } from '../database/connect.ts';
import type { Locale } from '../languages/locales.ts';
import type { PersonalDataMap } from '../personal-data.ts';
import type { RefusalCatalog } from '../web/route.ts';

/**
 * What a module gives somebody of themselves that no row of theirs holds as it stands, such as what others wrote to them: lines
 * under a name, which `kept_<name>` says to people. A rule with `export: 'module'` promises it.
 */
export type DataOf = (
  db: Database,
  person: { readonly id: string; readonly locale: Locale },
) => Promise<Readonly<Record<string, readonly object[]>>>;

/** What a module says of personal data: all of which every right is derived. */
export interface HoldsData {
  readonly name: string;
  /** With the words of its maps: `kept_<rule>`, `after_<moment>`, `law_<source>`, and `data_<column>` for what is exported. */
  readonly messages: RefusalCatalog;
  readonly personalData?: PersonalDataMap;
  readonly dataOf?: DataOf;
}
