import type { Locale } from '../../platform/languages/locales.ts';

/** What the organization says of itself: news and a report each year, and one text each of its board and its statutes. */
export const KINDS = ['news', 'board', 'statutes', 'report'] as const;
export type Kind = (typeof KINDS)[number];
/** Of which there is one. */
export const SINGLE = ['board', 'statutes'] as const satisfies readonly Kind[];

/** Who made the words of a language: who writes in it, somebody who translated, or a machine. */
export const ORIGINS = ['written', 'person', 'machine'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Words as they are typed. */
export interface TypedWords {
  readonly title: string;
  readonly text: string;
  readonly origin: Origin;
}

/** Words of one language as they are kept. */
export interface ArticleWords extends TypedWords {
  /** The mark of the Japanese words that they say; their own where they are the Japanese ones. */
  readonly of: string;
}

export type Texts = Partial<Record<Locale, ArticleWords>>;

export interface Article {
  readonly id: string;
  readonly kind: Kind;
  readonly slug: string;
  /** The number of the last version. */
  readonly latest: number;
  /** The number of the one that everybody reads. */
  readonly shown: number | null;
}

export interface Version {
  readonly number: number;
  readonly onDay: Temporal.PlainDate;
  readonly texts: Texts;
  readonly writtenBy: string;
  readonly writtenAt: Temporal.Instant;
}

/** What everybody reads. */
export interface ShownArticle extends Article, Pick<Version, 'onDay' | 'texts'> {
  readonly shownAt: Temporal.Instant;
}

/** Which version was shown when, and by whom; null: from then on none. */
export interface Showing {
  readonly number: number | null;
  readonly shownBy: string;
  readonly shownAt: Temporal.Instant;
}
