import { expect, test } from 'vitest';
import { ask, signIn } from '../../../../../test/support/caller.ts';
import { openProduct } from '../../../../../test/support/product.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { hearNotice } from '../notices/hear.ts';
import { keepComparison, keepDifference } from '../store/differences.ts';

const product = await openProduct();
const { db } = product.database;
const now = product.clock();
const treasurer = await signIn(product, product.ids.treasurer);
const read = async (language = 'en', path = '/books/payments') =>
  (await ask(product, treasurer, `/${language}${path}`)).text();
const differ = (there: number) =>
  inTransaction(db, (tx) =>
    keepDifference(tx, { objectId: 'ch_otherwise', kind: 'charge', there, here: 2892 }, now),
  );

test('before anything is known says so', async () => {
  const page = await read();
  expect(page).toMatch(/Last compared with its lists<\/dt><dd[^>]*>Not yet/);
  expect(page).not.toContain('had not reached us then');
  expect(page).toMatch(/charge\.refunded<.*?Not yet/s);
  expect(page).toContain('No difference between the books and the payment provider is known.');
});

test('says when each kind was told of last, and what is not in the books yet', async () => {
  const about = { type: 'charge.refunded', kind: 'charge', objectId: 'ch_1' } as const;
  for (const [at, day] of ['2026-11-21', '2026-11-22', '2026-11-20'].entries()) {
    const told = Temporal.Instant.from(`${day}T03:00:00Z`);
    const notice = { ...about, id: `evt_${at}`, at: told };
    await inTransaction(db, (tx) => hearNotice(tx, notice, now.subtract({ hours: 1 })));
  }
  const page = await read();
  expect(page).toMatch(/charge\.refunded<\/code><\/th><td[^>]*>.*?Nov 22/s);
  expect(page).toMatch(/Told of and not in the books yet<\/dt><dd[^>]*>1</);
});

test('says what the comparison of the night came to, and that one is late', async () => {
  await keepComparison(db, { at: now.subtract({ hours: 35 }), unheard: 3, otherwise: 2 });
  const page = await read();
  expect(page).toMatch(/had not reached us then<\/dt><dd[^>]*>3</);
  expect(page).toMatch(/had otherwise then<\/dt><dd[^>]*>2</);
  expect(page).not.toContain('for more than a day');
  await keepComparison(db, { at: now.subtract({ hours: 37 }), unheard: 0, otherwise: 0 });
  expect(await read()).toContain('for more than a day');
});

test('shows every difference, and so does the treasurer’s desk, until there is none', async () => {
  expect(await read('en', '/books')).not.toContain('differ between the payment provider and the books');
  await differ(1892);
  for (const language of ['en', 'ja']) expect(await read(language)).toMatch(/ch_otherwise.*?1,892.*?2,892/s);
  expect(await read('en', '/books')).toContain('differ between the payment provider and the books: 1');
  expect(await read('ja', '/books')).toContain('食い違う支払い');
  await differ(2892);
  expect(await read()).not.toContain('ch_otherwise');
});
