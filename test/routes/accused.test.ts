import { expect, test } from 'vitest';
import { raiseConcern } from '../../src/modules/trust/index.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { ask, type Caller, press, signInEverybody } from '../support/caller.ts';
import { openProduct } from '../support/product.ts';

const product = await openProduct();
const { db } = product.database;
const everybody = await signInEverybody(product);
const { coordinator, administrator } = everybody;
const pages = product.house.modules
  .flatMap(({ routes }) => routes)
  .filter(({ method, path, access }) => method === 'GET' && !path.includes(':') && access === 'person')
  .map(({ path }) => path)
  // A stream without end, and a page with a fresh secret each time.
  .filter((path) => path !== '/live' && path !== '/second-factor/set-up');

/** All that somebody can fetch of their own; what is new at every drawing left out. */
async function fetchAll(who: Caller): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const path of pages) {
    const answer = await ask(product, who, `/en${path}`);
    const text = await answer.text();
    const alike = text
      .replaceAll(/name="idempotency_key" value="[^"]+"/g, '')
      // A sealed link to one's own gift is another one at every drawing.
      .replaceAll(/\/giving\/(?:promises|pay)\/[\w.~-]{40,}/g, '');
    all.set(path, `${answer.status} ${alike}`);
  }
  return all;
}

const WORDS = 'She asked me for money, and came back at night.';

test.each(['haru', 'maya', 'treasurer'] as const)(
  '%s can fetch the same, whether or not a concern was raised and weighed',
  async (name) => {
    const accused = everybody[name];
    await fetchAll(accused);
    const before = await fetchAll(accused);
    expect(before.size).toBeGreaterThan(10);
    const concern = {
      about: product.ids[name],
      by: product.ids.stranger,
      program: 'spot',
      objectKind: 'spot.request',
    };
    const objectId = '00000000-0000-4000-8000-000000000000';
    const id = await inTransaction(db, (tx) =>
      raiseConcern(tx, { ...concern, objectId, words: WORDS, now: product.clock() }),
    );
    expect(await (await ask(product, coordinator, `/en/trust/concerns/${id}`)).text()).toContain(WORDS);
    for (const reader of [coordinator, administrator])
      expect((await ask(product, reader, '/en/trust/concerns')).status).toBe(200);
    for (const [step, field] of [
      ['assessment', 'assessment'],
      ['closing', 'closing'],
    ] as const) {
      const answer = await press(product, coordinator, `/en/trust/concerns/${id}/${step}`, {
        [field]: WORDS,
      });
      expect(answer.status).toBe(303);
    }
    const after = await fetchAll(accused);
    expect([...after].filter(([path, text]) => text !== before.get(path)).map(([path]) => path)).toEqual([]);
  },
);
