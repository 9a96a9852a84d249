import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { dayInJapan } from '../../people/index.ts';
import { publish } from '../events.ts';
import { listDueQuestions, markAsked } from '../store/questions.ts';
import { listDueTasks, markTaskTold } from '../store/tasks.ts';

/** Every morning at nine in Japan: who is asked whether it has helped, and what its day has come for. Each once. */
export const afterwardsWatch: Task = {
  name: 'consultations-afterwards',
  cron: '0 0 * * *',
  async run(_, { db, clock }) {
    const now = clock();
    const today = dayInJapan(now);
    for (const question of await listDueQuestions(db, today))
      await inTransaction(db, async (tx) => {
        if (!(await markAsked(tx, question, now))) return;
        const { matterId, residentId } = question;
        const live = [`person:${residentId}` as const];
        await publish(tx, { type: 'consultations.question.asked', ids: { matterId, residentId }, live });
      });
    for (const { id, matterId, residentId } of await listDueTasks(db, today))
      await inTransaction(db, async (tx) => {
        if (!(await markTaskTold(tx, id, now))) return;
        await publish(tx, { type: 'consultations.task.due', ids: { matterId, residentId }, live: ['desk'] });
      });
  },
};
