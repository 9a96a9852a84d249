import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { runAs } from '../../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../../test/support/database.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { chanceFrom } from '../../../../platform/parts/chance.ts';
import { findDonor, insertDonor } from '../../donors/store.ts';
import { ACCOUNT_OF } from '../../gifts/channels.ts';
import { receiveGift } from '../../gifts/receive.ts';
import { returnGift } from '../../gifts/return.ts';
import type { Receiving } from '../../gifts/types.ts';
import type { Channel } from '../../types.ts';
import { voidReceipt } from '../change.ts';
import { issueReceipt } from '../issue.ts';
import { RECEIPTED } from '../rules.ts';
import { findGiftWaiting } from './gifts.ts';

const { db, ownerUrl } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const by = { personId: null, now };
const DONORS = 5;
const CHANNELS = Object.keys(ACCOUNT_OF) as Channel[];
let donors: readonly string[];

beforeAll(async () => {
  const made = Array.from({ length: DONORS }, (_, at) => ({
    name: `Donor ${at}`,
    address: `墨田区${at}`,
    now,
  }));
  donors = await inTransaction(db, (tx) => Promise.all(made.map((one) => insertDonor(tx, one))));
});

/** Where what is kept is not what gifts, receipts and donors say. */
async function differences(): Promise<unknown[]> {
  const { rows } = await sql`
    with whole as (
      select g.id as gift_id, d.id as donor_id, d.receipt_wish as wish, g.given_on, g.received_on
      from giving.gifts g join giving.donors gave on gave.id = g.donor_id
        join giving.donors d on d.id = coalesce(gave.merged_into, gave.id)
      where g.amount_jpy > g.returned_jpy and g.channel::text = any(${[...RECEIPTED]}) and d.forgotten_at is null
        and not exists (select from giving.receipt_gifts rg where rg.gift_id = g.id and not rg.is_void)
    )
    (select * from whole except select * from giving.gifts_without_receipt)
    union all (select * from giving.gifts_without_receipt except select * from whole)`.execute(db);
  return rows;
}

test('are those that gifts, receipts and wishes say, however many give, receive, change and are merged at once', async () => {
  const chance = chanceFrom('receipts');
  const onDay = Temporal.PlainDate.from('2026-11-05');
  const issue = (giftId: string) =>
    inTransaction(db, async (tx) => {
      const gift = await findGiftWaiting(tx, giftId);
      const donor = gift && (await findDonor(tx, gift.donorId));
      if (!gift || !donor) return '';
      const issued = await issueReceipt(tx, 'https://otonari.test', {
        ...{ donor, gifts: [gift], calendarYear: null, by: null, now },
      });
      return issued.ok ? issued.value : '';
    });
  const live = async () => {
    const gift: Receiving = {
      ...{
        source: `test:${crypto.randomUUID()}`,
        donorId: chance.pick(donors),
        fund: 'general',
        amount: 2000,
      },
      ...{ channel: chance.pick(CHANNELS), givenOn: onDay, receivedOn: onDay, by },
    };
    const giftId = (await inTransaction(db, (tx) => receiveGift(tx, gift))) ?? '';
    const became = chance.below(4);
    if (became === 0) return;
    const id = became < 3 ? await issue(giftId) : '';
    if (id && became === 2)
      await inTransaction(db, (tx) => voidReceipt(tx, { id, reason: '', by: null, now }));
    if (became !== 3) return;
    const back = {
      giftId,
      source: `test:${crypto.randomUUID()}`,
      kind: 'refund',
      occurredOn: onDay,
      by,
    } as const;
    await inTransaction(db, (tx) => returnGift(tx, { ...back, amount: chance.pick([500, 2000]) }));
  };
  const change = (of: Readonly<Record<string, unknown>>, at: number) =>
    inTransaction(db, (tx) =>
      tx
        .updateTable('giving.donors')
        .set(of)
        .where('id', '=', donors[at] ?? '')
        .execute(),
    );
  const changed = async () => {
    for (const receipt_wish of ['each', 'yearly', 'none', 'yearly']) {
      await change({ receipt_wish }, 0);
      await change({ receipt_wish: 'each' }, 1);
      await change({ merged_into: donors[0] }, 1);
      await change({ receipt_wish: 'none' }, 2);
      await change({ merged_into: null }, 1);
    }
    await change({ merged_into: donors[0] }, 2);
    await change({ forgotten_at: now }, 4);
  };
  const giver = async () => {
    for (let time = 0; time < 12; time++) await live();
  };
  await Promise.all([giver(), giver(), giver(), changed()]);
  expect(await differences()).toEqual([]);
  const wishes = await db.selectFrom('giving.gifts_without_receipt').select('wish').distinct().execute();
  expect(wishes.length).toBeGreaterThan(1);
});

test('are written by nobody else', async () => {
  await expect(sql`delete from giving.gifts_without_receipt`.execute(db)).rejects.toThrow(
    /permission denied/,
  );
});

test('hold what waited before they were kept', async () => {
  const step = readFileSync('db/migrations/0952_giving_without_receipt.sql', 'utf8');
  const filling =
    step.slice(step.lastIndexOf('\ninsert into giving.gifts_without_receipt')).split(';')[0] ?? '';
  await runAs(ownerUrl, 'truncate giving.gifts_without_receipt');
  expect((await differences()).length).toBeGreaterThan(0);
  await runAs(ownerUrl, filling);
  expect(await differences()).toEqual([]);
});
