import { describe, expect, test } from 'vitest';
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
import { findFigures, listTermFigures } from './store.ts';

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

describe('a term', () => {
  const A_TERM = now.add({ hours: 24 * 50 });
  /** A day that was held, on which so many children came and each reached so many steps. */
  async function term(children: number, steps: readonly string[]) {
    const { id: by } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Haruka', now }));
    clock.set(now);
    const courseId = await makeCourse(db, by, now);
    const sessionId = await makeSession(db, courseId, { now });
    const tutors = [await makeTutor(db, now), await makeTutor(db, now), await makeTutor(db, now)];
    for (const { id: personId } of tutors) await teaches(db, sessionId, { personId, now });
    for (let child = 0; child < children; child++) {
      const child_id = await enrolled(db, courseId, { by, now });
      const on = { session_id: sessionId, child_id };
      await db
        .insertInto('classes.presence_entries')
        .values({
          ...{ ...on, device: child_id, seq: 1, act: 'in', by_person: by },
          ...{ pressed_at: now, heard_at: now },
        })
        .execute();
      for (const step of steps)
        await db
          .insertInto('classes.can_do')
          .values({ ...on, step, noted_by: by, noted_at: now })
          .execute();
    }
    clock.set(A_TERM);
    await inTransaction(db, (tx) => followClock(tx, sessionId, A_TERM));
    const on = { sessionId, as: 'coordinator', byPersonId: by, now: A_TERM } as const;
    await inTransaction(db, (tx) => reportSession(tx, { ...on, came: [], costJpy: 12_000 }));
    return { by, courseId };
  }
  const period = { from: now, to: A_TERM };

  test('counts steps a child, days waited and what a class cost', async () => {
    const { by, courseId } = await term(5, ['hiragana_a', 'hiragana_ka', 'words']);
    const found = (await listTermFigures(db, period)).find(({ id }) => id === courseId);
    expect(found).toMatchObject({ sessions: 1, children: 5, steps: 15, daysWaited: 0, costJpy: 12_000 });
    const page = await as(actorOf({ id: by }, ['coordinator']), 'en').get('/desk/classes/figures');
    expect(page.text).toMatch(/Steps a child 3 .*12,000 yen/);
  });

  test('of four children says no steps: they would tell of one', async () => {
    const { by } = await term(4, ['sentences', 'words', 'hiragana_a', 'hiragana_ka', 'hiragana_sa']);
    const page = await as(actorOf({ id: by }, ['coordinator']), 'en').get('/desk/classes/figures');
    expect(page.text).toContain('Steps a child too few to say');
    expect(page.text).not.toContain('Steps a child 5 ');
  });
});
