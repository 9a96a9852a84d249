import { daily } from '../../../kits/slots/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { JobContext, Task } from '../../../platform/jobs/task.ts';
import { dayInJapan } from '../../people/index.ts';
import { spotEvents } from '../events.ts';
import { findAssignment } from '../store/assignments.ts';
import { listVisitsOn, type VisitOnDay } from '../store/lists/visits-on.ts';

const REMINDED_AT = '17:00';

/** Has both reminded of each visit of tomorrow that was confirmed before five this afternoon, once (`spot.visit.tomorrow`). */
export async function remindOfVisits({ db, clock }: Pick<JobContext, 'db' | 'clock'>): Promise<void> {
  const today = dayInJapan(clock());
  const before = daily(REMINDED_AT).on(today);
  await forEachByItself(await listVisitsOn(db, today.add({ days: 1 })), async (visit) => {
    if (!(await wasConfirmedBefore(db, visit, before))) return;
    const { assignmentId, requestId, requesterId, volunteerId } = visit;
    await inTransaction(db, (tx) =>
      spotEvents.publish(tx, {
        type: 'spot.visit.tomorrow',
        ids: { assignmentId, requestId, requesterId, volunteerId },
        id: `visit-tomorrow:${assignmentId}`,
      }),
    );
  });
}

/** Who confirmed it only now knows of it without being reminded. */
async function wasConfirmedBefore(
  db: Database,
  visit: VisitOnDay,
  instant: Temporal.Instant,
): Promise<boolean> {
  const confirmedAt = (await findAssignment(db, visit.requestId))?.confirmedAt;
  return confirmedAt ? Temporal.Instant.compare(confirmedAt, instant) < 0 : false;
}

/** Times of cron lines are UTC: 8:00 is 17:00 in Japan. */
export const reminderTask: Task = {
  // Three times, so that a restart at five does not leave anybody unreminded; each is reminded once.
  name: 'spot-remind-of-visits',
  cron: '0,30 8-9 * * *',
  run: (_payload, context) => remindOfVisits(context),
};
