import { isDatabaseAway } from '../database/transaction.ts';

/**
 * Does the same for each, one after the other, so that one with whom something is wrong stops nobody behind them.
 * @throws the first problem, so that the job is tried again, once everybody had their turn; at once when the database is away
 */
export async function forEachByItself<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const problems: unknown[] = [];
  for (const item of items) {
    try {
      await work(item);
    } catch (problem) {
      if (isDatabaseAway(problem)) throw problem;
      problems.push(problem);
    }
  }
  if (problems.length > 0) throw problems[0];
}
