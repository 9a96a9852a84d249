import type { VNode } from 'preact';
import type { Database } from '../database/connect.ts';
import type { Answers, Asked, Question } from '../database/questions.ts';
import type { Label, Words } from '../languages/messages.tsx';

/** A figure that anybody may see, in the reader's words. */
export interface ShownFigure {
  readonly label: Words;
  readonly value: Words;
  /** How it is counted. */
  readonly formula: Words;
  /** Over how many: of fewer than five the page of all figures says nothing. */
  readonly of?: number;
}

/** What people do together in a module, or a way that is open to all: a card on the home page. */
export interface PublicCard {
  readonly picture: () => VNode;
  readonly title: Label;
  readonly text: Label;
  readonly href: string;
  /** What pressing it does. */
  readonly act: Label;
}

/** What a section of the home page asks, and what it makes of the answers: null where there is nothing to show. */
export interface SectionAsking {
  readonly questions: Asked;
  show(answers: never): VNode | null;
}

export const askingSection = <Questions extends Asked>(
  questions: Questions,
  show: (answers: Answers<Questions>) => VNode | null,
): SectionAsking => ({ questions, show });

/** What a module shows to everybody on the organization's public pages. */
export interface PublicPart {
  /** What stands before what: the lower first. */
  readonly order: number;
  /** The button in the head of the home page; the first of all is the main one. */
  readonly way?: { readonly href: string; readonly label: Label };
  /** What it is, among all that people do together. */
  readonly card?: PublicCard;
  /** Its sections of the home page: what to expect. */
  readonly view?: () => VNode;
  /** The same with what stands in the database, such as what is next; asked in one trip with those of all others. */
  readonly section?: (db: Database, now: Temporal.Instant) => Promise<SectionAsking | null>;
  /** What it counts; asked for together with the figures of all others. What is unknown or 0 is not said. */
  readonly figures?: {
    asks(now: Temporal.Instant): Question<unknown>;
    say(answer: never): readonly ShownFigure[];
  };
  /** What the organization says of it where it says who it is. */
  readonly about?: (db: Database) => Promise<VNode>;
}
