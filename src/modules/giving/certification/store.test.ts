import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { given } from '../../../../test/support/deeds.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { readFigure } from '../../../platform/figures.ts';
import { insertDonor } from '../donors/store.ts';
import type { NewDonor } from '../donors/types.ts';
import { returnGift } from '../gifts/return.ts';
import { certificationFigure } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-06-15T09:00:00+09:00');
const years = (at = now) => readFigure(db, certificationFigure, at);
const count = async (fiscalYear = 2026) =>
  (await years()).find((year) => year.fiscalYear === fiscalYear) ?? { donors: 0, withoutAddress: 0 };

let entered = 0;
/** Somebody with an address of their own gives something. @returns the gift's id */
async function gave(amount: number, donor: Partial<NewDonor> = {}, on?: string): Promise<string> {
  entered++;
  const whole = { name: `Donor ${entered}`, address: `墨田区${entered}-1`, now, ...donor };
  const donorId = await inTransaction(db, (tx) => insertDonor(tx, whole));
  return given(db, amount, { donorId, ...(on && { on }) });
}

// What earlier tests gave was given long ago.
beforeEach(async () => {
  await sql`update giving.gifts set received_on = '2001-05-05'`.execute(db);
  expect(await count()).toMatchObject({ donors: 0, withoutAddress: 0 });
});

describe('toward certification', () => {
  test('counts whoever gave 3,000 yen or more by name, with an address, in the year', async () => {
    await gave(3000);
    await gave(2999);
    await gave(50_000, {}, '2026-03-31');
    await gave(3000, { address: null });
    expect(await count()).toEqual({ fiscalYear: 2026, donors: 1, withoutAddress: 1 });
    expect(await count(2025)).toMatchObject({ donors: 1, withoutAddress: 0 });
  });

  test('says five years, the present one first, and nobody of years in which nobody gave', async () => {
    expect((await years()).map(({ fiscalYear }) => fiscalYear)).toEqual([2026, 2025, 2024, 2023, 2022]);
  });

  test('the same person counts once, and what they gave as two counts together', async () => {
    const personId = crypto.randomUUID();
    await gave(1500, { personId });
    await gave(1500, { personId, address: null });
    expect(await count()).toMatchObject({ donors: 1, withoutAddress: 0 });
  });

  test.each([
    ['墨田区吾妻橋1-2-3', '墨田区吾妻橋１丁目２番３号'],
    ['墨田区吾妻橋1-2-3', '墨田区 吾妻橋１－２－３'],
    ['墨田区吾妻橋1-2-3', '墨田区吾妻橋1丁目2番地の3'],
  ])('everybody at one address counts once: %s, %s', async (one, other) => {
    await gave(2000, { address: one });
    await gave(1000, { address: other });
    expect((await count()).donors).toBe(1);
  });

  test('houses with other numbers are other households, and an organization is nobody’s household', async () => {
    for (const address of ['墨田区1-11', '墨田区11-1', '墨田区1-1-1']) await gave(3000, { address });
    expect((await count()).donors).toBe(3);
    await gave(3000, { address: '墨田区1-11', kind: 'organization' });
    expect((await count()).donors).toBe(4);
  });

  test('who is not to be named in public is known to us, and counts; a collecting box does not', async () => {
    const donorId = await inTransaction(db, (tx) =>
      insertDonor(tx, { name: 'Sita', address: '墨田区1-1', now }),
    );
    await given(db, 2000, { donorId, isAnonymous: true });
    await given(db, 1000, { donorId, on: '2027-03-31' });
    await given(db, 3000, { donorId, on: '2027-04-01', isAnonymous: true });
    await given(db, 50_000, { donorId: null });
    const later = await years(Temporal.Instant.from('2027-06-15T09:00:00+09:00'));
    expect(later.slice(0, 3).map(({ donors }) => donors)).toEqual([1, 1, 0]);
  });

  test('whoever was merged gave as who stands for them, and what went back was not given', async () => {
    const one = await gave(2000);
    await gave(1000);
    const [{ id: standing } = { id: '' }, { id: merged } = { id: '' }] = await db
      .selectFrom('giving.donors')
      .select('id')
      .where('name', 'in', [`Donor ${entered - 1}`, `Donor ${entered}`])
      .orderBy('name')
      .execute();
    await db.updateTable('giving.donors').set({ merged_into: standing }).where('id', '=', merged).execute();
    expect((await count()).donors).toBe(1);
    const occurredOn = Temporal.PlainDate.from('2026-05-01');
    const back = { giftId: one, source: 'test:back', kind: 'refund', amount: 1, occurredOn } as const;
    await inTransaction(db, (tx) => returnGift(tx, { ...back, by: { personId: null, now } }));
    expect((await count()).donors).toBe(0);
  });
});
