import type { Database, Tx } from '../database/connect.ts';
import type { Locale } from '../languages/locales.ts';
import type { Sentence } from '../languages/messages.tsx';

/** Of what of some module a story is, by the name of its kind: `events.event`. */
export interface StorySource {
  readonly kind: string;
  readonly id: string;
}

/** What of it everybody may read: no names, and no counts of few. */
export interface StoryBeginning {
  readonly source: StorySource;
  readonly locale: Locale;
  /** The title, then paragraphs. */
  readonly pieces: readonly string[];
}

/** Where coordinators write stories, for those who have something from which one can begin. */
export interface StoryDrafts {
  /** @param by who tells it @returns the page of the draft; null while a story of the same source is there */
  begin(
    tx: Tx,
    beginning: StoryBeginning,
    by: { readonly personId: string; readonly now: Temporal.Instant },
  ): Promise<string | null>;
  /** @returns the page of the story that began there; null where there is none, or it was taken back */
  find(db: Database, source: StorySource): Promise<string | null>;
}

/** Things of one kind from which stories begin, for the way back to them. */
export interface StorySources {
  readonly kind: string;
  find(db: Database, id: string): Promise<{ readonly title: Sentence; readonly href: string } | null>;
}
