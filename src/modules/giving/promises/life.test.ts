import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { promiseHouse } from '../../../../test/support/promises.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { listDifferences } from '../payments/store/differences.ts';
import { cancelPromise } from './acts.ts';
import { listSteps } from './store/steps.ts';

const house = await promiseHouse();
const { db, clock, settle, hear, failing } = house;
const stateOf = async (id: string) => (await house.promise(id)).state;
const subjects = (mails: readonly { subject: string }[]) =>
  mails.map(({ subject }) => subject.replace(/ \(.*\)$/, ''));
const historyOf = async (id: string) =>
  (await listSteps(db, id)).toReversed().map(({ act, party }) => `${act} ${party}`);

describe('a promise', () => {
  test('begins with what the provider tells, and its first mail says: every month until you stop', async () => {
    const id = await house.announce();
    expect(await stateOf(id)).toBe('announced');
    await hear(id, { state: 'incomplete' });
    expect(await stateOf(id)).toBe('announced');
    await hear(id);
    await hear(id);
    const mails = await settle();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toBe('sita@otonari.example');
    expect(mails[0]?.text).toContain('¥3,000 every month until you stop');
    expect(mails[0]?.text).toContain('https://otonari.test/en/giving/promises/');
    expect(await house.promise(id)).toMatchObject({ state: 'active', subscription: `sub_${id}` });
    expect(await historyOf(id)).toEqual(['announce donor', 'begin provider']);
  });

  test('whose card fails: a mail for each attempt of the provider, once each, with one link to mend it', async () => {
    const id = await house.begin();
    const first = failing(1);
    await hear(id, first);
    await hear(id, first);
    const mails = await settle();
    expect(subjects(mails)).toEqual(['Your card could not be charged']);
    expect(mails[0]?.text).toMatch(
      /Use another card\nhttps:\/\/otonari\.test\/en\/giving\/promises\/[^\n]+\/card/,
    );
    expect(await stateOf(id)).toBe('card_failed');
    clock.advance({ days: 3 });
    await hear(id, failing(2));
    await hear(id, first);
    expect(subjects(await settle())).toEqual(['Your card could not be charged']);
  });

  test('goes on with the money that comes in, and what is told late of the failure changes nothing', async () => {
    const id = await house.begin();
    const late = failing(1);
    await hear(id, failing(1));
    clock.advance({ hours: 1 });
    await house.pay(id);
    expect(await stateOf(id)).toBe('active');
    expect(subjects(await settle())).toEqual(['Your card could not be charged', 'Your monthly gift goes on']);
    await hear(id, { ...late, failed: { ...late.failed, attempt: 2 } });
    expect(await stateOf(id)).toBe('active');
    expect(await settle()).toEqual([]);
  });

  test('lapses once the provider gives up, and goes on when the card is mended after all', async () => {
    const id = await house.begin();
    await hear(id, failing(1));
    await hear(id, failing(4, null));
    expect(await house.promise(id)).toMatchObject({ state: 'lapsed', overAt: clock() });
    expect(subjects(await settle())).toEqual([
      'Your card could not be charged',
      'Your monthly gift has lapsed',
    ]);
    clock.advance({ hours: 1 });
    await hear(id);
    expect(await house.promise(id)).toMatchObject({ state: 'active', overAt: null });
    expect(subjects(await settle())).toEqual(['Your monthly gift goes on']);
  });

  test('whose subscription ends after a failure has lapsed; one that ends without was stopped there', async () => {
    const [failed, stopped] = [await house.begin(), await house.begin()];
    await hear(failed, failing(1));
    await hear(failed, { state: 'cancelled' });
    expect(await house.promise(failed)).toMatchObject({ state: 'lapsed', subscriptionOverAt: clock() });
    await hear(stopped, { state: 'cancelled' });
    expect(await stateOf(stopped)).toBe('cancelled');
    const mails = await settle();
    expect(subjects(mails)).toEqual([
      'Your card could not be charged',
      'Your monthly gift has lapsed',
      'Your monthly gift is stopped',
    ]);
    expect(mails.at(-1)?.text).toContain('was stopped at the payment provider');
    expect((await historyOf(stopped)).at(-1)).toBe('cancel provider');
  });

  test('that was stopped stays so, whatever is told late', async () => {
    const id = await house.begin();
    const doer = { party: 'donor', personId: null, now: clock() } as const;
    await inTransaction(db, (tx) => cancelPromise(tx, { promiseId: id, doer }));
    await settle();
    for (const news of [{}, failing(1), failing(4, null), { state: 'paused' } as const]) await hear(id, news);
    await hear(id, { state: 'cancelled' });
    expect(await stateOf(id)).toBe('cancelled');
    expect(await settle()).toEqual([]);
    expect(house.told.get(`sub_${id}`)?.state).toBe('cancelled');
  });

  test('that nobody began is let go of after three days; who finishes later is stopped at the provider', async () => {
    const id = await house.announce();
    clock.advance({ hours: 71 });
    await house.run('giving-promises-due');
    expect(await stateOf(id)).toBe('announced');
    clock.advance({ hours: 2 });
    await house.run('giving-promises-due');
    expect(await stateOf(id)).toBe('cancelled');
    expect(await settle()).toEqual([]);
    await hear(id);
    await settle();
    expect(await stateOf(id)).toBe('cancelled');
    expect(house.told.get(`sub_${id}`)?.state).toBe('cancelled');
    // The notice of our own stop is no news.
    await hear(id, { state: 'cancelled' });
    expect(await house.promise(id)).toMatchObject({ untoldSince: null });
  });

  test('is charged by one subscription: another for the same, and the same for another, are not taken', async () => {
    const [id, other] = [await house.begin(), await house.announce()];
    const differ = async () =>
      (await listDifferences(db, 10)).map(({ objectId, there }) => [objectId, there]);
    await hear(id, { id: 'sub_other', amount: 2000 });
    expect(await differ()).toEqual([['sub_other', 2000]]);
    await hear(id, { id: 'sub_other', state: 'cancelled' });
    expect(await stateOf(id)).toBe('active');
    expect(await differ()).toEqual([]);
    const take = db
      .updateTable('giving.promises')
      .set({ subscription: `sub_${id}` })
      .where('id', '=', other);
    await expect(take.execute()).rejects.toThrow('promises_subscription_key');
  });

  test('is held to its life by the database, and to its sum once it is stopped', async () => {
    const id = await house.begin();
    const doer = { party: 'donor', personId: null, now: clock() } as const;
    await inTransaction(db, (tx) => cancelPromise(tx, { promiseId: id, doer }));
    const change = (what: { state: 'active'; over_at: null } | { amount_jpy: number }) =>
      db.updateTable('giving.promises').set(what).where('id', '=', id).execute();
    await expect(change({ state: 'active', over_at: null })).rejects.toThrow(
      'does not go from cancelled to active',
    );
    await expect(change({ amount_jpy: 9000 })).rejects.toThrow('a promise that was stopped is not changed');
    const forget = sql`delete from giving.promise_steps where promise_id = ${id}`.execute(db);
    await expect(forget).rejects.toThrow('permission denied');
  });
});
