import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connectTolerant, testDatabase } from '../../../../test/support/database.ts';
import { makeNeighborhood } from '../../../../test/support/spot.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { findDraft, upsertDraft } from './drafts.ts';

const { db, appUrl } = await testDatabase();
const tolerant = connectTolerant(appUrl);
const { residentId } = await makeNeighborhood(db, 1);
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

test('a draft that does not open is none: its form begins empty', async () => {
  const fields = { ownWords: 'I need help.' };
  await inTransaction(db, (tx) => upsertDraft(tx, { personId: residentId, fields, now }));
  expect(await findDraft(tolerant.db, residentId)).toEqual({ fields, savedAt: now });
  await sql`update spot.drafts set fields = overlay(fields placing 'AAAA' from 30)`.execute(db);
  expect(await findDraft(tolerant.db, residentId)).toBeNull();
  expect(tolerant.unread).toEqual([`spot.drafts.fields ${residentId}`]);
});
