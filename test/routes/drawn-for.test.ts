import { expect, test } from 'vitest';
import { newFormKey } from '../../src/platform/web/form-key.ts';
import { ask, press, signInEverybody } from '../support/caller.ts';
import { openProduct } from '../support/product.ts';
import { fill, findSamples } from '../support/samples.ts';

const product = await openProduct();
const { db } = product.database;
const everybody = await signInEverybody(product);
const posts = product.house.modules
  .flatMap(({ routes }) => routes)
  .filter(({ method, access }) => method === 'POST' && access !== 'everyone');

const countEntries = async () => (await db.selectFrom('audit.entries').select('position').execute()).length;

test('no form that was drawn for one person is carried out as another', { timeout: 120_000 }, async () => {
  expect(posts.length).toBeGreaterThan(50);
  const before = await countEntries();
  const carriedOut: string[] = [];
  for (const route of posts) {
    const [params = {}] = await findSamples(db, product.ids, route.path);
    for (const who of [everybody.maya, everybody.coordinator, everybody.administrator]) {
      const idempotency_key = newFormKey(db, everybody.sita.personId);
      const answer = await press(product, who, `/en${fill(route.path, params)}`, { idempotency_key });
      if (answer.status !== 409) carriedOut.push(`${route.path}: ${answer.status}`);
    }
  }
  expect(carriedOut).toEqual([]);
  expect(await countEntries()).toEqual(before);
});

test.each(['/en/me/profile', '/en/spot/requests/new', '/en/sessions', '/en/me/availability'])(
  'each form of %s says for whom it was drawn',
  async (path) => {
    const html = await (await ask(product, everybody.maya, path)).text();
    const forms = html.match(/<form\b[^>]*method="post"/g) ?? [];
    const mark = newFormKey(db, everybody.maya.personId).split('.')[1];
    const marked = [...html.matchAll(/name="idempotency_key" value="[\w-]{36}\.([\w-]{22})"/g)];
    expect(forms.length).toBeGreaterThan(0);
    expect(marked.map(([, one]) => one)).toEqual(forms.map(() => mark));
  },
);
