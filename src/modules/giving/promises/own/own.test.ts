import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../../../test/support/house.ts';
import { promiseHouse } from '../../../../../test/support/promises.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { makeTokens } from '../../../../platform/sealed/tokens.ts';
import { createPerson } from '../../../people/index.ts';
import { endRest, insertRest } from '../../payments/store/card-rests.ts';
import { listSteps } from '../store/steps.ts';

const house = await promiseHouse();
const at = (text: string) => Temporal.Instant.from(text);
const { db, clock, settle, told } = house;
const visitor = house.as();
const stateOf = async (id: string) => (await house.promise(id)).state;
const versionOf = async (id: string) => String((await house.promise(id)).version);

describe('the link in a mail', () => {
  test('shows the gift to whoever has it, says nothing of who gives, and changes nothing by itself', async () => {
    const id = await house.begin();
    const path = house.link(id);
    const page = await visitor.get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('You give ¥3,000 every month until you stop');
    expect(page.html).not.toContain('Sita');
    expect(page.html).not.toContain('sita@');
    expect(page.html).not.toContain(id);
    expect(await stateOf(id)).toBe('active');
    expect((await house.promise(id)).version).toBe(2);
  });

  test('stops at once: by the page, by a mail, and at the provider', async () => {
    const id = await house.begin();
    const path = house.link(id);
    const answer = await visitor.post(`${path}/cancellation`);
    expect([answer.status, answer.location]).toEqual([303, path]);
    expect(answer.flash).toContain('It is stopped');
    expect(await stateOf(id)).toBe('cancelled');
    const mails = await settle();
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('is stopped')]);
    expect(mails[0]?.text).toContain('Nothing more is charged');
    expect(told.get(`sub_${id}`)?.state).toBe('cancelled');
    expect((await house.promise(id)).untoldSince).toBeNull();
    const [last] = await listSteps(db, id);
    expect(last).toMatchObject({ act: 'cancel', party: 'donor', from: 'active', to: 'cancelled' });
  });

  test('followed again after stopping says that it is stopped, and does nothing more', async () => {
    const id = await house.begin();
    const path = house.link(id);
    await visitor.post(`${path}/cancellation`);
    await settle();
    const page = await visitor.get(path);
    expect(page.text).toContain('It is stopped');
    expect(page.html).not.toContain('<form');
    expect(page.html).toContain('href="/en/giving/new"');
    for (const [act, fields] of [
      ['cancellation', {}],
      ['pause', { months: '1', version: await versionOf(id) }],
      ['amount', { amount: '9000', version: await versionOf(id) }],
      ['resumption', { version: await versionOf(id) }],
      ['undoing', { version: await versionOf(id) }],
    ] as const) {
      const again = await visitor.post(`${path}/${act}`, fields);
      expect(again.status, act).toBe(422);
    }
    expect(await house.promise(id)).toMatchObject({ state: 'cancelled', amount: 3000 });
    expect(await settle()).toEqual([]);
    const audited = await db
      .selectFrom('audit.entries')
      .select('id')
      .where('object_id', '=', id)
      .where('action', '=', 'giving.promise.cancelled')
      .execute();
    expect(audited).toHaveLength(1);
  });

  test('of one gift does nothing to another; forged there is no such page, too old it says so', async () => {
    const [id, other] = [await house.begin(), await house.begin()];
    const path = house.link(id);
    await visitor.post(`${path}/cancellation`);
    expect(await stateOf(other)).toBe('active');
    const link = house.link(other);
    const strange = makeTokens('another secret of thirty-two characters').seal(
      `${other} 9999999999999`,
      'giving.promise',
    );
    for (const forged of [
      `${link.slice(0, -4)}AAAA`,
      `/giving/promises/${other}`,
      `/giving/promises/${strange}`,
    ]) {
      expect((await visitor.get(forged)).status).toBe(404);
      expect((await visitor.get(`${forged}/card`)).status).toBe(404);
      expect((await visitor.post(`${forged}/cancellation`)).status).toBe(404);
    }
    const before = clock();
    clock.advance({ days: 401 });
    expect((await visitor.get(link)).status).toBe(410);
    expect((await visitor.post(`${link}/cancellation`)).status).toBe(410);
    expect(await stateOf(other)).toBe('active');
    clock.set(before);
  });
});

