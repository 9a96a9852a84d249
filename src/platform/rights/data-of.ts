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

/**
 * Acts in the audit of which whoever they are about is told, and those that are withheld from them: they would tell of a
 * concern, of a note about somebody, or of nobody's record. An act that nobody has decided upon is withheld, and a test asks.
 */
export interface RecordActs {
  readonly told: readonly string[];
  readonly withheld: readonly string[];
}

/** What a module says of personal data: all of which every right is derived. */
export interface HoldsData {
  readonly name: string;
  /**
   * With the words of its maps: `kept_<rule>`, `after_<moment>`, `law_<source>`, and `data_<column>` for what is exported;
   * and of its acts: `area_<module>`, and `record_<act>` for those with a sentence of their own.
   */
  readonly messages: RefusalCatalog;
  readonly personalData?: PersonalDataMap;
  readonly dataOf?: DataOf;
  readonly recordActs?: RecordActs;
}
