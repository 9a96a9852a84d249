import { expect, test } from 'vitest';
import { didSo, given, spent } from '../../../../test/support/deeds.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { givingModule } from '../module.ts';
import { countCosts } from './cost.ts';
import { shareGifts } from './share.ts';

const services = { secret: 'a secret of at least thirty-two characters', publicUrl: 'https://otonari.test' };
const house = await testHouse([givingModule({ ...services, payments: null })]);
const { db } = house;
const now = house.clock();

test('the treasurer reads by year and purpose what was done, what it cost and who paid', async () => {
  await didSo(db, 5, { month: '2026-06' });
  await didSo(db, 2, { month: '2026-11' });
  await spent(db, 10_000, '2026-06-20');
  await given(db, 3500);
  await countCosts(db, now);
  await shareGifts(db, now);
  const { id } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Sakura', now }));
  const treasurer = house.as(actorOf({ id }, ['treasurer']));
  const { text } = await treasurer.get('/books/deeds');
  // Seven deeds, 10,000 yen in the months that are over, 2,000 each, 3,500 paid, 6,500 not, two without a cost.
  expect(text).toMatch(/Spot .*7 .*10,000 .*2,000 .*3,500 .*6,500 .*2/);
  expect((await treasurer.get('/books/deeds?year=2025')).text).toContain('Nothing was done');
  expect((await house.as(actorOf({ id }, ['coordinator'])).get('/books/deeds')).status).toBe(403);
});
