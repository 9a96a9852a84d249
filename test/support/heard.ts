import { inTransaction } from '../../src/platform/database/transaction.ts';
import { openLive } from '../../src/platform/live/live.ts';
import { tellPages } from '../../src/platform/live/tell-pages.ts';
import { until } from './until.ts';

/** Which of some topics open pages have heard by the time at which a later message has come. */
export async function heardOf(
  database: Parameters<typeof openLive>[0] & { readonly db: Parameters<typeof inTransaction>[0] },
  topics: readonly string[],
  act: () => Promise<unknown>,
): Promise<string[]> {
  const live = openLive(database);
  const run = (topic: string) => inTransaction(database.db, (tx) => tellPages(tx, [topic]));
  const heard: string[] = [];
  const [ready, after] = [crypto.randomUUID(), crypto.randomUUID()];
  const stops = [...topics, ready, after].map((topic) => live.listen([topic], () => heard.push(topic)));
  try {
    await until(async () => {
      await run(ready);
      return heard.includes(ready);
    });
    // Whoever begins to listen is told to look at everything.
    heard.length = 0;
    await act();
    await run(after);
    await until(() => heard.includes(after));
  } finally {
    for (const stop of stops) stop();
    await live.close();
  }
  return topics.filter((topic) => heard.includes(topic));
}
