import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { donorWith } from '../../../../test/support/receipts.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { insertPledge } from '../pledges/store.ts';
import { compareDonors } from './alike/jobs.ts';
import { forgetDonor } from './forget.ts';
import { mergeDonors } from './merge/merge.ts';
import { findDonor } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const who = { name: 'Sita', kana: 'シタ', email: 'sita@otonari.example', address: '墨田区1', now };
const forget = (id: string, at = now) => inTransaction(db, (tx) => forgetDonor(tx, id, at));
const signsOf = (id: string) =>
  db.selectFrom('giving.donor_signs').select('sign').where('donor_id', '=', id).orderBy('sign').execute();

test('who gave keeps name and address for the books; all else goes', async () => {
  const { donorId } = await donorWith(db, who, { '2026-11-20': 3000 });
  expect(await forget(donorId)).toMatchObject({ ok: true, value: { everything: false } });
  expect(await findDonor(db, donorId)).toMatchObject({
    ...{
      name: 'Sita',
      address: '墨田区1',
      kana: null,
      email: null,
      wantsLetters: false,
      receiptWish: 'none',
    },
  });
  await compareDonors(db, now);
  expect((await signsOf(donorId)).map(({ sign }) => sign)).toEqual(['name', 'address']);
});

test('who gave nothing, or so long ago that the books are gone, is forgotten with whoever was merged into them', async () => {
  const [one, other] = [await donorWith(db, who, { '2026-11-20': 3000 }), await donorWith(db, who, {})];
  const versions = { standing: 1, merged: 1 };
  const merging = { standingId: one.donorId, mergedId: other.donorId, choices: {}, versions };
  await inTransaction(db, (tx) => mergeDonors(tx, { ...merging, by: { personId: null, now } }));
  expect(await forget(one.donorId, now.add({ hours: 24 * 366 * 10 }))).toMatchObject({
    value: { everything: true },
  });
  const rows = await db
    .selectFrom('giving.donors')
    .select(['name', 'email', 'address', 'forgotten_at'])
    .where('id', 'in', [one.donorId, other.donorId])
    .execute();
  for (const row of rows) expect(row).toMatchObject({ name: '', email: null, address: null });
  expect(rows.every((row) => row.forgotten_at !== null)).toBe(true);
  expect([...(await signsOf(one.donorId)), ...(await signsOf(other.donorId))]).toEqual([]);
});

test('who still gives is not forgotten', async () => {
  const { donorId } = await donorWith(db, who, {});
  await inTransaction(db, (tx) =>
    insertPledge(tx, {
      ...{ donorId, campaignId: null, fund: 'general', amount: 3000, channel: 'bank' },
      ...{ madeAt: now, expiresAt: now.add({ hours: 1 }), isAnonymous: false, inMemoryOf: null, note: null },
    }),
  );
  expect(await forget(donorId)).toMatchObject({ refusal: { code: 'donor_still_gives' } });
});
