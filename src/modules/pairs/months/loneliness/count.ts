import type { Database } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { type MonthAsked, meansOf } from '../rules/loneliness.ts';
import { listAllAnswers, replaceMeans } from '../store/loneliness.ts';
import { sumOf } from './questions.ts';

type Later = Exclude<MonthAsked, 0>;

/**
 * Counts how lonely people are on average, before and after. Answers lie sealed, so that only the program can; what it
 * keeps are means of five and more, and nobody's own.
 */
export async function countLoneliness(db: Database, now: Temporal.Instant): Promise<void> {
  const all = (await listAllAnswers(db)).flatMap(({ key, month, given }) => {
    const sum = sumOf(given);
    return sum === null ? [] : [{ key, month, sum }];
  });
  const before = new Map(all.filter(({ month }) => month === 0).map(({ key, sum }) => [key, sum]));
  const changes = new Map<Later, (readonly [number, number])[]>([
    [3, []],
    [6, []],
    [12, []],
  ]);
  for (const { key, month, sum } of all) {
    const first = before.get(key);
    if (month !== 0 && first !== undefined) changes.get(month)?.push([first, sum]);
  }
  await inTransaction(db, (tx) => replaceMeans(tx, meansOf(changes), now));
}
