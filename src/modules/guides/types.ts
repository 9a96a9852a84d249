import type { Locale } from '../../platform/languages/locales.ts';

/** The kinds of help, as programs name them and everybody finds them. */
export const CATEGORIES = [
  'admin',
  'medical',
  'childcare',
  'education',
  'lifeline',
  'housing',
  'phone',
  'paper',
] as const;
export type Category = (typeof CATEGORIES)[number];

export type GuideState = 'draft' | 'in_review' | 'published' | 'withdrawn' | 'dropped';

/** How much a change of the Japanese changes, the least first. */
export const GRADES = ['typo', 'helps', 'changes', 'dangerous'] as const;
export type Grade = (typeof GRADES)[number];

/** Who made the words of a language. */
export const ORIGINS = ['written', 'translated', 'machine', 'checked'] as const;
export type Origin = (typeof ORIGINS)[number];

export const MOST_STEPS = 15;

export interface StepWords {
  readonly title: string;
  /** Paragraphs between empty lines. */
  readonly text: string;
}

/** What a guide says in one language; in Easy Japanese with readings. Nothing is empty text. */
export interface GuideWords {
  readonly title: string;
  readonly lead: string;
  /** A thing a line. */
  readonly bring: string;
  /** How long it takes. */
  readonly lasts: string;
  readonly costs: string;
  readonly afterwards: string;
  /** A word that one will hear a line, with its reading, and after `=` what it means. */
  readonly heard: string;
  /** Further words by which people look for it. */
  readonly foundBy: string;
  /** By the ids of the steps. */
  readonly steps: Readonly<Record<string, StepWords>>;
}

/** Whose words each piece of a language is, and the hash of the Japanese that it was made of; by its name (`guide/pieces.ts`). */
export type PieceMarks = Readonly<Record<string, { readonly origin: Origin; readonly of: string }>>;

/** The words of a language, and what they were made from. */
export interface Translation {
  readonly words: GuideWords;
  readonly origin: Origin;
  readonly basedOn: number;
  /** The worst change of the Japanese since then; null: they say the same. */
  readonly behind: Exclude<Grade, 'typo'> | null;
}

/** Step by step through a procedure, an office or a custom. */
export interface Guide {
  readonly id: string;
  readonly slug: string;
  readonly category: Category;
  /** JIS code; null: the same everywhere. */
  readonly municipalityCode: string | null;
  readonly state: GuideState;
  readonly revision: number;
  readonly version: number;
  /** null: the house. */
  readonly begunBy: string | null;
  readonly submittedBy: string | null;
  readonly publishedAt: Temporal.Instant | null;
  /** The ids of its steps, in their order. */
  readonly stepIds: readonly string[];
  readonly translations: Partial<Readonly<Record<Locale, Translation>>>;
}

export const FACT_KINDS = ['phone', 'hours', 'place', 'fee', 'deadline', 'link', 'other', 'office'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export interface FactWords {
  /** Of what: ‘Family register section, Sumida’. */
  readonly name: string;
  readonly value: string;
}

/** A number, opening hours, a window, a fee: written once, shown by many steps. */
export interface Fact {
  readonly id: string;
  readonly kind: FactKind;
  readonly texts: Partial<Readonly<Record<Locale, FactWords>>>;
  readonly municipalityCode: string | null;
  readonly source: string;
  /** null: nobody has looked yet. */
  readonly verifiedOn: Temporal.PlainDate | null;
  readonly nextCheckOn: Temporal.PlainDate;
  readonly everyDays: number;
  readonly version: number;
  /** null: nobody, or whoever did is gone. */
  readonly verifiedBy: string | null;
  /** Of an office: what one can ask there, in which languages besides Japanese, its number, and whether it costs. */
  readonly fields: readonly string[];
  readonly languages: readonly string[];
  readonly phone: string | null;
  readonly cost: OfficeCost | null;
}

/** What one can ask at an outside office: the fields of consultations. */
export const OFFICE_FIELDS = [
  'residence',
  'work',
  'housing',
  'medical',
  'child_rearing',
  'education',
  'welfare',
  'family',
  'money',
  'law',
  'mind',
  'other',
] as const;
export type OfficeField = (typeof OFFICE_FIELDS)[number];

export const OFFICE_COSTS = ['free', 'first_free', 'paid', 'depends'] as const;
export type OfficeCost = (typeof OFFICE_COSTS)[number];

/** An outside body that one can ask: a fact, so that volunteers look after it as after every other. */
export interface Office extends Fact {
  readonly kind: 'office';
}

export type CheckState = 'asked' | 'right' | 'changed' | 'passed' | 'lapsed' | 'settled';

/** A small task: is this still so? */
export interface Check {
  readonly id: string;
  readonly factId: string;
  readonly volunteerId: string;
  readonly state: CheckState;
  readonly askedAt: Temporal.Instant;
  /** What has changed, in the volunteer's words. */
  readonly found: string | null;
  readonly version: number;
}
