import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { note } from '../registrations/doing.ts';
import { listToAsk, listUnasked } from '../store/answers.ts';
import { lockEvent } from '../store/events.ts';
import { isSurveyDue } from './rules/due.ts';

/** Every quarter of an hour: who had seats at what is over is asked how it was, once. */
export const eventsSurvey: Task = {
  name: 'events-survey',
  cron: '*/15 * * * *',
  async run(_, { db, clock }) {
    const now = clock();
    for (const id of await listToAsk(db, now)) await inTransaction(db, (tx) => askHow(tx, id, now));
  },
};

/** Under the event's lock, so that whoever runs beside it finds who was asked. */
async function askHow(tx: Tx, eventId: string, now: Temporal.Instant): Promise<void> {
  const event = await lockEvent(tx, eventId);
  if (!event || !isSurveyDue(event.endsAt, now)) return;
  for (const id of await listUnasked(tx, eventId))
    await note(tx, {
      registration: { id, eventId },
      ...{ act: 'survey', from: 'seated', to: 'seated', byPerson: null, byHouse: true, at: now },
    });
}