describe('a donor', () => {
  test('pauses, and it goes on by itself on the day', async () => {
    const id = await house.begin();
    const path = house.link(id);
    await visitor.post(`${path}/pause`, { months: '2', version: await versionOf(id) });
    expect((await house.promise(id)).pausedUntil?.toString()).toBe('2027-01-24');
    const [mail] = await settle();
    expect(mail?.text).toContain('Nothing is charged until');
    expect(told.get(`sub_${id}`)?.state).toBe('paused');
    const before = clock();
    clock.set(at('2027-01-23T23:59:00+09:00'));
    await house.run('giving-promises-due');
    expect(await stateOf(id)).toBe('paused');
    clock.set(at('2027-01-24T00:20:00+09:00'));
    await house.run('giving-promises-due');
    await house.run('giving-promises-due');
    expect(await stateOf(id)).toBe('active');
    expect(await settle()).toHaveLength(1);
    expect(told.get(`sub_${id}`)?.state).toBe('active');
    expect((await listSteps(db, id))[0]).toMatchObject({ act: 'resume', party: 'house' });
    clock.set(before);
  });

  test('changes the sum, and takes it back', async () => {
    const id = await house.begin();
    const path = house.link(id);
    const send = async (act: string, fields = {}) =>
      visitor.post(`${path}/${act}`, { version: await versionOf(id), ...fields });
    expect((await send('amount', { amount: '5,000' })).status).toBe(303);
    expect((await settle())[0]?.text).toContain('¥5,000 a month instead of ¥3,000');
    expect(told.get(`sub_${id}`)).toEqual({ state: 'active', amount: 5000 });
    expect((await visitor.get(path)).text).toContain('You can go back to ¥3,000 a month');
    expect((await send('undoing')).status).toBe(303);
    await settle();
    expect(told.get(`sub_${id}`)?.amount).toBe(3000);
    expect((await listSteps(db, id)).slice(0, 2).map(({ amounts }) => amounts)).toEqual([
      { before: 5000, after: 3000 },
      { before: 3000, after: 5000 },
    ]);
  });

  test.each(['0', '999', '-3000', '1000.5', '1000001', '1000000000000', '９９９', 'many'])(
    'is refused %s yen a month',
    async (amount) => {
      const id = await house.begin();
      const answer = await visitor.post(`${house.link(id)}/amount`, { amount, version: await versionOf(id) });
      expect(answer.status).toBe(422);
      expect(answer.refusals['amount']).toBeDefined();
      expect((await house.promise(id)).amount).toBe(3000);
    },
  );

  test('with two tabs open changes nothing from the older one, but stops from it', async () => {
    const id = await house.begin();
    const path = house.link(id);
    const old = await versionOf(id);
    await visitor.post(`${path}/amount`, { amount: '5000', version: old });
    const second = await visitor.post(`${path}/amount`, { amount: '9000', version: old });
    expect(second.status).toBe(422);
    expect(second.text).toContain('It has changed since this page was opened');
    expect((await visitor.post(`${path}/pause`, { months: '1', version: old })).status).toBe(422);
    expect(await house.promise(id)).toMatchObject({ amount: 5000, state: 'active' });
    expect((await visitor.post(`${path}/cancellation`, { version: old })).status).toBe(303);
    expect(await stateOf(id)).toBe('cancelled');
  });

  test('whose card fails is led to the provider’s page by one link, and nowhere once all is well', async () => {
    const id = await house.begin();
    const path = house.link(id);
    expect((await visitor.get(`${path}/card`)).location).toBe(path);
    await house.hear(id, house.failing(1));
    expect((await visitor.get(path)).html).toContain(`${path}/card`);
    expect((await visitor.get(`${path}/card`)).location).toBe(`https://pay.example/repair/sub_${id}`);
    await house.hear(id, { state: 'cancelled' });
    expect((await visitor.get(`${path}/card`)).location).toBe(path);
  });

  test('tries no other card while cards rest', async () => {
    const id = await house.begin();
    const path = house.link(id);
    await house.hear(id, house.failing(1));
    const restId = await inTransaction(db, (tx) => insertRest(tx, { failed: 20, now: clock() }));
    const answer = await visitor.get(`${path}/card`);
    expect(answer.location).toBe(path);
    expect(answer.flash).toContain('no card can be used');
    await inTransaction(db, (tx) => endRest(tx, restId, { personId: null, now: clock() }));
    expect((await visitor.get(`${path}/card`)).location).toContain('https://pay.example');
  });

  test('hears when the provider does not answer, and finds the way to another card again', async () => {
    const id = await house.begin();
    const path = house.link(id);
    await house.hear(id, house.failing(1));
    const { beginRepair } = house.provider;
    house.provider.beginRepair = () => Promise.reject(new Error('no answer'));
    const answer = await visitor.get(`${path}/card`);
    expect(answer.location).toBe(path);
    expect(answer.flash).toContain('does not answer');
    house.provider.beginRepair = beginRepair;
    expect((await visitor.get(`${path}/card`)).location).toContain('https://pay.example');
  });

  test('finds all of theirs on their own page, and nobody else’s', async () => {
    const email = 'maya@otonari.example';
    const person = await inTransaction(db, (tx) => createPerson(tx, { name: 'Maya', email, now: clock() }));
    const donorId = await house.donor({ name: 'Maya', email });
    const id = await house.begin({ donorId, amount: 7000 });
    await house.pay(id);
    const own = await house.as(actorOf(person)).get('/giving/mine');
    expect(own.text).toContain('¥7,000 a month');
    expect(own.text).toContain('Every month, by card');
    const href = /href="\/en(\/giving\/promises\/[^"]+)"/.exec(own.html)?.[1] ?? '';
    expect((await visitor.get(href)).text).toContain('¥7,000');
    const other = await inTransaction(db, (tx) => createPerson(tx, { name: 'Bo', now: clock() }));
    expect((await house.as(actorOf(other)).get('/giving/mine')).text).not.toContain('¥7,000');
    expect((await visitor.get('/giving/mine')).status).not.toBe(200);
  });
});
