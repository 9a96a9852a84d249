import type { VNode } from 'preact';
import type { Database } from '../database/connect.ts';
import type { Answers, Asked } from '../database/questions.ts';
import type { Plain } from '../languages/keep-drawn.ts';
import type { Locale } from '../languages/locales.ts';
import type { Words } from '../languages/messages.tsx';
import type { Role } from '../permissions.ts';

/** Who looks at the desk, and when. Nobody learns there of a concern about themselves. */
export interface DeskReader {
  readonly personId: string | null;
  readonly roles: ReadonlySet<Role>;
  readonly now: Temporal.Instant;
}

/** Something that waits for somebody's act, without a name: the desk is open all day. */
export interface DeskItem<Shown extends Plain = Plain> {
  /** Once in the house, such as `request-<id>`. */
  readonly id: string;
  /** What is to be done, as the part names it. */
  readonly act: string;
  /** 0 somebody may be in trouble, 1 act now, 2 others act now. */
  readonly urgency: 0 | 1 | 2;
  /** Somebody has told us that something was not right: that stands before everything else. */
  readonly isWorry?: boolean;
  /** When it is too late for the act. */
  readonly breaksAt: Temporal.Instant;
  /** Where it is done. */
  readonly href: string;
  /** In whose care it is; null for nobody's. */
  readonly whose: string | null;
  /** What the row says of it, as the part draws it: times as milliseconds. */
  readonly what: Shown;
}

/** How a row says an item: cells of a table, a card on a phone. */
export interface DeskCells {
  readonly act: Words;
  /** What tells the link from another one with the same act. */
  readonly apart?: Words;
  readonly what: Words;
  readonly where?: Words;
  readonly state?: Words;
}

/** Something below the queue: a timeline, a map. */
export interface DeskSection {
  /** Its anchor. */
  readonly id: string;
  /** The way down to it. */
  readonly label: (locale: Locale) => string;
  readonly view: VNode;
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

/** What a module brings to the coordinators' desk. What waits and how soon it breaks is judged by its own rule. */
export interface DeskPart {
  /** The module's name. */
  readonly name: string;
  /** Asked in one trip with all other parts; null for what is not this reader's. */
  ask(db: Database, reader: DeskReader): Promise<DeskAsking | null>;
  /** What is to be done, for the list of what there is to do. */
  sayAct(act: string, locale: Locale): string;
  /** @param item what `ask` answered; drawn once for the same content */
  cells(item: { readonly act: string; readonly what: never }): DeskCells;
  /** Ways to what is not on the desk, such as a search. */
  readonly ways?: readonly { readonly href: string; readonly label: (locale: Locale) => string }[];
}
