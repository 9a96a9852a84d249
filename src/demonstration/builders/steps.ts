import type { Tx } from '../../platform/database/connect.ts';

/** Something that somebody does at an instant. */
export interface Step {
  readonly at: Temporal.Instant;
  run(tx: Tx): Promise<void>;
}

/** Lets things happen in the order of their time; what has the same time, in the order given. */
export async function walk(tx: Tx, steps: readonly Step[]): Promise<void> {
  for (const step of steps.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) await step.run(tx);
}
