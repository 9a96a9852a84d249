import { expect, test } from 'vitest';
import { promiseHouse } from '../../../../test/support/promises.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { lookAndTakeIn } from '../payments/notices/look.ts';
import { makePractice } from '../payments/practice/practice.ts';
import { type Press, press } from '../payments/practice/press.ts';
import { listLeft } from '../payments/store/notices.ts';
import { findPractice } from '../payments/store/practice.ts';
import { followTask } from './follow.ts';

const house = await promiseHouse();
const { db, clock, context } = house;
const practice = makePractice({ db, clock });

/** Presses at a page of the practice provider, and takes in all that it tells. */
async function pressAt(object: string, pressed: Press): Promise<void> {
  clock.advance({ minutes: 1 });
  const at = await findPractice(db, object);
  if (!at) throw new Error('the practice provider has no such page');
  await inTransaction(db, (tx) => press(tx, at, pressed, clock()));
  for (const left of await listLeft(db, clock().add({ minutes: 1 })))
    await lookAndTakeIn(practice, left, { db, clock });
}

test('from the provider’s page to the stop: one gift a month, a card that fails and is mended, and no charge after', async () => {
  const id = await house.announce();
  const back = { done: 'https://otonari.test/en', left: 'https://otonari.test/en' };
  const order = {
    reference: { kind: 'promise', id },
    amount: 3000,
    locale: 'en',
    email: null,
    back,
  } as const;
  const page = (await practice.beginMonthly(order)).split('/').at(-1) ?? '';
  await pressAt(page, 'pay');
  const { subscription, state } = await house.promise(id);
  expect(state).toBe('active');
  const gifts = () =>
    db.selectFrom('giving.gifts').select(['amount_jpy', 'state']).where('promise_id', '=', id).execute();
  expect(await gifts()).toEqual([{ amount_jpy: 3000, state: 'received' }]);

  clock.advance({ days: 31 });
  await pressAt(subscription ?? '', 'fail');
  expect((await house.promise(id)).state).toBe('card_failed');
  expect(await house.as().get(`${house.link(id)}/card`)).toMatchObject({ status: 303 });
  await pressAt(subscription ?? '', 'repair');
  expect((await house.promise(id)).state).toBe('active');
  expect(await gifts()).toHaveLength(2);

  await house.as().post(`${house.link(id)}/cancellation`);
  await followTask({ payments: practice }).run({ promiseId: id }, context);
  expect(await findPractice(db, subscription ?? '')).toMatchObject({ state: 'cancelled' });
  expect(await house.promise(id)).toMatchObject({ state: 'cancelled', untoldSince: null });
  const subjects = (await house.settle()).map(({ subject }) => subject.replace(/ \(.*/, ''));
  expect(subjects).toEqual([
    'Your monthly gift has begun',
    'Your card could not be charged',
    'Your monthly gift goes on',
    'Your monthly gift is stopped',
  ]);
});
