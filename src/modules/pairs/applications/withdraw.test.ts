import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { applyForPair, pairUp } from '../../../../test/support/pairs.ts';
import { until } from '../../../../test/support/until.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { findPair, lockApplications } from '../pair/store.ts';
import { withdrawApplication } from './withdraw.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

/** Whether a session waits for a row that another holds. */
const somebodyWaits = async () =>
  (await sql`select from pg_locks where not granted and locktype = 'transactionid'`.execute(db)).rows.length >
  0;

test('a volunteer who withdraws waits for whoever acts on the resident, and holds nothing meanwhile', async () => {
  const { volunteer, resident, pairId } = await inTransaction(db, async (tx) => {
    const { id: coordinatorId } = await createPerson(tx, { name: 'Sato', weekly: [], now });
    const volunteer = await applyForPair(tx, { side: 'volunteer', now });
    const resident = await applyForPair(tx, { side: 'resident', now });
    const of = { volunteerApplicationId: volunteer.id, residentApplicationId: resident.id };
    return { volunteer, resident, pairId: await pairUp(tx, { ...of, coordinatorId, now }) };
  });
  const doer = { personId: volunteer.personId, party: 'applicant', now } as const;
  let withdrawing: Promise<unknown> | undefined;
  await inTransaction(db, async (tx) => {
    await lockApplications(tx, [resident.id]);
    withdrawing = inTransaction(db, (other) =>
      withdrawApplication(other, { applicationId: volunteer.id, doer }),
    );
    await until(somebodyWaits);
    const locked = tx.selectFrom('pairs.applications').select('id').where('id', '=', volunteer.id);
    await locked.forUpdate().noWait().execute();
  });
  await expect(withdrawing).resolves.toMatchObject({ ok: true });
  expect(await findPair(db, pairId)).toMatchObject({ state: 'fell_through' });
});
