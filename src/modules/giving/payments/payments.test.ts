import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { settableClock } from '../../../platform/clock.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { insertDonor } from '../donors/store.ts';
import { listReturnsOf } from '../gifts/store.ts';
import { insertPledge } from '../pledges/store.ts';
import { compareTask } from './notices/compare.ts';
import { hearNotice } from './notices/hear.ts';
import { lookAndTakeIn } from './notices/look.ts';
import { makePractice } from './practice/practice.ts';
import type { ChargeFacts, Happening, Notice, PayoutFacts, Provider } from './provider.ts';
import { listDifferences, readComparison } from './store/differences.ts';
import { countLeft } from './store/notices.ts';
import { insertPractice } from './store/practice.ts';

const { db } = await testDatabase();
const clock = settableClock('2026-11-24T09:00:00+09:00');
const now = clock();
/** What the provider holds by now; the tests are the provider. */
const truth = new Map<string, Happening>();
const provider = { look: async ({ objectId }) => truth.get(objectId) ?? null } as Pick<
  Provider,
  'look'
> as Provider;
const look = (kind: Happening['kind'], objectId: string) =>
  lookAndTakeIn(provider, { kind, objectId }, { db, clock });

async function pledge(amount = 3000): Promise<string> {
  return inTransaction(db, async (tx) => {
    const donorId = await insertDonor(tx, { name: 'Ren Sato', now });
    const made = {
      madeAt: now,
      expiresAt: now.add({ hours: 48 }),
      isAnonymous: false,
      inMemoryOf: null,
      note: null,
    };
    const about = { donorId, campaignId: null, fund: 'spot', amount, channel: 'card' } as const;
    return (await insertPledge(tx, { ...about, ...made })).id;
  });
}

function charged(pledgeId: string | null, more: Partial<ChargeFacts> = {}): ChargeFacts {
  const id = `ch_${crypto.randomUUID()}`;
  const reference = pledgeId === null ? null : ({ kind: 'pledge', id: pledgeId } as const);
  const charge: ChargeFacts = {
    ...{ id, reference, subscription: null, channel: 'card', state: 'succeeded', amount: 3000, fee: 108 },
    ...{ at: now, refunds: [], dispute: null, fingerprint: null },
    ...more,
  };
  truth.set(charge.id, { kind: 'charge', charge });
  return charge;
}

const sent = (id: string, amount: number) =>
  ({ id, amount, state: 'under_way', at: now, key: null }) as const;

async function balances(): Promise<Record<string, number>> {
  const { rows } = await sql<{
    account_id: string;
    sum: number;
  }>`select account_id, sum(amount_jpy)::int as sum
    from giving.entries group by account_id having sum(amount_jpy) <> 0`.execute(db);
  return Object.fromEntries(rows.map((row) => [row.account_id, row.sum]));
}
/** What some work moved, by account. */
async function movedBy(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await balances();
  await work();
  const after = await balances();
  const accounts = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const moved = accounts.map((account) => [account, (after[account] ?? 0) - (before[account] ?? 0)] as const);
  return Object.fromEntries(moved.filter(([, amount]) => amount !== 0));
}
const giftsOf = (pledgeId: string) =>
  db.selectFrom('giving.gifts').select(['amount_jpy', 'state']).where('pledge_id', '=', pledgeId).execute();
