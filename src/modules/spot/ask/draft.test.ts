import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { makeNeighborhood } from '../../../../test/support/spot.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { discardDraft, findDraft, saveDraft } from './draft.ts';

const { db } = await testDatabase();
const { residentId } = await makeNeighborhood(db, 1);
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

test('what the version before has kept is found until it is kept anew, and thrown away with it', async () => {
  const fields = sealedColumn('spot.drafts.fields').seal(db, residentId, '{"ownWords":"Before."}');
  await db.insertInto('spot.drafts').values({ person_id: residentId, fields, saved_at: now }).execute();
  expect(await findDraft(db, residentId)).toMatchObject({ version: 0, fields: { ownWords: 'Before.' } });
  await inTransaction(db, (tx) =>
    saveDraft(tx, { personId: residentId, fields: { ownWords: 'After.' }, now }),
  );
  const anew = await findDraft(db, residentId);
  expect([anew?.fields['ownWords'], anew?.version === 0]).toEqual(['After.', false]);
  await inTransaction(db, (tx) => discardDraft(tx, residentId));
  expect(await findDraft(db, residentId)).toBeNull();
});
