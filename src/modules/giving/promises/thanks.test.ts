import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../../test/support/house.ts';
import { promiseHouse } from '../../../../test/support/promises.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { returnGift } from '../gifts/return.ts';
import { monthlyOf } from '../thanks/monthly.ts';
import { countMonths, countSupporters } from './store/lists.ts';
import { listSteps } from './store/steps.ts';

const house = await promiseHouse();
const at = (text: string) => Temporal.Instant.from(text);
const { db, clock, settle } = house;
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now: clock() }));

describe('a donor', () => {
  test('is thanked for each whole year once, by the months in which something came in', async () => {
    const id = await house.begin();
    clock.set(at('2026-01-10T10:00:00+09:00'));
    for (let month = 0; month < 11; month++) {
      await house.pay(id);
      clock.set(at(`2026-${String(month + 2).padStart(2, '0')}-10T10:00:00+09:00`));
    }
    expect(await countMonths(db, id)).toBe(11);
    expect(await settle()).toEqual([]);
    await house.pay(id);
    await house.pay(id);
    const mails = await settle();
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('A year of giving: thank you'),
    ]);
    expect((await listSteps(db, id)).filter(({ act }) => act === 'thank')).toHaveLength(1);
  });

  test('gets one mail in January with what came in last year, in their language, and none in February', async () => {
    clock.set(at('2027-12-01T10:00:00+09:00'));
    const donorId = await house.donor({ name: '陈 美', email: 'chen@otonari.example', locale: 'zh-Hans' });
    const [id, second] = [await house.begin({ donorId }), await house.begin({ donorId })];
    await house.pay(id);
    await house.pay(second);
    const without = await house.begin();
    clock.set(at('2027-12-31T10:05:00+09:00'));
    await house.run('giving-promises-sum-up');
    expect(await settle()).toEqual([]);
    clock.set(at('2028-01-08T10:05:00+09:00'));
    await house.pay(second);
    await house.run('giving-promises-sum-up');
    await house.run('giving-promises-sum-up');
    const mails = await settle();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: 'chen@otonari.example', language: 'zh-Hans' });
    expect(mails[0]?.subject).toContain('2027年');
    expect(mails[0]?.text).toMatch(/2笔捐款，合计6,000日元/);
    expect(mails[0]?.text).toContain('https://otonari.test/zh-Hans/giving/mine');
    expect((await listSteps(db, without)).map(({ act }) => act)).not.toContain('sum_up');
    clock.set(at('2028-02-01T10:05:00+09:00'));
    await house.run('giving-promises-sum-up');
    expect(await settle()).toEqual([]);
  });

  test('is told in January of what has stayed: what went back of a gift counts no more', async () => {
    const before = clock();
    clock.set(at('2026-12-01T10:00:00+09:00'));
    const id = await house.begin({ donorId: await house.donor({ email: 'part@otonari.example' }) });
    const giftId = (await house.pay(id)) ?? '';
    const occurredOn = Temporal.PlainDate.from('2026-12-02');
    const back = { giftId, source: 'refund:part', kind: 'refund', amount: 1000, occurredOn } as const;
    await inTransaction(db, (tx) => returnGift(tx, { ...back, by: { personId: null, now: clock() } }));
    clock.set(at('2027-01-08T10:05:00+09:00'));
    await house.run('giving-promises-sum-up');
    const mail = (await settle()).find(({ to }) => to === 'part@otonari.example');
    expect(mail?.text).toContain('¥2,000 in all');
    clock.set(before);
  });

  test('finds in the thanks for each month how to stop it, in the first that it goes on until then', async () => {
    const id = await house.begin();
    const monthlyFor = async () => {
      const giftId = (await house.pay(id)) ?? '';
      return inTransaction(db, (tx) => monthlyOf(house.services)(tx, giftId, clock()));
    };
    const first = await monthlyFor();
    expect(first?.isFirst).toBe(true);
    expect((await house.as().get(first?.path ?? '')).text).toContain('every month until you stop');
    clock.advance({ days: 31 });
    expect((await monthlyFor())?.isFirst).toBe(false);
    await house.as().post(`${house.link(id)}/cancellation`);
    expect(await monthlyFor()).toBeNull();
    await settle();
  });

  test('without a mail address is written nothing', async () => {
    const donorId = await house.donor({ email: null });
    const id = await house.announce({ donorId });
    await house.hear(id);
    expect(await settle()).toEqual([]);
    expect((await house.promise(id)).state).toBe('active');
  });
});

