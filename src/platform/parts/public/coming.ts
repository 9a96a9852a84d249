import type { Database } from '../../database/connect.ts';
import type { Locale } from '../../languages/locales.ts';
import type { Sentence, Words } from '../../languages/messages.tsx';

/** Something public that is to come. */
export interface ComingOne {
  readonly at: Temporal.Instant;
  readonly title: Words;
  /** In which language that is (BCP 47). */
  readonly tag: string;
  /** Its page, without the language. */
  readonly href: string;
}

/** What is to come in a module for everybody, the nearest first, for pages and sites around it. */
export interface Coming {
  readonly title: Sentence;
  /** The way to all of it. */
  readonly all: { readonly href: string; readonly label: Sentence };
  list(
    db: Database,
    at: { readonly now: Temporal.Instant; readonly locale: Locale; readonly most: number },
  ): Promise<readonly ComingOne[]>;
}