/** By which transactions money of a gift went back or came again, as its page shows them. */
async function returnsOf(pledgeId: string): Promise<string[]> {
  const gift = await db
    .selectFrom('giving.gifts')
    .select('id')
    .where('pledge_id', '=', pledgeId)
    .executeTakeFirstOrThrow();
  return listReturnsOf(db, gift.id);
}
const stateOf = async (id: string) =>
  (await db.selectFrom('giving.pledges').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;

test('a charge is one gift with its fee, however often and by how many it is looked at', async () => {
  const id = await pledge();
  const charge = charged(id);
  const moved = await movedBy(() => Promise.all(Array.from({ length: 8 }, () => look('charge', charge.id))));
  expect(moved).toEqual({ payment_provider: 2892, payment_fees: 108, donations: -3000 });
  expect(await giftsOf(id)).toEqual([{ amount_jpy: 3000, state: 'received' }]);
  expect(await stateOf(id)).toBe('received');
  const thanked = await db
    .selectFrom('platform.events')
    .select('id')
    .where('type', '=', 'giving.gift.received')
    .execute();
  expect(thanked).toHaveLength(1);
});

test('a fee that is known later is booked later', async () => {
  const charge = charged(await pledge(), { fee: null });
  await look('charge', charge.id);
  truth.set(charge.id, { kind: 'charge', charge: { ...charge, fee: 108 } });
  expect(await movedBy(() => look('charge', charge.id))).toEqual({
    payment_provider: -108,
    payment_fees: 108,
  });
});

test('a refund that is heard of before its charge leaves nothing but the fee', async () => {
  const id = await pledge();
  const charge = charged(id, { refunds: [sent('re_1', 3000)] });
  const moved = await movedBy(() => Promise.all([look('charge', charge.id), look('charge', charge.id)]));
  expect(moved).toEqual({ payment_provider: -108, payment_fees: 108 });
  expect(await giftsOf(id)).toEqual([{ amount_jpy: 3000, state: 'refunded' }]);
});

test('parts that go back are booked one by one, and come again when they fail', async () => {
  const id = await pledge();
  const part = sent('re_part', 1000);
  const charge = charged(id, { fee: 0, refunds: [part] });
  expect(await movedBy(() => look('charge', charge.id))).toEqual({
    payment_provider: 2000,
    donations: -2000,
  });
  const failed = { ...charge, refunds: [{ ...part, state: 'failed' }] } as const;
  truth.set(charge.id, { kind: 'charge', charge: failed });
  const again = await movedBy(() => Promise.all([look('charge', charge.id), look('charge', charge.id)]));
  expect(again).toEqual({ payment_provider: 1000, donations: -1000 });
  expect(await giftsOf(id)).toEqual([{ amount_jpy: 3000, state: 'received' }]);
});

test('what could not be paid back and was sent once more is gone once, however often it is looked at', async () => {
  const id = await pledge();
  const first = sent('re_first', 3000);
  const charge = charged(id, { fee: 0, refunds: [first] });
  await look('charge', charge.id);
  const refunds = [{ ...first, state: 'failed' as const }, sent('re_again', 3000)];
  truth.set(charge.id, { kind: 'charge', charge: { ...charge, refunds } });
  expect(await movedBy(() => Promise.all([1, 2, 3].map(() => look('charge', charge.id))))).toEqual({});
  expect(await giftsOf(id)).toEqual([{ amount_jpy: 3000, state: 'refunded' }]);
  expect(await returnsOf(id)).toHaveLength(2);
});

test('a payment that was won and is lost after all is gone; one disputed in part stays received', async () => {
  const id = await pledge();
  const moves = [-3000, 3000, -3000].map((amount, at) => ({
    id: `txn_${id}_${at}`,
    amount,
    fee: 0,
    at: now,
  }));
  const charge = charged(id, { fee: 0, dispute: { moves } });
  expect(await movedBy(() => Promise.all([look('charge', charge.id), look('charge', charge.id)]))).toEqual(
    {},
  );
  expect(await giftsOf(id)).toEqual([{ amount_jpy: 3000, state: 'charged_back' }]);
  const other = await pledge();
  const part = { id: `txn_${other}`, amount: -1000, fee: 0, at: now };
  const disputed = charged(other, { fee: 0, dispute: { moves: [part] } });
  expect(await movedBy(() => look('charge', disputed.id))).toEqual({
    payment_provider: 2000,
    donations: -2000,
  });
  expect(await giftsOf(other)).toEqual([{ amount_jpy: 3000, state: 'received' }]);
});

test('a disputed payment is taken back with its fee, and comes again when it is won', async () => {
  const id = await pledge();
  const charge = charged(id, { fee: 0 });
  await look('charge', charge.id);
  const lost = { id: `txn_${charge.id}`, amount: -3000, fee: 1500, at: now };
  const disputed = { ...charge, dispute: { moves: [lost] } };
  truth.set(charge.id, { kind: 'charge', charge: disputed });
  const taken = { payment_provider: -4500, payment_fees: 1500, donations: 3000 };
  expect(await movedBy(() => look('charge', charge.id))).toEqual(taken);
  expect(await giftsOf(id)).toEqual([{ amount_jpy: 3000, state: 'charged_back' }]);
  const won = { id: `txn_won_${charge.id}`, amount: 3000, fee: -1500, at: now };
  truth.set(charge.id, {
    kind: 'charge',
    charge: { ...charge, dispute: { moves: [lost, won] } },
  });
  const again = { payment_provider: 4500, payment_fees: -1500, donations: -3000 };
  expect(await movedBy(() => look('charge', charge.id))).toEqual(again);
  expect(await giftsOf(id)).toEqual([{ amount_jpy: 3000, state: 'received' }]);
  // The receipt hears of both: it was void, and is given anew.
  const { rows } =
    await sql`select from platform.events e join giving.gifts g on g.id::text = e.ids ->> 'giftId'
    where e.type = 'giving.gift.returned' and g.pledge_id = ${id}`.execute(db);
  expect(rows).toHaveLength(2);
});

test('nobody’s money stands among what is not explained; a failed charge is none', async () => {
  const strange = charged(null, { fee: 0 });
  expect(await movedBy(() => look('charge', strange.id))).toEqual({
    payment_provider: 3000,
    unexplained: -3000,
  });
  const failed = charged(await pledge(), { state: 'failed' });
  expect(await movedBy(() => look('charge', failed.id))).toEqual({});
});

test('a page that ran out ends its pledge for good; money that comes later counts all the same', async () => {
  const id = await pledge();
  const checkout = {
    id: `cs_${id}`,
    reference: { kind: 'pledge', id },
    state: 'expired',
    subscription: null,
  } as const;
  truth.set(checkout.id, { kind: 'checkout', checkout });
  await look('checkout', checkout.id);
  expect(await stateOf(id)).toBe('expired');
  truth.set(checkout.id, { kind: 'checkout', checkout: { ...checkout, state: 'open' } });
  await look('checkout', checkout.id);
  expect(await stateOf(id)).toBe('expired');
  await look('charge', charged(id).id);
  expect(await stateOf(id)).toBe('received');
});

test.each(['cancelled', 'expired'] as const)(
  'of a pledge that is %s, what is told late changes nothing but that money came in',
  async (over) => {
    const id = await pledge();
    await db.updateTable('giving.pledges').set({ state: over, over_at: now }).where('id', '=', id).execute();
    const reference = { kind: 'pledge', id } as const;
    const checkout = { id: `cs_${id}`, reference, state: 'expired', subscription: null } as const;
    truth.set(checkout.id, { kind: 'checkout', checkout });
    await look('checkout', checkout.id);
    await look('charge', charged(id, { state: 'failed' }).id);
    expect(await stateOf(id)).toBe(over);
    const charge = charged(id, { refunds: [sent(`re_${id}`, 1000)] });
    await Promise.all([look('charge', charge.id), look('checkout', checkout.id), look('charge', charge.id)]);
    expect(await giftsOf(id)).toEqual([{ amount_jpy: 3000, state: 'received' }]);
    await look('checkout', checkout.id);
    expect(await stateOf(id)).toBe('received');
  },
);

test('what an earlier look has seen does not replace what a later one has', async () => {
  const id = await pledge();
  const charge = charged(id, { fee: 0 });
  const [held, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = {
    async look() {
      const seen = { kind: 'charge', charge } as const;
      held.resolve();
      await goOn.promise;
      return seen;
    },
  } as unknown as Provider;
  const first = lookAndTakeIn(slow, { kind: 'charge', objectId: charge.id }, { db, clock });
  await held.promise;
  const refund = sent(`re_${charge.id}`, 3000);
  truth.set(charge.id, { kind: 'charge', charge: { ...charge, refunds: [refund] } });
  await look('charge', charge.id);
  goOn.resolve();
  await first;
  expect(await giftsOf(id)).toEqual([{ amount_jpy: 3000, state: 'refunded' }]);
});

test('a payout is on its way to the bank, of each fund what it has; one that came back is taken back', async () => {
  const arrived = now.subtract({ hours: 24 * 40 });
  const payout: PayoutFacts = { id: 'po_1', state: 'paid', amount: 5000, at: arrived, fee: 0 };
  truth.set('po_1', { kind: 'payout', payout });
  const moved = await movedBy(() => Promise.all([look('payout', 'po_1'), look('payout', 'po_1')]));
  expect(moved).toEqual({ payment_provider: -5000, in_transit: 5000 });
  truth.set('po_1', { kind: 'payout', payout: { ...payout, state: 'failed' } });
  expect(await movedBy(() => look('payout', 'po_1'))).toEqual({ payment_provider: 5000, in_transit: -5000 });
  const back = db.selectFrom('giving.transactions').select('occurred_on').where('kind', '=', 'correction');
  const of = db.selectFrom('giving.transactions').select('id').where('source', '=', 'payout:po_1');
  const { occurred_on } = await back.where('reverses', 'in', of).executeTakeFirstOrThrow();
  expect(occurred_on.toString()).toBe('2026-11-24');
});

test('a notice is kept once, and its look marks all that wait for it', async () => {
  const charge = charged(await pledge());
  const notice = (id: string) =>
    ({ id, type: 'charge.succeeded', kind: 'charge', objectId: charge.id, at: now }) as const;
  for (const id of ['evt_1', 'evt_1', 'evt_2'])
    await inTransaction(db, (tx) => hearNotice(tx, notice(id), now));
  const waiting = () =>
    db.selectFrom('giving.provider_events').select('id').where('done_at', 'is', null).execute();
  expect(await waiting()).toHaveLength(2);
  const { rows } =
    await sql`select from graphile_worker.jobs where key = ${`giving-look:${charge.id}`}`.execute(db);
  expect(rows).toHaveLength(1);
  await look('charge', charge.id);
  expect(await waiting()).toEqual([]);
});

function listing(notices: readonly Notice[], charges: readonly ChargeFacts[]): Provider {
  return {
    async *listNotices() {
      yield* notices;
    },
    async *listCharges() {
      yield* charges;
    },
  } as unknown as Provider;
}
const compare = (listed: Provider) =>
  compareTask(listed).run({}, { db, clock, log: pino({ level: 'silent' }) });

test('what we were never told of is found by night in the provider’s own lists, and what stands left is counted', async () => {
  const [untold, unheard] = [charged(await pledge()), charged(await pledge())];
  const known = charged(await pledge());
  await look('charge', known.id);
  const missed = {
    id: 'evt_missed',
    type: 'charge.succeeded',
    kind: 'charge',
    objectId: unheard.id,
    at: now,
  } as const;
  await compare(listing([missed], [untold, known]));
  const { rows } = await sql<{
    key: string;
  }>`select key from graphile_worker.jobs where key is not null`.execute(db);
  const keys = rows.map(({ key }) => key);
  expect([untold, unheard, known].map(({ id }) => keys.includes(`giving-look:${id}`))).toEqual([
    true,
    true,
    false,
  ]);
  expect(await readComparison(db)).toEqual({ at: now, unheard: 1, otherwise: 1 });
  expect(await countLeft(db, now)).toBe(0);
  expect(await countLeft(db, now.add({ hours: 1 }))).toBe(1);
  await look('charge', unheard.id);
  expect(await countLeft(db, now.add({ hours: 1 }))).toBe(0);
});

test('what stands otherwise there waits for the treasurer, until the books say the same', async () => {
  const charge = charged(await pledge());
  const differences = async () =>
    (await listDifferences(db, 100)).filter(({ objectId }) => objectId === charge.id);
  await compare(listing([], [charge]));
  expect(await differences()).toMatchObject([{ kind: 'charge', there: 2892, here: 0, giftId: null }]);
  await look('charge', charge.id);
  expect(await differences()).toEqual([]);
  // Money that went back, was taken from us and came again, all of which the books know.
  const moves = [-2000, 2000].map((amount, at) => ({
    id: `txn_${charge.id}_${at}`,
    amount,
    fee: -amount / 2,
    at: now,
  }));
  const failed = { ...sent(`re_${charge.id}_1`, 500), state: 'failed' } as const;
  const moving = { ...charge, refunds: [sent(`re_${charge.id}`, 1000), failed], dispute: { moves } };
  truth.set(charge.id, { kind: 'charge', charge: moving });
  await compare(listing([], [moving]));
  expect(await differences()).toMatchObject([{ there: 1892, here: 2892 }]);
  await look('charge', charge.id);
  expect(await differences()).toEqual([]);
  // A fee is booked once: that it became another one is nothing that a look can make good.
  truth.set(charge.id, { kind: 'charge', charge: { ...moving, fee: 100 } });
  await look('charge', charge.id);
  expect(await differences()).toMatchObject([{ there: 1900, here: 1892 }]);
});

test('the practice provider pays back in parts as well, each once', async () => {
  const practice = makePractice({ db, clock });
  const made = { reference: `pledge:${await pledge()}`, channel: 'card', state: 'succeeded' } as const;
  const charge = await insertPractice(db, 'ch', { ...made, amount_jpy: 3000, made_at: now });
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  await practice.refund(charge, { amount: 1000, key: one });
  await practice.refund(charge, { amount: 1500, key: other });
  await practice.refund(charge, { amount: 1500, key: other });
  const seen = await practice.look({ kind: 'charge', objectId: charge });
  const refunds = seen?.kind === 'charge' ? seen.charge.refunds : [];
  expect(new Map(refunds.map(({ key, amount }) => [key, amount]))).toEqual(
    new Map([
      [one, 1000],
      [other, 1500],
    ]),
  );
  expect(refunds).toHaveLength(2);
});
