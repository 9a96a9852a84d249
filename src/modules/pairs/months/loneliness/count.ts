import type { Database } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { MONTHS_ASKED, type MonthAsked, type MonthInPair, meansOf } from '../rules/loneliness.ts';
import { listAllAnswers, replaceMeans } from '../store/loneliness.ts';
import { sumOf } from './questions.ts';

/**
 * Counts how lonely people are on average, before and after: everybody once, by their application. Answers lie sealed, so
 * that only the program can; what it keeps are means of five and more, and nobody's own.
 */
export async function countLoneliness(db: Database, now: Temporal.Instant): Promise<void> {
  const sums = new Map(MONTHS_ASKED.map((month) => [month, new Map<string, number>()]));
  for (const { applicationId, month, given } of await listAllAnswers(db)) {
    const ofMonth = sums.get(month);
    const sum = sumOf(given);
    // The first that they said for a month counts.
    if (sum !== null && !ofMonth?.has(applicationId)) ofMonth?.set(applicationId, sum);
  }
  const before = sums.get(0);
  const isLater = (month: MonthAsked): month is MonthInPair => month !== 0;
  const changes = new Map(
    MONTHS_ASKED.filter(isLater).map((month) => [
      month,
      [...(sums.get(month) ?? [])].flatMap(([applicationId, sum]) => {
        const first = before?.get(applicationId);
        return first === undefined ? [] : [[first, sum] as const];
      }),
    ]),
  );
  await inTransaction(db, (tx) => replaceMeans(tx, meansOf(changes), now));
}
