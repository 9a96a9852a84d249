/** What kind of personal data a column can hold, decides who sees it and how it leaves. */
type PersonalDataClass = 'identity' | 'contact' | 'sensitive' | 'money' | 'free_text';

interface PersonalColumn {
  readonly class: PersonalDataClass;
  /** What for, in words for the person concerned. */
  readonly purpose: string;
  /** Until when, and what happens then. */
  readonly retention: string;
}

/** Table (`schema.table`) → column → what it can hold; every column of every table stands in one module's map. */
export type PersonalDataMap = Readonly<Record<string, Readonly<Record<string, PersonalColumn | 'none'>>>>;
