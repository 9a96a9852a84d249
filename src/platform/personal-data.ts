import type { Setting } from './settings/settings.ts';

/** What kind of personal data a column can hold, decides who sees it and how it leaves. */
type PersonalDataClass = 'identity' | 'contact' | 'sensitive' | 'money' | 'free_text';

/**
 * From a row to a column: `ended_at` of the row itself; `request_id>spot.support_requests.ended_at` of the row that
 * `request_id` names, over as many rows as needed; `id<audit.entries.actor_id.at` of all rows whose `actor_id` is our `id`.
 */
export type Way = string;

/** What a term counts from, as `/privacy` says it: `after_<moment>` in the module’s messages. */
export type Moment = string;

/** One reason to keep something: until so long after a moment, and as long as that moment has not come. */
export interface Keeping {
  readonly after: Moment;
  readonly from: Way;
  /** ISO 8601, in calendar days of Japan; or the setting that holds a number of days. */
  readonly lasts: string | { readonly setting: Setting<unknown>; readonly days: string };
  /** Counts only for rows (of the way's end) with one of these values. */
  readonly where?: { readonly column: string; readonly is: readonly string[] };
}

/** Why something stays although its person has left. */
export type WhyKept = 'safety' | 'insurance' | 'proof' | 'figures' | 'soon_gone' | 'organization';

/**
 * What happens with personal data in the course of time, when its person asks for it, and when they leave. Forgetting,
 * export, erasure and `/privacy` are all derived from it (docs/decisions/0017).
 */
export interface Rule {
  /** What it is, said to people: `kept_<name>` in the messages of its module. */
  readonly name: string;
  /** To the id of whose data it is: author, owner or subject. Null for what is known to be nobody's. */
  readonly of: Way | null;
  /** To the id of whoever else it tells of: it goes with them too, and is never theirs to export. */
  readonly about?: Way;
  /** Kept while any of these holds; or until somebody ends it, at the latest with its person; or as long as its row. */
  readonly keep: readonly Keeping[] | 'as_long_as_person' | 'as_long_as_row';
  /** Not longer than this, whatever else holds. */
  readonly atMost?: Keeping;
  /** When nothing keeps it: the row goes, the columns are blanked, or its person is erased. */
  readonly end: 'delete' | 'blank' | 'erase_person';
  /** A column that takes the time of blanking: rows that have it are done. */
  readonly mark?: string;
  /** `row`: derived from the map. `module`: its module's `dataOf` gives it. `never`: it tells of others. */
  readonly export: 'row' | 'module' | 'never';
  /** When its person leaves: deleted with its row, blanked, or kept for a reason (`law` is its source) until its term. */
  readonly leaving: 'delete' | 'blank' | { readonly keeps: WhyKept; readonly law?: string };
  /** The task that does this by itself, where it is more than rows: files on disk, the queue, the chain of the audit. */
  readonly task?: string;
}

export interface PersonalColumn {
  readonly class: PersonalDataClass;
  /** What for, in words for the person concerned. */
  readonly purpose: string;
  readonly rule: Rule;
  /** Where one column of a rule is not for its person's export: it tells of somebody else. */
  readonly export?: 'never';
  /** Ids of files (`platform.files`) that go when it goes, unless another row names them. */
  readonly files?: true;
  /** Words that lie sealed (`sealed/`), and the columns that name their row: a seal holds for one row only. */
  readonly sealed?: readonly string[];
  /** Why words lie there to be read by whoever has the database. */
  readonly plain?: string;
}

/** Table (`schema.table`) → column → what it can hold; every column of every table stands in one module's map. */
export type PersonalDataMap = Readonly<Record<string, Readonly<Record<string, PersonalColumn | 'none'>>>>;

/** For who did something: a number, behind which there is nobody once its person has left. */
export const numberOf: Rule = {
  name: 'numbers',
  of: null,
  keep: 'as_long_as_row',
  end: 'blank',
  export: 'never',
  leaving: { keeps: 'figures' },
};

/** For what is counted once its words are gone. @param of to whom it counts */
export function figureOf(of: Way): Rule {
  return { ...numberOf, name: 'figures', of, export: 'row' };
}

/** What serves for a while only: its row is deleted so long after a moment. */
export const brief = (name: string, keeping: Keeping): Rule => ({
  name,
  of: null,
  keep: [keeping],
  end: 'delete',
  export: 'never',
  leaving: { keeps: 'soon_gone' },
});
/** The person who has an address, for what was written before anybody was known. */
export const byAddress = (column: string) => `${column}<people.persons.email.id`;

/** Whose something is, and what for. */
export const who = (purpose: string, rule: Rule) => ({ class: 'identity', purpose, rule }) as const;
