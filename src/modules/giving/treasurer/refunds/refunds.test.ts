import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { ask, type Caller, press, signIn } from '../../../../../test/support/caller.ts';
import { openProduct } from '../../../../../test/support/product.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { Role } from '../../../../platform/permissions.ts';
import { createPerson, dayInJapan } from '../../../people/index.ts';
import { receiveGift } from '../../gifts/receive.ts';
import type { Provider } from '../../payments/provider.ts';
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

async function give(amount: number, channel: Channel = 'bank'): Promise<string> {
  const charge = channel === 'card' ? { providerCharge: `ch_${crypto.randomUUID()}` } : {};
  const days = { givenOn: today, receivedOn: today };
  const by = { personId: null, now };
  const gift = {
    source: `test:${crypto.randomUUID()}`,
    donorId: null,
    fund: 'general',
    amount,
    channel,
  } as const;
  return (await inTransaction(db, (tx) => receiveGift(tx, { ...gift, ...charge, ...days, by }))) ?? '';
}
const askFor = (giftId: string, amount: number, by: Caller = treasurer) =>
  press(product, by, `/en/books/gifts/${giftId}/refund`, {
    amount: String(amount),
    refundReason: 'Given twice',
  });
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

test('a card goes back by the provider, under one key however often the job runs, and not before it is approved', async () => {
  const sent: { charge: string; amount: number; key: string }[] = [];
  const payments = {
    refund: async (charge: string, order: { amount: number; key: string }) =>
      void sent.push({ charge, ...order }),
  } as unknown as Provider;
  const run = async (giftId: string) =>
    sendRefundTask({ payments }).run(
      { refundId: (await refundOf(giftId)).id },
      { db, clock: product.clock, log: undefined as never },
    );
  const id = await give(60_000, 'card');
  await askFor(id, 60_000);
  await run(id);
  expect(sent).toEqual([]);
  expect(await decide(id, 'approval', second)).toBe(303);
  expect(await pay(id)).toBe(422);
  await run(id);
  await run(id);
  expect(sent).toMatchObject([{ amount: 60_000, key: (await refundOf(id)).id }]);
  expect((await refundOf(id)).state).toBe('sent');
});

test('an administrator sees refunds and no other page of the books', async () => {
  const seen = async (path: string) => (await ask(product, administrator, path)).status;
  expect(await seen('/en/books/refunds')).toBe(200);
  expect(await seen('/en/books/gifts')).toBe(403);
});
