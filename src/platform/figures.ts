import { sql } from 'kysely';
import type { Database } from './database/connect.ts';
import { ask, type Question, question } from './database/questions.ts';
import { inTransaction, waitLonger } from './database/transaction.ts';
import { forEachByItself } from './jobs/each.ts';
import type { Task } from './jobs/task.ts';

/**
 * Something that is counted over all there ever was, and therefore not at every look: it is counted every five minutes
 * and kept. What must be true to the second is no figure.
 */
export interface Figure<Answer> {
  /** Once in the house, such as `spot.answers`. */
  readonly name: string;
  /** What counts it, as of an instant. */
  asks(now: Temporal.Instant): Question<Answer>;
}

/** What was counted last; counted at once where nothing was counted yet. For several questions in one trip. */
export function lastCounted<Answer>(figure: Figure<Answer>, now: Temporal.Instant): Question<Answer> {
  const counting = figure.asks(now);
  const kept = sql`select rows from platform.figures where name = ${figure.name}`;
  const asked = question<{ rows: never[] }, Answer>(kept, ([row]) => counting.read(row?.rows ?? []));
  return { ...asked, otherwise: counting };
}

/** What was counted last, as `lastCounted` says. */
export function readFigure<Answer>(
  db: Database,
  figure: Figure<Answer>,
  now: Temporal.Instant,
): Promise<Answer> {
  return ask(db, lastCounted(figure, now));
}

/** Counts figures anew, one after the other, and keeps them; one that cannot be counted keeps none of the others from it. */
export async function countFigures(
  db: Database,
  figures: readonly Figure<unknown>[],
  now: Temporal.Instant,
): Promise<void> {
  await forEachByItself(figures, (figure) =>
    inTransaction(db, async (tx) => {
      await waitLonger(tx);
      await sql`insert into platform.figures (name, rows, counted_at)
        select ${figure.name}, coalesce(jsonb_agg(to_jsonb(counted)), '[]'), ${now}::timestamptz
        from (${figure.asks(now).statement}) as counted
        on conflict (name) do update set rows = excluded.rows, counted_at = excluded.counted_at`.execute(tx);
    }),
  );
}

/** Counts the figures of all modules. */
export function countFiguresTask(figures: readonly Figure<unknown>[]): Task {
  return {
    name: 'count-figures',
    cron: '*/5 * * * *',
    run: (_payload, { db, clock }) => countFigures(db, figures, clock()),
  };
}
