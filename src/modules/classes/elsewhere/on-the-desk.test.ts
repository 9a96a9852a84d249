import { expect, test } from 'vitest';
import { ask, signInEverybody } from '../../../../test/support/caller.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { insertIncident } from '../day/store/incidents.ts';

const product = await openProduct();
const { db } = product.database;
const everybody = await signInEverybody(product);

test('an incident stands on the desk in the reader’s language, with what it was and that nobody has spoken with the family', async () => {
  const seat = await db
    .selectFrom('classes.seats')
    .select(['session_id', 'child_id'])
    .limit(1)
    .executeTakeFirstOrThrow();
  const now = product.clock();
  const reportedBy = product.ids.coordinator;
  const id = await inTransaction(db, (tx) =>
    insertIncident(tx, {
      ...{ sessionId: seat.session_id, childId: seat.child_id, kind: 'injury' },
      ...{ happenedAt: now, reportedBy, reportedAt: now },
    }),
  );
  const read = async (locale: string) =>
    (await ask(product, everybody.coordinator, `/${locale}/desk`)).text();
  const [english, japanese] = [await read('en'), await read('ja')];
  expect(english).toContain(`/en/classes/sessions/${seat.session_id}/incidents/${id}`);
  expect(english).toContain('A child was hurt · nobody has spoken with the family');
  expect(japanese).toContain('家族とまだ話していません');
  expect(product.problems).toEqual([]);
});
