import type { VNode } from 'preact';
import type { Database } from '../database/connect.ts';
import type { Answers, Asked } from '../database/questions.ts';
import type { Plain } from '../languages/keep-drawn.ts';
import type { Locale } from '../languages/locales.ts';
import type { Words } from '../languages/messages.tsx';
import type { Role } from '../permissions.ts';

/** Who looks at the desk, when, in which language. Nobody learns there of a concern about themselves. */
export interface DeskReader {
  readonly personId: string | null;
  readonly roles: ReadonlySet<Role>;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}

/** Something that waits for somebody's act. */
export interface DeskItem<Shown extends Plain = Plain> {
  /** Once in the house, such as `request-<id>`. */
  readonly id: string;
  /** Which of its part's kinds it is: one may look at those alone. */
  readonly kind: string;
  /** What is to be done, as the part names it. */
  readonly act: string;
  /** 0 somebody may be in trouble, 1 act now, 2 others act now. */
  readonly urgency: 0 | 1 | 2;
  /** Somebody has told us that something was not right: that stands before everything else. */
  readonly isWorry?: boolean;
  /** When it is too late for the act; of what may be trouble, since when it is. */
  readonly breaksAt: Temporal.Instant;
  /** Where it is done. */
  readonly href: string;
  /** In whose care it is, with the name to call them by; null for nobody's. */
  readonly whose: { readonly id: string; readonly name: string } | null;
  /** Whose name or words the row shows: their record is looked at. Nobody's unless said. */
  readonly subjectIds?: readonly string[];
  /** What the row says of it, as the part draws it: times as milliseconds. Asked of the rows that are shown only, so that words are opened for those alone. */
  what(): Shown;
}

/** How a row says an item. */
export interface DeskCells {
  /** One or two words for the button: a column of them stands beside the rows. */
  readonly act: Words;
  /** Who, and their first words or what it is: one line. */
  readonly title: Words;
  /** What tells its link from another one with the same act. */
  readonly apart?: string;
  /** A second, quiet line: what kind, which languages, what happened so far. */
  readonly facts?: Words;
  /** A place in at most two short lines. */
  readonly where?: readonly Words[];
}

/** Something beside the queue: the day, what waits. */
export interface DeskSection {
  /** Its anchor. */
  readonly id: string;
  readonly view: VNode;
  /** Whose names it shows. */
  readonly subjectIds?: readonly string[];
}

/** What a module has on the desk now. */
export interface OnDesk {
  readonly items: readonly DeskItem[];
  /** Whether more wait behind these. */
  readonly isCut?: boolean;
  readonly sections?: readonly DeskSection[];
}

/** Questions, and what their answers make of the desk. */
export interface DeskAsking {
  readonly questions: Asked;
  show(answers: never): OnDesk;
}

/** Typed: what is asked is what is shown. */
export function askingDesk<Questions extends Asked>(
  questions: Questions,
  show: (answers: Answers<Questions>) => OnDesk,
): DeskAsking {
  return { questions, show };
}

/** A way to what is not on the desk. */
interface DeskWay {
  readonly href: string;
  readonly label: (locale: Locale) => string;
  /** Where it leads to a search: the field that one fills in on the desk already, what it asks for, and what its button says. */
  readonly search?: {
    readonly field: string;
    readonly label: (locale: Locale) => string;
    readonly go: (locale: Locale) => string;
  };
}

/** What a module brings to the coordinators' desk. What waits and how soon it breaks is judged by its own rule. */
export interface DeskPart {
  /** The module's name. */
  readonly name: string;
  /** Asked in one trip with all other parts; null for what is not this reader's. */
  ask(db: Database, reader: DeskReader): Promise<DeskAsking | null>;
  /** What a kind is called, above the rows. */
  sayKind(kind: string, locale: Locale): string;
  /** @param item what `ask` answered, and the year by the clock: days of another one say so; drawn once for the same content */
  cells(item: { readonly act: string; readonly what: never; readonly thisYear: number }): DeskCells;
  readonly ways?: readonly DeskWay[];
}
