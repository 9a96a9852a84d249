import type { VNode } from 'preact';
import type { Database } from '../../database/connect.ts';
import type { Label, Sentence } from '../../languages/messages.tsx';

/** A step of how a program goes. */
export interface ProgramStep {
  readonly picture: () => VNode;
  readonly title: Label;
  readonly text: Label;
}

/** What a module says of its program to whoever does not know it yet: how it goes, for whom, what it costs, what to do next. */
export interface ProgramPage {
  /** What stands before what: the lower first. */
  readonly order: number;
  /** The end of its address: `/programs/pairs`. */
  readonly slug: string;
  /** People of the program. */
  readonly picture: () => VNode;
  readonly title: Sentence;
  /** What it is, in a sentence or two; searches say it too. */
  readonly lead: Sentence;
  readonly steps: readonly ProgramStep[];
  /** For whom it is. */
  readonly who: readonly Label[];
  /** What it costs, as it is set now. */
  readonly costs: (db: Database, now: Temporal.Instant) => Promise<VNode> | VNode;
  /** What it is not, or what else to know before. */
  readonly notes?: { readonly title: Label; readonly lines: readonly Label[] };
  /** What to do next; the first is the main way. */
  readonly next: readonly { readonly href: string; readonly label: Label }[];
}
