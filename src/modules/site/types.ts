import type { Locale } from '../../platform/languages/locales.ts';
import type { Paper } from './store/papers.ts';

/** What the organization says of itself: news and a report each year, and one text each of its board and its statutes. */
export const KINDS = ['news', 'board', 'statutes', 'report'] as const;
/** Beside them, words of the organization’s own for pages of the product; their address is the page’s key. */
export type WrittenKind = (typeof KINDS)[number];
export type Kind = WrittenKind | 'page';
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
  /** Of a page: its sections by key, each with the mark of the Japanese words that it says. */
  readonly sections?: Readonly<Record<string, { readonly text: string; readonly of: string }>>;
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
  /** The file of a report. */
  readonly paperId: string | null;
  readonly writtenBy: string;
  readonly writtenAt: Temporal.Instant;
}

/** What everybody reads. */
export interface ShownArticle extends Article, Pick<Version, 'onDay' | 'texts'> {
  readonly shownAt: Temporal.Instant;
  /** The file of a report, with what is said beside the way to it. */
  readonly paper: Omit<Paper, 'fileId'> | null;
}

/** Which version was shown when, and by whom; null: from then on none. */
export interface Showing {
  readonly number: number | null;
  readonly shownBy: string;
  readonly shownAt: Temporal.Instant;
}
