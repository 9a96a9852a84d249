import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { ask, type Caller, press, signIn } from '../../../../../test/support/caller.ts';
import { openProduct } from '../../../../../test/support/product.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { Role } from '../../../../platform/permissions.ts';
import { createPerson, dayInJapan } from '../../../people/index.ts';
import { insertDonor } from '../../donors/store.ts';
import { receiveGift } from '../../gifts/receive.ts';
import type { ChargeFacts, Provider, RefundFacts } from '../../payments/provider.ts';
import { takeInCharge } from '../../payments/take-in/charge.ts';
import type { Channel } from '../../types.ts';
import { sendRefundTask } from './send.ts';

const product = await openProduct();
const { db } = product.database;
const now = product.clock();
const today = dayInJapan(now);
const treasurer = await signIn(product, product.ids.treasurer);
const administrator = await signIn(product, product.ids.administrator);
const person = (...roles: Role[]) =>
  inTransaction(db, (tx) => createPerson(tx, { name: `P ${crypto.randomUUID()}`, roles, now }));
const second = await signIn(product, (await person('treasurer')).id);

async function give(
  amount: number,
  channel: Channel = 'bank',
  donorId: string | null = null,
): Promise<string> {
  const providerCharge = `ch_${crypto.randomUUID()}`;
  const charge = channel === 'card' ? { providerCharge } : {};
  const days = { givenOn: today, receivedOn: today };
  const by = { personId: null, now };
  const gift = {
    source: `charge:${providerCharge}`,
    donorId,
    fund: 'general',
    amount,
    channel,
  } as const;
  return (await inTransaction(db, (tx) => receiveGift(tx, { ...gift, ...charge, ...days, by }))) ?? '';
}
function askFor(giftId: string, amount: number, by: Caller = treasurer) {
  // The last that was asked for is the latest.
  product.clock.advance({ seconds: 1 });
  const fields = { amount: String(amount), refundReason: 'Given twice' };
  return press(product, by, `/en/books/gifts/${giftId}/refund`, fields);
}
const refundOf = (giftId: string) =>
  db
    .selectFrom('giving.refunds')
    .select(['id', 'state', 'amount_jpy'])
    .where('gift_id', '=', giftId)
    .orderBy('asked_at', 'desc')
    .executeTakeFirstOrThrow();
const decide = async (giftId: string, how: string, by: Caller, fields = {}) =>
  (await press(product, by, `/en/books/refunds/${(await refundOf(giftId)).id}/${how}`, fields)).status;
