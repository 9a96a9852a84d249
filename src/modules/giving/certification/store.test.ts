import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { given } from '../../../../test/support/deeds.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { insertDonor } from '../donors/store.ts';
import { countYear } from './rules.ts';
import { listGiven } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-06-15T09:00:00+09:00');

test('who is not to be named in public is known to us, and counts; a collecting box does not', async () => {
  const donorId = await inTransaction(db, (tx) =>
    insertDonor(tx, { name: 'Sita', address: '墨田区1-1', now }),
  );
  await given(db, 2000, { donorId, isAnonymous: true });
  await given(db, 1000, { donorId, on: '2027-03-31' });
  await given(db, 3000, { donorId, on: '2027-04-01', isAnonymous: true });
  await given(db, 50_000, { donorId: null });
  const years = await listGiven(db, { from: 2026, to: 2027 });
  expect([2026, 2027, 2025].map((year) => countYear(year, years).donors)).toEqual([1, 1, 0]);
});