describe('supporters', () => {
  test('are people with an active promise: each once, whoever they give as', async () => {
    const before = await countSupporters(db);
    const { id: personId } = await person('Sita');
    const [one, other] = [await house.donor({ personId }), await house.donor({ personId, name: 'シタ' })];
    const merged = await house.donor({ name: 'Sita K.' });
    await db.updateTable('giving.donors').set({ merged_into: one }).where('id', '=', merged).execute();
    for (const donorId of [one, one, other, merged]) await house.begin({ donorId });
    expect(await countSupporters(db)).toBe(before + 1);
    const paused = await house.begin();
    expect(await countSupporters(db)).toBe(before + 2);
    const version = String((await house.promise(paused)).version);
    await house.as().post(`${house.link(paused)}/pause`, { months: '1', version });
    await house.announce();
    expect(await countSupporters(db)).toBe(before + 1);
  });

  test('of one campaign are those who promised for it', async () => {
    const { id: campaignId } = await db
      .insertInto('giving.campaigns')
      .values({
        slug: 'winter',
        begins_on: Temporal.PlainDate.from('2026-11-05'),
        ends_on: Temporal.PlainDate.from('2026-12-25'),
        goal_jpy: 1_500_000,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(await countSupporters(db, { campaignId })).toBe(0);
    await house.begin({ campaignId });
    expect(await countSupporters(db, { campaignId })).toBe(1);
  });
});

describe('the treasurer', () => {
  test('sees every monthly gift, and stops one with a reason; nothing is given back, and the donor is told', async () => {
    const treasurer = await person('会計');
    const desk = house.as(actorOf(treasurer, ['treasurer']));
    const id = await house.begin({ amount: 4321 });
    await house.pay(id);
    await settle();
    expect((await desk.get('/books/promises')).text).toContain('¥4,321');
    const path = `/books/promises/${id}`;
    const page = await desk.get(path);
    expect(page.text).toContain('Nothing is refunded by it');
    expect(page.html).toMatch(/href="\/en\/books\/donors\/[0-9a-f-]+"/);
    const version = String((await house.promise(id)).version);
    const silent = await desk.post(`${path}/cancellation`, { version, seen: '' });
    expect(silent.refusals['reason']).toBeDefined();
    const fields = { version, seen: '', reason: 'She asked by telephone.' };
    expect((await desk.post(`${path}/cancellation`, fields)).status).toBe(303);
    const [mail] = await settle();
    expect(mail?.text).toContain('We have stopped your monthly gift of ¥4,321');
    expect(mail?.text).not.toContain('telephone');
    expect(house.told.get(`sub_${id}`)?.state).toBe('cancelled');
    const [last] = await listSteps(db, id);
    expect(last).toMatchObject({ party: 'treasurer', byPerson: treasurer.id, reason: fields.reason });
    const gifts = db.selectFrom('giving.gifts').select('state').where('promise_id', '=', id);
    expect(await gifts.execute()).toEqual([{ state: 'received' }]);
    expect((await desk.get(path)).html).not.toContain('/cancellation');
  });

  test('is alone with it: coordinators and administrators see no amounts', async () => {
    const id = await house.begin();
    const { id: staffId } = await person('職員');
    const staff = house.as(actorOf({ id: staffId }, ['coordinator', 'administrator']));
    for (const path of ['/books/promises', `/books/promises/${id}`])
      expect((await staff.get(path)).status).toBe(403);
    expect((await staff.post(`/books/promises/${id}/cancellation`, { reason: 'x' })).status).toBe(403);
    expect((await house.promise(id)).state).toBe('active');
  });
});
