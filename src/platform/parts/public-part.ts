import type { VNode } from 'preact';
import type { Database } from '../database/connect.ts';
import type { Question } from '../database/questions.ts';
import type { Label, Words } from '../languages/messages.tsx';

/** A figure that anybody may see, in the reader's words. */
export interface ShownFigure {
  readonly label: Words;
  readonly value: Words;
}

/** What a module shows to everybody on the organization's public pages. */
export interface PublicPart {
  /** What stands before what: the lower first. */
  readonly order: number;
  /** The button in the head of the home page; the first of all is the main one. */
  readonly way?: { readonly href: string; readonly label: Label };
  /** Its sections of the home page. */
  readonly view?: () => VNode;
  /** What it counts; asked for together with the figures of all others. */
  readonly figures?: {
    asks(now: Temporal.Instant): Question<unknown>;
    say(answer: never): readonly ShownFigure[];
  };
  /** What the organization says of it where it says who it is. */
  readonly about?: (db: Database) => Promise<VNode>;
}
