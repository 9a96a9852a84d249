import { expect, test } from 'vitest';
import {
  CLASSES,
  enrolled,
  makeCourse,
  makeSession,
  makeTutor,
  teaches,
} from '../../../../test/support/classes.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { classesModule } from '../module.ts';
import { followClock, reportSession } from '../sessions/commands.ts';
import { findFigures } from './store.ts';

const { db, clock, as } = await testHouse([classesModule(CLASSES)]);
const now = clock();

test('a day that was reported counts its seats, hours, cost, and adults; one adult alone is a breach', async () => {
  const { id: by } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Haruka', now }));
  const courseId = await makeCourse(db, by, now);
  const sessionId = await makeSession(db, courseId, { now });
  const [one, two] = [await makeTutor(db, now), await makeTutor(db, now)];
  const came = await teaches(db, sessionId, { personId: one.id, now });
  await teaches(db, sessionId, { personId: two.id, now });
  for (let child = 0; child < 3; child++) await enrolled(db, courseId, { by, now });
  clock.advance({ hours: 24 * 40 });
  await inTransaction(db, (tx) => followClock(tx, sessionId, clock()));
  const on = { sessionId, as: 'coordinator', byPersonId: by, now: clock() } as const;
  await inTransaction(db, (tx) => reportSession(tx, { ...on, came: [came], costJpy: 9_000 }));
  expect(await findFigures(db, { from: now, to: clock() })).toEqual({
    ...{ sessions: 1, cancelled: 0, seatsOffered: 4, seatsUsed: 3, childSessions: 3, tutorMinutes: 90 },
    ...{ breaches: 1, unmatched: 0, daysWaited: 0, costJpy: 9_000 },
  });
  const page = await as(actorOf({ id: by }, ['coordinator'])).get('/desk/classes/figures');
  expect(page.text).toContain('Look at it today');
});
