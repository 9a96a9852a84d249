import { inTransaction } from '../../platform/database/transaction.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { dayInJapan } from '../people/index.ts';
import { daysLeft, stepToTell, WARN_DAYS } from './deadlines/rules.ts';
import { publish } from './events.ts';
import { giveBackWithout } from './referral/commands.ts';
import { listWithoutExpert } from './referral/store.ts';
import { listNear, markTold } from './store/deadlines.ts';
import { listBroken, markLateTold } from './store/matters.ts';

/** Every quarter of an hour: promises that nobody has kept, days that come near, experts who did not answer. Each is told once. */
export const consultationsWatch: Task = {
  name: 'consultations-watch',
  cron: '*/15 * * * *',
  async run(_, { db, clock }) {
    const now = clock();
    const today = dayInJapan(now);
    for (const { id, residentId } of await listBroken(db, now))
      await inTransaction(db, async (tx) => {
        if (!(await markLateTold(tx, id, now))) return;
        const ids = { matterId: id, residentId };
        await publish(tx, { type: 'consultations.promise.broken', ids, live: ['desk'] });
      });
    for (const matterId of await listWithoutExpert(db, now))
      await inTransaction(db, (tx) => giveBackWithout(tx, { matterId, now }));
    for (const near of await listNear(db, today.add({ days: WARN_DAYS[0] }))) {
      const step = stepToTell(daysLeft(near, today), near.toldDays);
      if (step === null) continue;
      await inTransaction(db, async (tx) => {
        await markTold(tx, near.id, step);
        const ids = { matterId: near.matterId, residentId: near.residentId };
        await publish(tx, { type: 'consultations.deadline.nears', ids, live: ['desk'] });
      });
    }
  },
};
