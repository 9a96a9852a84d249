import { describe, expect, test } from 'vitest';
import { promiseHouse } from '../../../../test/support/promises.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { cancelPromise, pausePromise } from './acts.ts';
import { listSteps } from './store/steps.ts';

const house = await promiseHouse();
const { db, clock, settle, told, during } = house;
const doer = () => ({ party: 'donor', personId: null, now: clock() }) as const;
const stop = (promiseId: string) => inTransaction(db, (tx) => cancelPromise(tx, { promiseId, doer: doer() }));
const pause = (promiseId: string) =>
  inTransaction(db, (tx) => pausePromise(tx, { promiseId, doer: doer(), months: 1 }));
const giftsOf = (promiseId: string) =>
  db.selectFrom('giving.gifts').select('id').where('promise_id', '=', promiseId).execute();

describe('a donor who stops while the provider charges', () => {
  test('is told of the payment that was under way; it counts, and nothing begins again', async () => {
    const id = await house.begin();
    await stop(id);
    await house.pay(id);
    expect(await giftsOf(id)).toHaveLength(1);
    expect((await house.promise(id)).state).toBe('cancelled');
    const mails = await settle();
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('is stopped'),
      expect.stringContaining('A payment came in after'),
    ]);
    expect(mails[1]?.text).toContain('write to info@j-ii.org');
  });

  test('in the same moment: whoever is first, it is stopped and the money is booked', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await house.begin();
      await house.hear(id, house.failing(1));
      clock.advance({ minutes: 1 });
      await Promise.all([stop(id), house.pay(id), house.hear(id), house.hear(id, house.failing(2))]);
      expect((await house.promise(id)).state).toBe('cancelled');
      expect(await giftsOf(id)).toHaveLength(1);
      await settle();
      expect(told.get(`sub_${id}`)?.state).toBe('cancelled');
    }
  });

  test('twice at once stops it once', async () => {
    const id = await house.begin();
    const outcomes = await Promise.all([stop(id), stop(id), stop(id)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await listSteps(db, id)).filter(({ act }) => act === 'cancel')).toHaveLength(1);
    expect(await settle()).toHaveLength(1);
  });
});

describe('the provider', () => {
  test('is told the last word, also when somebody stops while it is told of a pause', async () => {
    const id = await house.begin();
    await pause(id);
    during.push(async () => void (await stop(id)));
    await settle();
    expect(told.get(`sub_${id}`)?.state).toBe('cancelled');
    expect((await house.promise(id)).untoldSince).toBeNull();
  });

  test('that does not answer is told again, until it knows', async () => {
    const id = await house.begin();
    await stop(id);
    during.push(async () => {
      throw new Error('away');
    });
    await expect(house.run('giving-promise-follow', { promiseId: id })).rejects.toThrow('away');
    expect(told.get(`sub_${id}`)?.state).not.toBe('cancelled');
    expect((await house.promise(id)).untoldSince).not.toBeNull();
    await settle();
    clock.advance({ minutes: 11 });
    await house.run('giving-promises-untold');
    await settle();
    expect(told.get(`sub_${id}`)?.state).toBe('cancelled');
    expect((await house.promise(id)).untoldSince).toBeNull();
  });

  test('that was told just before a crash is told the same again, and it changes nothing', async () => {
    const id = await house.begin();
    await stop(id);
    await house.provider.stopMonthly(`sub_${id}`);
    await settle();
    await house.run('giving-promise-follow', { promiseId: id });
    expect(told.get(`sub_${id}`)?.state).toBe('cancelled');
  });

  test('is told nothing of what it told us', async () => {
    const id = await house.begin();
    await house.hear(id, house.failing(1));
    await house.hear(id, { state: 'cancelled' });
    await settle();
    expect(told.has(`sub_${id}`)).toBe(false);
  });
});
