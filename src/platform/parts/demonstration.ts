import type { Tx } from '../database/connect.ts';
import type { Outcome } from '../refusal.ts';

/** The invented world as a program finds it: everybody is there, and what the world itself tells has happened. */
export interface InventedWorld {
  /** The day on which it starts: everything that is past happened before it. */
  readonly today: Temporal.PlainDate;
  /** An open day counted from today: 0 is today or the next one, -1 the last before that. */
  openDay(count: number): Temporal.PlainDate;
  /** @param time `HH:MM` where the organization is */
  at(day: Temporal.PlainDate, time: string): Temporal.Instant;
  readonly coordinatorIds: readonly string[];
  /** By the names with which the data knows them: `sita`. */
  readonly residentIds: ReadonlyMap<string, string>;
  readonly volunteerIds: ReadonlyMap<string, string>;
}

/** Lets happen what a program shows in a demonstration, by its own commands; the same world gives the same. */
export type Demonstration = (tx: Tx, world: InventedWorld) => Promise<void>;

/** The value of an outcome. @throws with the refusal's code: a world that the rules refuse is built wrongly */
export function done<T>(outcome: Outcome<T>, what: string): T {
  if (!outcome.ok) throw new Error(`${what} was refused: ${outcome.refusal.code}`);
  return outcome.value;
}
