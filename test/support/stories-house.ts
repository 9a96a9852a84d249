import { createPerson } from '../../src/modules/people/index.ts';
import { recallConsent } from '../../src/modules/stories/consent/commands.ts';
import { storiesModule } from '../../src/modules/stories/module.ts';
import { keepStoryPicture } from '../../src/modules/stories/picture/commands.ts';
import { listConsents } from '../../src/modules/stories/store/consents.ts';
import { publishStory } from '../../src/modules/stories/story/commands.ts';
import type { Box } from '../../src/modules/stories/types.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { sure } from './events.ts';
import { testFiles } from './files.ts';
import { actorOf, testHouse } from './house.ts';
import { agreedStory, CHOSEN, photo, toldStory } from './stories.ts';

/** What came of an act: `yes`, or the code of what was refused. */
export const code = (outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  outcome.ok ? 'yes' : outcome.refusal?.code;
export const FACE: Box = [10, 10, 30, 40];

/** Black and white, so that what is blurred is gray. */
export async function stripes(wide: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const raw = Buffer.from(Array.from({ length: 640 * 480 }, (_, at) => (((at % 640) / wide) & 1 ? 255 : 0)));
  return sharp(raw, { raw: { width: 640, height: 480, channels: 1 } })
    .png()
    .toBuffer();
}
/** How much a part differs in itself. */
export async function contrastOf(bytes: Uint8Array | undefined, left: number): Promise<number> {
  const { default: sharp } = await import('sharp');
  const part = await sharp(bytes).extract({ left, top: 70, width: 100, height: 120 }).png().toBuffer();
  return (await sharp(part).grayscale().stats()).channels[0]?.stdev ?? 0;
}

/** A house of stories with two coordinators, and what stories are made with. */
export async function storiesHouse() {
  const files = testFiles();
  const services = {
    secret: 'a'.repeat(32),
    publicUrl: 'https://otonari.test',
    files,
    storySources: () => [],
  };
  const house = await testHouse([storiesModule(services)]);
  const { db, clock } = house;
  const act = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(db, work);
  const person = (name: string, roles: readonly ('coordinator' | 'resident')[] = ['resident']) =>
    act((tx) =>
      createPerson(tx, {
        name,
        email: `${name.toLowerCase()}@example.org`,
        locale: 'en',
        now: clock(),
        roles: [...roles],
      }),
    );
  const [sato, kato] = [await person('Sato', ['coordinator']), await person('Kato', ['coordinator'])];
  let turn = 0;
  const teller = () => {
    turn += 1;
    return person(`Teller${turn}`);
  };
  /** Of the teller who was made last, or so many before. */
  const emailOf = (before = 0) => `teller${turn - before}@example.org`;
  const by = (storyId: string, byPersonId = sato.id) =>
    ({ storyId, as: 'coordinator', byPersonId, now: clock() }) as const;
  const asSato = house.as(actorOf(sato, ['coordinator']));
  /** Told, with a picture of its teller. */
  async function prepared(seed: number): Promise<{ id: string; tellerId: string; consentId: string }> {
    const { id: tellerId } = await teller();
    const id = await act((tx) => toldStory(tx, tellerId, clock()));
    const [consent] = await listConsents(db, [id]);
    await db
      .updateTable('stories.consents')
      .set({ in_picture: true, face: [...FACE] })
      .where('story_id', '=', id)
      .execute();
    const sent = { bytes: await photo(seed), crop: null, alt: { en: 'Two people at a river.' } };
    sure(await act((tx) => keepStoryPicture(tx, files, { ...by(id), sent })));
    return { id, tellerId, consentId: consent?.id ?? '' };
  }

  /** Shown to everybody. */
  async function published(seed: number, chosen = CHOSEN) {
    const story = await prepared(seed);
    await act((tx) => agreedStory(tx, story.id, { by: sato.id, now: clock(), chosen }));
    clock.advance({ hours: 14 * 24 });
    sure(await act((tx) => publishStory(tx, { ...by(story.id, kato.id), files })));
    return story;
  }
  const status = async (path: string) => (await house.as().get(path)).status;
  const recall = (consentId: string) =>
    act((tx) =>
      recallConsent(tx, files, { consentId, as: 'whoever is asked', byPersonId: null, now: clock() }),
    );
  return {
    files,
    services,
    house,
    db,
    clock,
    act,
    person,
    sato,
    kato,
    teller,
    emailOf,
    by,
    asSato,
    prepared,
    published,
    status,
    recall,
  };
}
