import type { Database } from '../../platform/database/connect.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { forEachByItself } from '../../platform/jobs/each.ts';
import type { JobContext, Task } from '../../platform/jobs/task.ts';
import { TIME_ZONE } from '../../platform/languages/formats.tsx';
import { dayInJapan } from '../people/index.ts';
import { findAssignment, listVisitsOn, type VisitOnDay } from '../spot/index.ts';
import { tell } from './commands.ts';
import type { News } from './types.ts';

const REMINDED_AT = '17:00';

/** What the program does by itself. Times of cron lines are UTC: 8:00 is 17:00 in Japan. */
export const tasks: readonly Task[] = [
  {
    // Three times, so that a restart at five does not leave anybody unreminded; each is reminded once.
    name: 'notifications-remind-of-visits',
    cron: '0,30 8-9 * * *',
    run: (_payload, context) => remindOfVisits(context),
  },
];

/** Reminds both of each visit of tomorrow that was confirmed before five this afternoon. */
export async function remindOfVisits({ db, clock }: Pick<JobContext, 'db' | 'clock'>): Promise<void> {
  const now = clock();
  const today = dayInJapan(now);
  const before = today.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: REMINDED_AT }).toInstant();
  await forEachByItself(await listVisitsOn(db, today.add({ days: 1 })), async (visit) => {
    if (!(await wasConfirmedBefore(db, visit, before))) return;
    const around = { now, visitTimes: [visit.startsAt], sameMatter: [] };
    await forEachByItself(remindersOf(visit), (news) => inTransaction(db, (tx) => tell(tx, news, around)));
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

function remindersOf({ assignmentId, requestId, requesterId, volunteerId }: VisitOnDay): News[] {
  const same = { occasion: `visit-tomorrow:${assignmentId}`, objectId: requestId };
  return [
    { ...same, personId: requesterId, kind: 'visit_is_tomorrow' },
    { ...same, personId: volunteerId, kind: 'own_visit_is_tomorrow' },
  ];
}