const pay = (giftId: string) => decide(giftId, 'payment', treasurer, { paidOn: today.toString() });
const giftOf = (id: string) =>
  db
    .selectFrom('giving.gifts')
    .select(['state', 'returned_jpy'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

describe('a refund by hand', () => {
  test('up to the limit is paid by one treasurer, and booked once', async () => {
    const id = await give(30_000);
    expect((await askFor(id, 30_000)).status).toBe(303);
    expect(await pay(id)).toBe(303);
    expect(await pay(id)).toBe(422);
    expect(await giftOf(id)).toEqual({ state: 'refunded', returned_jpy: 30_000 });
  });

  test('above it waits for somebody else, an administrator or another treasurer', async () => {
    for (const other of [administrator, second]) {
      const id = await give(40_000);
      expect((await askFor(id, 30_001)).status).toBe(303);
      expect(await pay(id)).toBe(422);
      expect(await decide(id, 'approval', treasurer)).toBe(422);
      expect(await giftOf(id)).toEqual({ state: 'received', returned_jpy: 0 });
      expect(await decide(id, 'approval', other)).toBe(303);
      expect(await decide(id, 'approval', other)).toBe(422);
      expect(await pay(id)).toBe(303);
      expect(await giftOf(id)).toEqual({ state: 'received', returned_jpy: 30_001 });
    }
  });

  test('is taken back by whoever asked, and then nothing goes', async () => {
    const id = await give(50_000);
    await askFor(id, 50_000);
    expect(await decide(id, 'refusal', treasurer)).toBe(303);
    expect(await decide(id, 'approval', second)).toBe(422);
    expect((await refundOf(id)).state).toBe('refused');
    expect((await askFor(id, 50_000)).status).toBe(303);
  });

  test('is never more than what is left beside what is under way', async () => {
    const id = await give(10_000);
    await askFor(id, 6000);
    expect((await askFor(id, 4001)).status).toBe(422);
    expect(await pay(id)).toBe(303);
    expect((await askFor(id, 4001)).status).toBe(422);
    expect((await askFor(id, 4000)).status).toBe(303);
  });
});

describe('a refund of a gift', () => {
  test('in parts, all that goes back of a gift is up to the limit, or waits for somebody else', async () => {
    const id = await give(60_000);
    await askFor(id, 20_000);
    expect(await pay(id)).toBe(303);
    await askFor(id, 10_001);
    expect((await refundOf(id)).state).toBe('asked');
  });

  test('by hand can be withdrawn until it is paid, and the gift can be refunded again', async () => {
    const id = await give(10_000);
    await askFor(id, 10_000);
    expect(await decide(id, 'refusal', treasurer)).toBe(303);
    expect(await pay(id)).toBe(422);
    expect((await askFor(id, 10_000)).status).toBe(303);
    expect(await pay(id)).toBe(303);
    expect(await decide(id, 'refusal', treasurer)).toBe(422);
  });
});

describe('whoever has the database', () => {
  const write = (gift: string, amount: number, state: string, asker: string | null, decider: string | null) =>
    sql`insert into giving.refunds (gift_id, amount_jpy, state, needs_second, asked_by, asked_at, decided_by)
      values (${gift}, ${amount}, ${state}::giving.refund_state, true, ${asker}, now(), ${decider})`.execute(
      db,
    );

  test('approves no refund of their own, nor one of nobody', async () => {
    const [gift, one, other] = [await give(90_000), treasurer.personId, second.personId];
    await expect(write(gift, 1, 'approved', one, one)).rejects.toThrow(/refunds_need_two/);
    await expect(write(gift, 1, 'approved', one, null)).rejects.toThrow(/refunds_need_two/);
    await expect(write(gift, 1, 'approved', null, other)).rejects.toThrow(/refunds_need_two/);
    await write(gift, 1, 'approved', one, other);
    await expect(write(gift, 90_000, 'asked', one, null)).rejects.toThrow(/more would be refunded/);
    await expect(
      sql`update giving.refunds set amount_jpy = 2 where gift_id = ${gift}`.execute(db),
    ).rejects.toThrow(/not changed/);
  });

  test('lets no two refunds of the same moment be more than the gift', async () => {
    const gift = await give(10_000);
    const asked = await Promise.allSettled(
      [1, 2, 3, 4].map(() => write(gift, 6000, 'asked', treasurer.personId, null)),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

/** A provider that has a charge, pays back under a key what it is asked for, or refuses. */
function providerOf(refuses = false) {
  const sent: { charge: string; amount: number; key: string }[] = [];
  const answer: Pick<Provider, 'look' | 'refund'> = {
    async refund(charge, order) {
      if (refuses) return 'refused';
      sent.push({ charge, ...order });
      return 'sent';
    },
    look: async ({ objectId }) => ({
      kind: 'charge',
      charge: chargeOf(
        objectId,
        sent.map(({ key, amount }) => part(key, amount)),
      ),
    }),
  };
  const { clock } = product;
  const run = async (refundId: string) =>
    sendRefundTask({ payments: answer as Provider }).run(
      { refundId },
      { db, clock, log: undefined as never },
    );
  return { sent, run };
}
const part = (key: string, amount: number): RefundFacts => ({
  id: `re_${key}`,
  amount,
  state: 'under_way',
  at: now,
  key,
});
const chargeOf = (id: string, refunds: readonly RefundFacts[]): ChargeFacts => ({
  ...{
    id,
    reference: null,
    subscription: null,
    channel: 'card',
    state: 'succeeded',
    amount: 10_000,
    fee: null,
  },
  ...{ at: now, refunds, dispute: null, fingerprint: null },
});
async function tell(giftId: string, refunds: readonly RefundFacts[]): Promise<void> {
  const gift = db.selectFrom('giving.gifts').select('provider_charge').where('id', '=', giftId);
  const { provider_charge } = await gift.executeTakeFirstOrThrow();
  await inTransaction(db, (tx) => takeInCharge(tx, chargeOf(provider_charge ?? '', refunds), now));
}

describe('a card', () => {
  test('goes back by the provider, once however often the job runs, and not before it is approved', async () => {
    const { sent, run } = providerOf();
    const id = await give(60_000, 'card');
    await askFor(id, 60_000);
    const refund = await refundOf(id);
    await run(refund.id);
    expect(sent).toEqual([]);
    expect(await decide(id, 'approval', second)).toBe(303);
    expect(await pay(id)).toBe(422);
    await run(refund.id);
    await run(refund.id);
    expect(sent).toMatchObject([{ amount: 60_000, key: refund.id }]);
    expect((await refundOf(id)).state).toBe('sent');
  });

  test('that went back before a crash is not sent again, however long ago that was', async () => {
    const { sent, run } = providerOf();
    const id = await give(10_000, 'card');
    await askFor(id, 4000);
    const refund = await refundOf(id);
    sent.push({ charge: '', amount: 4000, key: refund.id });
    await run(refund.id);
    expect(sent).toHaveLength(1);
    expect((await refundOf(id)).state).toBe('sent');
  });

  test('whose refund the provider refuses waits as failed, and nothing went back', async () => {
    const id = await give(10_000, 'card');
    await askFor(id, 4000);
    await providerOf(true).run((await refundOf(id)).id);
    expect((await refundOf(id)).state).toBe('failed');
    expect(await giftOf(id)).toEqual({ state: 'received', returned_jpy: 0 });
    expect(await decide(id, 'refusal', treasurer)).toBe(303);
  });

  test('sent back and not told of is under way; what failed there is put away and asked for anew', async () => {
    const id = await give(10_000, 'card');
    await askFor(id, 6000);
    expect(await decide(id, 'refusal', treasurer)).toBe(422);
    const refund = await refundOf(id);
    await providerOf().run(refund.id);
    expect((await askFor(id, 4001)).status).toBe(422);
    await tell(id, [{ ...part(refund.id, 6000), state: 'failed' }]);
    expect((await refundOf(id)).state).toBe('failed');
    expect(await (await ask(product, treasurer, '/en/books/refunds')).text()).toContain('Not refunded');
    expect(await decide(id, 'refusal', treasurer)).toBe(303);
    expect((await askFor(id, 10_000)).status).toBe(303);
  });
});

test('the page of a gift shows each part that went back, of a card as by the bank, in one table', async () => {
  const [card, bank] = [await give(10_000, 'card'), await give(10_000)];
  await tell(card, [part(crypto.randomUUID(), 1200), part(crypto.randomUUID(), 1300)]);
  for (const amount of [1200, 1300]) {
    await askFor(bank, amount);
    await pay(bank);
  }
  for (const id of [card, bank]) {
    const page = await (await ask(product, treasurer, `/en/books/gifts/${id}`)).text();
    expect(page.match(/<table/g)).toHaveLength(1);
    const rows = [...page.matchAll(/<tr .*?<\/tr>/gs)].map(([row]) => row);
    const told = rows.filter((row) => row.includes('>Refund<')).map((row) => row.match(/¥[\d,]+/)?.[0]);
    expect(new Set(told)).toEqual(new Set(['¥1,200', '¥1,300']));
    expect(page).toMatch(/Gone back.*?¥2,500/s);
  }
});

describe('in the same moment', () => {
  /** @returns how many of them were told that it is done */
  async function rivals(refundId: string, hows: readonly (readonly [string, Caller])[], fields = {}) {
    const presses = hows.map(([how, by]) =>
      press(product, by, `/en/books/refunds/${refundId}/${how}`, fields),
    );
    return (await Promise.all(presses)).filter(({ status }) => status === 303).length;
  }

  test('two who approve and one who takes it back: one of them is heard, and a card goes back once or never', async () => {
    for (let round = 0; round < 4; round++) {
      const id = await give(60_000, 'card');
      await askFor(id, 60_000);
      const refund = await refundOf(id);
      const hows = [
        ['approval', second],
        ['refusal', treasurer],
        ['approval', administrator],
      ] as const;
      expect(await rivals(refund.id, hows)).toBe(1);
      const { state } = await refundOf(id);
      const { sent, run } = providerOf();
      await Promise.all([run(refund.id), run(refund.id)]);
      await run(refund.id);
      expect(new Set(sent.map(({ key }) => key)).size).toBe(state === 'approved' ? 1 : 0);
    }
  });

  test('two who have paid by hand and one who takes it back: the books have it once or never', async () => {
    for (let round = 0; round < 4; round++) {
      const id = await give(20_000);
      await askFor(id, 20_000);
      const refund = await refundOf(id);
      const hows = [
        ['payment', treasurer],
        ['refusal', second],
        ['payment', second],
      ] as const;
      expect(await rivals(refund.id, hows, { paidOn: today.toString() })).toBe(1);
      const { state } = await refundOf(id);
      expect((await giftOf(id)).returned_jpy).toBe(state === 'paid' ? 20_000 : 0);
    }
  });

  test('two who ask for the whole: no more than the gift goes back', async () => {
    const id = await give(10_000);
    const told = await Promise.all([treasurer, second, treasurer].map((by) => askFor(id, 10_000, by)));
    expect(told.filter(({ status }) => status === 303)).toHaveLength(1);
  });
});

test('an administrator learns on their own page that a refund waits for them, and to whom it would go', async () => {
  const donorId = await inTransaction(db, (tx) => insertDonor(tx, { name: 'Reiko Refund', now }));
  const id = await give(60_000, 'bank', donorId);
  await askFor(id, 60_000);
  const read = async (path: string, by: Caller) => (await ask(product, by, path)).text();
  expect(await read('/en/me', administrator)).toContain('href="/en/books/refunds"');
  const seen = await read('/en/books/refunds', administrator);
  expect(seen).toContain('Reiko Refund');
  expect(seen).not.toContain(`/books/gifts/${id}`);
  expect(await read('/en/books/refunds', treasurer)).toContain(`href="/en/books/gifts/${id}"`);
});

test('an administrator sees refunds and no other page of the books', async () => {
  const seen = async (path: string) => (await ask(product, administrator, path)).status;
  expect(await seen('/en/books/refunds')).toBe(200);
  expect(await seen('/en/books/gifts')).toBe(403);
});
