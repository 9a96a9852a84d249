import type { VNode } from 'preact';
import type { Database } from '../../database/connect.ts';
import type { Locale } from '../../languages/locales.ts';
import type { Label, Sentence, Words } from '../../languages/messages.tsx';

/** What a section is on its page; whoever writes it reads it above its field. */
export type SectionPart = 'title' | 'lead' | 'step_title' | 'step_text' | 'who' | 'notes_title' | 'notes';

/** Words of a page that the organization may say in its own way. */
export interface WordedSection {
  /** Of its page only; words that were written are kept under it. */
  readonly key: string;
  readonly part: SectionPart;
  /** Of several of the same part, from 1. */
  readonly number?: number;
  /** What the product says, line by line. */
  readonly usual: readonly Label[];
}

/** A page of a module whose words the organization may say in its own way, section by section (`Module.wordedPages`). */
export interface WordedPage {
  /** Its name among all of them: `programs-pairs`. */
  readonly key: string;
  readonly path: string;
  /** What it is called where it is written. */
  readonly title: Sentence;
  readonly sections: readonly WordedSection[];
}

/** A section in the organization’s own words. */
export interface OwnSection {
  readonly words: Words;
  /** The same line by line, where it is a list. */
  readonly lines: readonly Words[];
  /** For titles and searches. */
  readonly plain: string;
  /** What a reader should know of it, where it stands among others: the same of several is said once. */
  readonly note: { readonly kind: string; readonly view: VNode } | null;
}

/** What of a page stands in the organization’s own words. */
export interface OwnPage {
  /** By the key of the section; what is not in it is said in the product’s words. */
  readonly said: Readonly<Record<string, OwnSection | undefined>>;
  /** What a reader should know of it: that it is older than its source, made by a machine, or not translated. */
  readonly note: VNode | null;
}

/** The pages among these that have own words, for a reader. */
export type FindOwnPages = (
  db: Database,
  keys: readonly string[],
  locale: Locale,
) => Promise<ReadonlyMap<string, OwnPage>>;
