import { expect, test } from 'vitest';
import { actorOf } from '../../../../../test/support/house.ts';
import { promiseHouse } from '../../../../../test/support/promises.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson, grantRole } from '../../../people/index.ts';
import { payPath } from '../../give/pay/token.ts';
import { insertPledge } from '../../pledges/store.ts';
import { lookAndTakeIn } from '../notices/look.ts';
import type { ChargeFacts, Provider, Reference } from '../provider.ts';
import { cardsListener } from './tell.ts';

const house = await promiseHouse();
const { db, clock, provider } = house;
/** What the provider holds by now, and at which charges it was asked to close the page. */
const truth = new Map<string, ChargeFacts>();
const closed: string[] = [];
const answers: Pick<Provider, 'look' | 'closePage' | 'beginGift'> = {
  look: async ({ objectId }) => {
    const charge = truth.get(objectId);
    return charge ? { kind: 'charge', charge } : null;
  },
  closePage: async (charge) => {
    closed.push(charge);
    return null;
  },
  beginGift: async () => 'https://pay.example/page',
};
Object.assign(provider, answers);

const email = 'sakura@otonari.example';
const sakura = await inTransaction(db, async (tx) => {
  const person = await createPerson(tx, { name: 'Sakura', email, locale: 'en', now: clock() });
  const by = { personId: null, role: 'administrator' };
  await grantRole(tx, { personId: person.id, role: 'treasurer' }, { by, now: clock() });
  return person;
});
const treasurer = house.as(actorOf(sakura, ['treasurer']));
const visitor = house.as();

const donorId = await house.donor();
async function pledge(): Promise<Reference> {
  const now = clock();
  const what = { donorId, fund: 'general', amount: 3000, channel: 'card', campaignId: null } as const;
  const said = { isAnonymous: false, inMemoryOf: null, note: null };
  const days = { madeAt: now, expiresAt: now.add({ hours: 24 }) };
  const { id } = await inTransaction(db, (tx) => insertPledge(tx, { ...what, ...said, ...days }));
  return { kind: 'pledge', id };
}

let count = 0;
async function fail(more: Partial<ChargeFacts> = {}): Promise<string> {
  const id = `ch_${++count}`;
  const charge: ChargeFacts = {
    ...{ id, reference: null, subscription: null, channel: 'card', state: 'failed', amount: 3000 },
    ...{ fee: null, at: clock(), refunds: [], dispute: null, fingerprint: `card ${id}` },
    ...more,
  };
  truth.set(id, charge);
  for (let times = 0; times < 2; times++)
    await lookAndTakeIn(provider, { kind: 'charge', objectId: id }, { db, clock });
  return id;
}
async function failOften(times: number, more: Partial<ChargeFacts> = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let time = 0; time < times; time++) ids.push(await fail(more));
  return ids;
}
async function closedNow(): Promise<string[]> {
  await house.settle();
  return closed.splice(0);
}
const takesCards = async () => (await visitor.get('/giving/new')).html.includes('value="card"');

test('five cards that fail at one page close it, and nobody pays there any more', async () => {
  const reference = await pledge();
  const path = payPath(house.services, reference);
  await failOften(4, { reference });
  expect(await closedNow()).toEqual([]);
  expect((await visitor.get(path)).html).toContain('https://pay.example/page');
  const last = await fail({ reference });
  expect(await closedNow()).toEqual([last]);
  expect((await visitor.get(path)).text).toContain('Several cards have failed here');
  clock.advance({ hours: 25 });
});

test('one card that fails five times within a day has its page closed, wherever it is tried', async () => {
  const tried = async () => fail({ reference: await pledge(), fingerprint: 'one card' });
  await tried();
  clock.advance({ hours: 25 });
  for (let times = 0; times < 4; times++) await tried();
  expect(await closedNow()).toEqual([]);
  const last = await tried();
  expect(await closedNow()).toEqual([last]);
  const kept = await db.selectFrom('giving.card_failures').selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain('one card');
  clock.advance({ hours: 2 });
});

test('monthly cards at the turn of a month, other ways to pay and what failed long ago count for nothing', async () => {
  const id = await house.begin();
  await failOften(20, { subscription: `sub_${id}`, reference: { kind: 'promise', id } });
  await failOften(20, { channel: 'konbini' });
  await failOften(20, { at: clock().subtract({ hours: 2 }) });
  expect(await takesCards()).toBe(true);
});

test('twenty within an hour: cards rest, all their pages close, and only the treasurer opens again', async () => {
  const announced = await house.announce();
  const reference = await pledge();
  const [first] = await failOften(2, { reference });
  await failOften(17);
  const monthly = { kind: 'promise', id: announced } as const;
  expect(await takesCards()).toBe(true);
  const last = await fail({ reference: monthly, subscription: 'sub_begins' });
  expect(await takesCards()).toBe(false);
  expect((await closedNow()).toSorted()).toEqual([first, last].toSorted());
  const news = db.selectFrom('platform.events').selectAll().where('type', '=', 'giving.cards.rested');
  for (const { id, type, ids } of await news.execute()) {
    const event = { id, type, ids: ids as Record<string, string> };
    for (let times = 0; times < 2; times++) await cardsListener(house.services).handle(event, house.context);
  }
  const mails = await house.settle();
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    [email, expect.stringContaining('giving by card rests')],
  ]);
  expect(mails[0]?.text).toContain('/en/books/cards');

  const form = await visitor.get('/giving/new?rhythm=monthly');
  expect(form.text).toContain('Giving by card, monthly gifts included, is paused');
  expect(form.html).not.toContain('value="monthly"');
  expect((await visitor.get(payPath(house.services, await pledge()))).text).toContain('way to pay is closed');
  const late = await fail({ reference });
  expect(await closedNow()).toEqual([late]);
  clock.advance({ hours: 30 });
  expect(await takesCards()).toBe(false);

  expect((await treasurer.get('/books')).text).toContain('20 cards failed within an hour');
  const [, opening = ''] =
    /action="\/en(\/books\/cards\/[^"]+)"/.exec((await treasurer.get('/books/cards')).html) ?? [];
  expect((await house.as(actorOf(sakura, ['coordinator'])).post(opening)).status).toBe(403);
  expect((await treasurer.post(opening)).flash).toContain('taken again');
  expect(await takesCards()).toBe(true);
  expect((await treasurer.get('/books')).text).not.toContain('cards failed');
});

test('opening begins the count anew; a page from before opens nothing else', async () => {
  clock.advance({ minutes: 1 });
  await failOften(20);
  const path = async () =>
    /action="\/en(\/books\/cards\/[^"]+)"/.exec((await treasurer.get('/books/cards')).html)?.[1] ?? '';
  const before = await path();
  clock.advance({ minutes: 1 });
  await treasurer.post(before);
  clock.advance({ minutes: 1 });
  await failOften(19);
  expect(await takesCards()).toBe(true);
  await fail();
  expect(await takesCards()).toBe(false);
  expect((await treasurer.post(before)).text).toContain('Somebody has taken up cards again already');
  expect(await takesCards()).toBe(false);
  await treasurer.post(await path());
  expect((await treasurer.get('/books/cards')).text).toContain('Cards are taken.');
});
