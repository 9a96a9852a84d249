import sharp from 'sharp';
import { expect, test } from 'vitest';
import { goodAnswers, hiddenOf } from '../../../../../test/support/asking-form.ts';
import { testFiles } from '../../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { makeNeighborhood } from '../../../../../test/support/spot.ts';
import { type FileStore, StoreAway, StoreFull } from '../../../../platform/files/store/store.ts';
import { spotModule } from '../../module.ts';

const files = testFiles();
let fails: Error | null = null;
/** A store as a full disk or a service that is away makes it. */
const failing = <T>(work: () => Promise<T>) => (fails ? Promise.reject(fails) : work());
const store: FileStore = {
  ...files.store,
  put: (name, bytes) => failing(() => files.store.put(name, bytes)),
  get: (name) => failing(() => files.store.get(name)),
};
const house = await testHouse([
  spotModule({ files: { ...files, store }, publicUrl: 'http://localhost:4000' }),
]);
const { residentId } = await makeNeighborhood(house.db, 1);
const web = house.as(actorOf({ id: residentId }), 'en');
let width = 40;
/** Each is another one: the same photo brought twice is kept once. */
async function photo(): Promise<File> {
  const drawn = sharp({ create: { width: width++, height: 30, channels: 3, background: '#aabbcc' } });
  return new File([new Uint8Array(await drawn.png().toBuffer())], 'letter.png', { type: 'image/png' });
}
const ownWords = 'A letter came from the ward office and I do not understand it.';

test.each([
  ['full', new StoreFull('ENOSPC'), 'There is no room for photos'],
  ['away', new StoreAway('EIO'), 'Photos can’t be kept'],
])(
  'where the store is %s, a sentence beside the field says so, and all that was typed is kept',
  async (_how, problem, says) => {
    files.problems.length = 0;
    fails = problem;
    const answer = await web.post('/spot/requests/summary', {
      ...goodAnswers,
      ownWords,
      photo: await photo(),
      intent: 'photo',
    });
    fails = null;
    expect([answer.status, answer.location]).toEqual([303, '/spot/requests/new#photo']);
    const page = await web.get('/spot/requests/new');
    expect(page.html).toContain(says);
    expect(page.html).toContain(ownWords);
    expect(files.problems).toHaveLength(1);
    expect(JSON.parse(files.problems[0] ?? '')).toMatchObject({ level: 50, problem: problem.message });
    const sent = await web.post('/spot/requests/summary', { ...goodAnswers, ownWords, photo: await photo() });
    expect(sent.location).toBe('/spot/requests/summary');
  },
);

test('a photo whose bytes are lost is gone and can be brought again; one whose store is away comes back', async () => {
  const letter = await photo();
  await web.post('/spot/requests/summary', { ...goodAnswers, photo: letter, intent: 'photo' });
  const { id } = await house.db
    .selectFrom('platform.files')
    .select('id')
    .where('owner_id', '=', residentId)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  const path = `/spot/drafts/photos/${id}`;
  expect((await web.get(path)).status).toBe(200);
  fails = new StoreAway('EIO');
  expect((await web.get(path)).status).toBe(503);
  fails = null;
  for await (const stored of files.store.list())
    for (const { name } of stored) await files.store.delete(name);
  files.problems.length = 0;
  expect((await web.get(path)).status).toBe(404);
  expect(files.problems.join()).toContain('a file is missing from the store');
  await web.post('/spot/requests/summary', { ...goodAnswers, photo: letter, intent: 'photo' });
  const [again = ''] = hiddenOf((await web.get('/spot/requests/new')).html, 'photoIds');
  expect((await web.get(`/spot/drafts/photos/${again}`)).status).toBe(200);
});
