import type { Database } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import { findPerson, peopleEvents } from '../../people/index.ts';
import { listDonorsOf } from '../donors/store.ts';
import { cancelPromise } from './acts.ts';
import { listPromisesOf } from './store/promises.ts';

/**
 * Whoever asks to be erased gives no more by what they have promised: nothing is charged to somebody who has left. Whom the
 * house forgets for not having come by has not asked for it: they go on, and stop by the link of any mail.
 */
export const leaverListener: Listener = peopleEvents.hear({
  event: 'people.leaving.asked',
  name: 'giving.stop-for-leaver',
  handle: ({ ids: { personId } }, { db, clock }) => stopAllOf(db, personId, clock()),
});

/** What is over already is refused, and that is fine. */
async function stopAllOf(db: Database, personId: string, now: Temporal.Instant): Promise<void> {
  const email = (await findPerson(db, personId))?.email ?? null;
  const donors = await listDonorsOf(db, { personId, email });
  const promises = await listPromisesOf(
    db,
    donors.map(({ id }) => id),
  );
  const doer = { party: 'donor', personId, now } as const;
  await forEachByItself(promises, ({ id }) =>
    inTransaction(db, (tx) => cancelPromise(tx, { promiseId: id, doer })),
  );
}
