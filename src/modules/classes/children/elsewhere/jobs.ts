import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { JobContext, Task } from '../../../../platform/jobs/task.ts';
import { dayInJapan } from '../../../people/index.ts';
import { publish } from '../events.ts';
import { missingOn } from '../rules/complete.ts';
import { listSeatsBetween, type SeatAhead } from '../store/ahead.ts';
import { markChildrenLeft } from '../store/children.ts';
import { findWholeChildren } from '../store/whole.ts';

const A_WEEK = { hours: 7 * 24 };
/** Late enough that a family knows, early enough that the freed seat finds a child. */
const TWO_DAYS = { hours: 48 };

/**
 * Each morning: families are told what is missing in the week before a class, and two days before it how to say that they
 * cannot come; each once for a child and a day, since such news have a name of their own. Who is in no course has left.
 */
export const childrenMorning: Task = {
  name: 'classes-children-morning',
  cron: '0 23 * * *',
  async run(_, { db, clock }) {
    const now = clock();
    await inTransaction(db, (tx) => markChildrenLeft(tx, now));
    const seats = await listSeatsBetween(db, { from: now, until: now.add(A_WEEK) });
    await tellWhatIsMissing(db, seats);
    const near = seats.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now.add(TWO_DAYS)) <= 0);
    for (const { seatId, childId, sessionId, startsAt } of near)
      await inTransaction(db, (tx) =>
        publish(tx, {
          type: 'classes.class.near',
          ids: { seatId, childId, sessionId },
          // A day that was moved comes near once more.
          id: `classes.class.near ${seatId} ${startsAt}`,
        }),
      );
  },
};

/** Published for each child with something missing on that day, once. */
async function tellWhatIsMissing(db: JobContext['db'], seats: readonly SeatAhead[]): Promise<void> {
  const whole = await findWholeChildren(db, [...new Set(seats.map(({ childId }) => childId))]);
  const byId = new Map(whole.map((one) => [one.child.id, one]));
  for (const { childId, sessionId, startsAt } of seats) {
    const child = byId.get(childId);
    if (!child || missingOn(child, dayInJapan(startsAt)).length === 0) continue;
    await inTransaction(db, (tx) =>
      publish(tx, {
        type: 'classes.child.incomplete',
        ids: { childId, sessionId },
        id: `classes.child.incomplete ${childId} ${sessionId}`,
        live: ['desk'],
      }),
    );
  }
}
