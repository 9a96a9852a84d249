import type { Tx } from '../database/connect.ts';
import type { Files } from '../files/files.ts';
import type { Locale } from '../languages/locales.ts';
import type { Outcome } from '../refusal.ts';

/** Something that somebody of the invented world does at an instant. */
export interface Step {
  readonly at: Temporal.Instant;
  run(tx: Tx): Promise<void>;
}

/** The days around the one on which the world starts: everything that is past happened before it. */
export interface InventedDays {
  readonly today: Temporal.PlainDate;
  /** An open day counted from today: 0 is today or the next one, -1 the last before that. */
  openDay(count: number): Temporal.PlainDate;
  /** @param time `HH:MM` where the organization is */
  at(day: Temporal.PlainDate, time: string): Temporal.Instant;
}

/** Somebody of the invented world, as far as programs need to know before anything has happened. */
export interface InventedPerson {
  readonly id: string;
  /** The day on which they first signed in. */
  readonly cameOn: Temporal.PlainDate;
  readonly municipalityCode: string | null;
  readonly town: string | null;
  /** The languages in which they can talk, best first, without Japanese. */
  readonly languages: readonly string[];
  readonly readsEasyJapanese: boolean;
}

/** The invented world as a program finds it: everybody has come, and nothing has happened. */
export interface InventedWorld extends InventedDays {
  readonly coordinatorIds: readonly string[];
  /** By the names with which the data knows them: `sita`. */
  readonly residents: ReadonlyMap<string, InventedPerson>;
  /** Whoever helps or would like to. */
  readonly volunteers: ReadonlyMap<string, InventedPerson>;
  /** Where files are kept; without it, nothing has any. */
  readonly files: Files | undefined;
}

/** What a module shows in a demonstration. The same world gives the same. */
export interface Demonstration {
  /** What happens, by the module's own commands, each at its time. What all modules let happen goes by in the order of time. */
  steps(world: InventedWorld): readonly Step[];
  /** What those whom a visitor can be are in the middle of: a sentence by their name, for the sign-in page. */
  readonly inTheMiddleOf?: Readonly<Record<string, Readonly<Record<Locale, string>>>>;
}

/** The value of an outcome. @throws with the refusal's code: a world that the rules refuse is built wrongly */
export function done<T>(outcome: Outcome<T>, what: string): T {
  if (!outcome.ok) throw new Error(`${what} was refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** A step that the rules must allow. */
export function step(
  at: Temporal.Instant,
  act: (tx: Tx) => Promise<Outcome<unknown>>,
  what = 'an act',
): Step {
  return { at, run: async (tx) => void done(await act(tx), what) };
}

/** Lets things happen in the order of their time; what has the same time, in the order given. */
export async function walk(tx: Tx, steps: readonly Step[]): Promise<void> {
  for (const one of steps.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) await one.run(tx);
}
