import { expect, test } from 'vitest';
import {
  CLASSES,
  makeCourse,
  makeSession,
  makeTutor,
  SATURDAY,
  teaches,
} from '../../../../test/support/classes.ts';
import { sure } from '../../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { ask } from '../../../platform/database/questions.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { classesModule } from '../module.ts';
import { cancelSession } from '../sessions/commands.ts';
import { waitingClasses } from '../store/on-desk.ts';
import { askToEnrol, inviteToTrial } from './commands.ts';

const house = await testHouse([classesModule(CLASSES)]);
const { db, clock } = house;
const now = clock();
const { id: by } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Haruka', now }));
const desk = house.as(actorOf({ id: by }, ['coordinator']), 'en');
const courseId = await makeCourse(db, by, now);
const tutors = [await makeTutor(db, now), await makeTutor(db, now)];
async function day(startsAt: Temporal.Instant) {
  const sessionId = await makeSession(db, courseId, { now, startsAt });
  for (const { id: personId } of tutors) await teaches(db, sessionId, { personId, now });
  return sessionId;
}
const first = await day(SATURDAY);
const second = await day(SATURDAY.add({ hours: 14 * 24 }));

/** A child who visits the first day. */
const visiting = () =>
  inTransaction(db, async (tx) => {
    const { id: childId } = await tx
      .insertInto('classes.children')
      .values({ created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id } = sure(await askToEnrol(tx, { childId, courseId }, { personId: by, now }));
    const on = { enrolmentId: id, as: 'coordinator', byPersonId: by, now } as const;
    sure(await inviteToTrial(tx, { ...on, sessionId: first }));
    return id;
  });
const tried = async () => {
  const rows = await ask(db, waitingClasses(clock()));
  return rows.flatMap(({ kind, id, count }) => (kind === 'class_tried' ? [[id, count]] : []));
};
const one = await visiting();
const other = await visiting();

test('a family that has visited waits on the desk from the end of the day, and not before', async () => {
  expect(await tried()).toEqual([]);
  clock.set(SATURDAY.add({ minutes: 91 }));
  expect(await tried()).toEqual([[courseId, 2]]);
});

test('they visit once more, or hear that there is no place', async () => {
  expect((await desk.get(`/desk/classes/${courseId}`)).text).toContain('Invite once more');
  const again = await desk.post(`/desk/classes/enrolments/${one}/invitation`, { sessionId: second });
  expect(again.status).toBe(303);
  expect(await tried()).toEqual([[courseId, 1]]);
  expect((await desk.post(`/desk/classes/enrolments/${other}/decline`)).status).toBe(303);
  expect(await tried()).toEqual([]);
});

test('a visit that is off is to be answered too', async () => {
  const on = { sessionId: second, as: 'coordinator', byPersonId: by, now: clock() } as const;
  await inTransaction(db, (tx) => cancelSession(tx, { ...on, reason: 'storm' }));
  expect(await tried()).toEqual([[courseId, 1]]);
});

test('who is declined before the visit has no seat on it, and who is enrolled before it is in turn with the others', async () => {
  clock.set(now);
  const third = await day(SATURDAY.add({ hours: 21 * 24 }));
  const [declined, enrolled] = [await visiting(), await visiting()];
  const seatOf = (id: string) =>
    db
      .selectFrom('classes.seats as s')
      .innerJoin('classes.enrolments as e', 'e.child_id', 's.child_id')
      .select(['s.state', 's.is_trial'])
      .where('e.id', '=', id)
      .where('s.session_id', '=', third)
      .executeTakeFirst();
  for (const id of [declined, enrolled])
    await desk.post(`/desk/classes/enrolments/${id}/invitation`, { sessionId: third });
  expect(await seatOf(declined)).toEqual({ state: 'taken', is_trial: true });
  expect((await desk.post(`/desk/classes/enrolments/${declined}/decline`)).status).toBe(303);
  expect(await seatOf(declined)).toEqual({ state: 'given_up', is_trial: true });
  expect((await desk.post(`/desk/classes/enrolments/${enrolled}/enrolment`)).status).toBe(303);
  expect(await seatOf(enrolled)).toEqual({ state: 'taken', is_trial: false });
});
