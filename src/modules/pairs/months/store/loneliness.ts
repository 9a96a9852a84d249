import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Given, sealedAnswers } from '../../../../kits/questionnaires/index.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { LonelinessMean, MonthAsked } from '../rules/loneliness.ts';

const answers = sealedAnswers('pairs.loneliness.answers');

/** @throws by its key where it was answered for this month */
export async function insertLoneliness(
  tx: Tx,
  of: {
    readonly pairId: string;
    readonly personId: string;
    readonly month: MonthAsked;
    readonly given: Given;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto('pairs.loneliness')
    .values({
      id,
      pair_id: of.pairId,
      person_id: of.personId,
      month: of.month,
      answers: answers.seal(tx, id, of.given),
      answered_at: of.now,
    })
    .execute();
}

/** For which months somebody has answered, in a pair. */
export async function listMonthsAnswered(
  db: Database,
  { pairId, personId }: { readonly pairId: string; readonly personId: string },
): Promise<MonthAsked[]> {
  const rows = await db
    .selectFrom('pairs.loneliness')
    .select('month')
    .where('pair_id', '=', pairId)
    .where('person_id', '=', personId)
    .execute();
  return rows.map(({ month }) => month as MonthAsked);
}

/** All answers, opened: for counting means, and for nothing else. */
export async function listAllAnswers(
  db: Database,
): Promise<{ readonly key: string; readonly month: MonthAsked; readonly given: Given | null }[]> {
  const rows = await db.selectFrom('pairs.loneliness').selectAll().execute();
  return rows.map((row) => ({
    key: `${row.pair_id} ${row.person_id}`,
    month: row.month as MonthAsked,
    given: answers.open(db, row.id, row.answers),
  }));
}

export async function replaceMeans(
  tx: Tx,
  means: readonly LonelinessMean[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.deleteFrom('pairs.loneliness_means').execute();
  for (const { month, people, before, after, giveOrTake } of means)
    await sql`insert into pairs.loneliness_means (month, people, before, after, give_or_take, counted_at)
      values (${month}, ${people}, ${before}, ${after}, ${giveOrTake}, ${now})`.execute(tx);
}
