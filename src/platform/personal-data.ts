/** What kind of personal data a column can hold, decides who sees it and how it leaves. */
type PersonalDataClass = 'identity' | 'contact' | 'sensitive' | 'money' | 'free_text';

interface PersonalColumn {
  readonly class: PersonalDataClass;
  /** What for, in words for the person concerned. */
  readonly purpose: string;
  /** Until when, and what happens then. */
  readonly retention: string;
  /** Words that lie sealed (`sealed/`), and the columns that name their row: a seal holds for one row only. */
  readonly sealed?: readonly string[];
  /** Why words lie there to be read by whoever has the database. */
  readonly plain?: string;
}

/** Table (`schema.table`) → column → what it can hold; every column of every table stands in one module's map. */
export type PersonalDataMap = Readonly<Record<string, Readonly<Record<string, PersonalColumn | 'none'>>>>;
