import { isDueAlone, listWaitingStaffActs, lockStaffAct } from '../../modules/people/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { forEachByItself } from '../../platform/jobs/each.ts';
import type { JobContext, Task } from '../../platform/jobs/task.ts';
import { carryOutAlone } from './carry-out.ts';

/** Where nobody else could agree, a proposal has waited a day in everybody's sight before it is carried out. */
export const staffActTask: Task = {
  name: 'pages-carry-out-staff-acts',
  cron: '20 * * * *',
  run: (_payload, context) => carryOutWhatWaitedAlone(context),
};

export async function carryOutWhatWaitedAlone({
  db,
  clock,
}: Pick<JobContext, 'db' | 'clock'>): Promise<void> {
  const now = clock();
  const due = (await listWaitingStaffActs(db, now)).filter((act) => isDueAlone(act, now));
  await forEachByItself(due, (one) =>
    inTransaction(db, async (tx) => {
      const act = await lockStaffAct(tx, one.id);
      if (act) await carryOutAlone(tx, act, now);
    }),
  );
}
