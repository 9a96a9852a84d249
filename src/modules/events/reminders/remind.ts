import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { note } from '../registrations/doing.ts';
import { givesSeats } from '../seats/rules/decide.ts';
import { lockEvent } from '../store/events.ts';
import { listSoon, listToRemind } from '../store/reminders.ts';
import { reminderDue } from './rules/due.ts';

/** Every quarter of an hour: who has a seat at what is soon is reminded of it, each time once. */
export const eventsReminders: Task = {
  name: 'events-remind',
  cron: '*/15 * * * *',
  async run(_, { db, clock }) {
    const now = clock();
    for (const id of await listSoon(db, now)) await inTransaction(db, (tx) => remind(tx, id, now));
  },
};

/** Under the event's lock, so that whoever runs beside it finds who has been reminded. */
async function remind(tx: Tx, eventId: string, now: Temporal.Instant): Promise<void> {
  const event = await lockEvent(tx, eventId);
  const due = event && givesSeats(event, now) ? reminderDue(event.startsAt, now) : null;
  if (!due) return;
  for (const id of await listToRemind(tx, eventId, due))
    await note(tx, {
      registration: { id, eventId },
      ...{ act: 'remind', from: 'seated', to: 'seated', byPerson: null, byHouse: true, at: now },
    });
}
