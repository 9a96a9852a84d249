import { createPerson } from '../../src/modules/people/index.ts';
import { beginArticle, showVersion } from '../../src/modules/site/commands.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { publishedEvent, sure } from '../../test/support/events.ts';
import { buildStories } from '../../test/support/stories-world.ts';

const EVENTS = 12;
const HOURS_A_WEEK = 7 * 24;
const PARAGRAPH = 'ペアのふたりが、半年のあいだにあったことを話しました。会場には近所の人が集まりました。';
export const SLUG = 'exchange-meeting';

/** What whoever is not signed in looks at: a dozen events to come, an article and a story. @returns the story’s id */
export async function buildPublic(
  db: Database,
  coordinatorId: string,
  now: Temporal.Instant,
): Promise<string> {
  const other = await inTransaction(db, (tx) =>
    createPerson(tx, { name: 'Sato', weekly: [], now, roles: ['coordinator'] }),
  );
  const seats = [{ kind: 'anybody', language: '', capacity: 20 }] as const;
  for (let week = 1; week <= EVENTS; week++)
    await publishedEvent(db, [coordinatorId, other.id], now.add({ hours: week * HOURS_A_WEEK }), seats, now);
  await inTransaction(db, async (tx) => {
    const ja = { title: '交流会', text: Array(10).fill(PARAGRAPH).join('\n\n'), origin: 'written' } as const;
    const onDay = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
    const article = { kind: 'news', slug: SLUG, onDay, typed: { ja }, compared: [] } as const;
    const by = { by: coordinatorId, now };
    const id = sure(await beginArticle(tx, article, by));
    sure(await showVersion(tx, { id, number: 1, ...by }));
  });
  const storyId = await inTransaction(db, async (tx) => {
    const [teller, invited] = [
      await createPerson(tx, { name: 'Hana', now }),
      await createPerson(tx, { name: 'Rui', now }),
    ];
    const who = { coordinator: coordinatorId, other: other.id, teller: teller.id, invited: invited.id };
    await buildStories(tx, who, now);
    return tx
      .selectFrom('stories.stories')
      .select('id')
      .where('teller_id', '=', teller.id)
      .executeTakeFirstOrThrow();
  });
  return storyId.id;
}
