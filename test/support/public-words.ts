import { createPerson } from '../../src/modules/people/index.ts';
import { beginArticle, showVersion, writeVersion } from '../../src/modules/site/commands.ts';
import { writePage } from '../../src/modules/site/worded/commands.ts';
import { keepStoryPicture } from '../../src/modules/stories/picture/commands.ts';
import { publishStory } from '../../src/modules/stories/story/commands.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { sure } from './events.ts';
import type { Product } from './product.ts';
import { agreedStory, photo, toldStory } from './stories.ts';
import { MORNING } from './world.ts';

const now = MORNING;

/** What a crawl of public pages has to tell apart: words older than their source, and a picture to which those in it agreed. */
export async function addPublicWords({ database: { db }, files, ids }: Product): Promise<void> {
  await inTransaction(db, (tx) => addOldWords(tx, ids.coordinator));
  await inTransaction(db, async (tx) => {
    const asked = now.subtract({ hours: 30 * 24 });
    const [teller, other] = [
      await createPerson(tx, { name: 'Rin', now }),
      await createPerson(tx, { name: 'Mori', now, roles: ['coordinator'] }),
    ];
    const storyId = await toldStory(tx, teller.id, asked);
    await tx
      .updateTable('stories.consents')
      .set({ in_picture: true, face: [10, 10, 30, 40] })
      .where('story_id', '=', storyId)
      .execute();
    const on = { storyId, as: 'coordinator', byPersonId: ids.coordinator, now: asked } as const;
    const sent = { bytes: await photo(), crop: null, alt: { en: 'Two people at a river.' } };
    sure(await keepStoryPicture(tx, files, { ...on, sent }));
    await agreedStory(tx, storyId, { by: ids.coordinator, now: asked });
    sure(await publishStory(tx, { ...on, byPersonId: other.id, files, now }));
  });
}

/** News, and the page of a program, whose English says what the Japanese said before. */
async function addOldWords(tx: Tx, by: string): Promise<void> {
  const en = { title: 'Old words', text: 'What was said before.', origin: 'person' } as const;
  const typed = { ja: { title: '前のことば', text: '前の文です。', origin: 'written' }, en } as const;
  const article = { onDay: now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate(), typed, compared: [] };
  const id = sure(await beginArticle(tx, { ...article, kind: 'news', slug: 'old-words' }, { by, now }));
  const next = { ...article, typed: { ...typed, ja: { ...typed.ja, text: '今の文です。' } } };
  sure(await writeVersion(tx, next, { id, seen: 1, by, now }));
  sure(await showVersion(tx, { id, number: 2, by, now }));
  const page = { key: 'programs-pairs', by, now };
  const said = (locale: 'ja' | 'en', lead: string) =>
    ({ locale, origin: 'person', sections: { lead }, isCompared: false }) as const;
  await writePage(tx, said('ja', '前の文です。'), { ...page, seen: 0 });
  await writePage(tx, said('en', 'What was said before.'), { ...page, seen: 1 });
  const pageId = sure(await writePage(tx, said('ja', '今の文です。'), { ...page, seen: 2 }));
  sure(await showVersion(tx, { id: pageId, number: 3, by, now }));
}
