import { describe, expect, test } from 'vitest';
import {
  CLASSES,
  enrolled,
  makeCourse,
  makeSession,
  makeTutor,
  SATURDAY,
  seatsOf,
  teaches,
} from '../../../../test/support/classes.ts';
import { sure } from '../../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { sayNo } from '../helping/commands.ts';
import { classesModule } from '../module.ts';
import { findSession } from '../store/sessions.ts';
import { moveSession } from './commands.ts';

const { db, clock, as } = await testHouse([classesModule(CLASSES)]);
const now = clock();
const A_WEEK_LATER = SATURDAY.add({ hours: 7 * 24 });
const somebody = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now }));
const { id: by } = await somebody('Haruka');
const [one, two, third] = [await makeTutor(db, now), await makeTutor(db, now), await makeTutor(db, now)];

/** A day with two tutors and three children, the first of whom Maya answers for. */
async function day() {
  const courseId = await makeCourse(db, by, now);
  const sessionId = await makeSession(db, courseId, { now });
  for (const { id: personId } of [one, two]) await teaches(db, sessionId, { personId, now });
  const no = await teaches(db, sessionId, { personId: third.id, now });
  await inTransaction(db, async (tx) =>
    sure(await sayNo(tx, { commitmentId: no, as: 'tutor', byPersonId: third.id, now })),
  );
  const childIds: string[] = [];
  for (let place = 0; place < 5; place++)
    childIds.push(await enrolled(db, courseId, { by, now: now.add({ minutes: place }) }));
  return { courseId, sessionId, childIds };
}
const move = (sessionId: string, startsAt = A_WEEK_LATER) =>
  inTransaction(db, (tx) =>
    moveSession(tx, {
      ...{ sessionId, as: 'coordinator', byPersonId: by, now },
      to: { startsAt, endsAt: startsAt.add({ minutes: 90 }) },
    }),
  );
const answersOf = async (sessionId: string) => {
  const rows = await db
    .selectFrom('classes.commitments')
    .select(['person_id', 'state', 'is_vetted', 'ends_at'])
    .where('session_id', '=', sessionId)
    .execute();
  return rows.map(({ state, is_vetted, ends_at }) => `${state} ${is_vetted} ${ends_at}`);
};

describe('a day that is moved', () => {
  test('holds seats for who has one and asks every tutor anew, also who could not come on the old day', async () => {
    const { sessionId } = await day();
    expect(await seatsOf(db, sessionId)).toEqual(['taken', 'taken', 'taken', 'taken', 'waiting']);
    expect((await move(sessionId)).ok).toBe(true);
    expect(await seatsOf(db, sessionId)).toEqual(['unsure', 'unsure', 'unsure', 'unsure', 'waiting']);
    const asked = `asked false ${A_WEEK_LATER.add({ minutes: 90 })}`;
    expect(await answersOf(sessionId)).toEqual([asked, asked, asked]);
    const session = await findSession(db, sessionId);
    expect([session?.startsAt, session?.movedFrom, session?.cap, session?.taken]).toEqual([
      ...[A_WEEK_LATER, SATURDAY],
      ...[0, 0],
    ]);
  });

  test('gives each their seat again once two have said yes to the new one', async () => {
    const { sessionId } = await day();
    await move(sessionId);
    await teaches(db, sessionId, { personId: one.id, now });
    expect(new Set(await seatsOf(db, sessionId))).toEqual(new Set(['unsure', 'waiting']));
    await teaches(db, sessionId, { personId: third.id, now });
    expect(await seatsOf(db, sessionId)).toEqual(['taken', 'taken', 'taken', 'taken', 'waiting']);
  });

  test('stays where it was when the new day lies outside the course, is past, or has a class already', async () => {
    const { courseId, sessionId } = await day();
    await makeSession(db, courseId, { now, startsAt: A_WEEK_LATER });
    await expect(move(sessionId)).rejects.toMatchObject({ refusal: { code: 'session_is_there' } });
    const codeAt = async (at: Temporal.Instant) => {
      const moved = await move(sessionId, at);
      return moved.ok ? null : moved.refusal.code;
    };
    expect(await codeAt(SATURDAY.add({ hours: 24 * 300 }))).toBe('session_outside_course');
    expect(await codeAt(now)).toBe('session_day_is_past');
    expect((await findSession(db, sessionId))?.startsAt).toEqual(SATURDAY);
    expect(await seatsOf(db, sessionId)).toContain('taken');
  });

  test('is not moved once somebody has pressed who came: cancel it, and plan another', async () => {
    const { sessionId, childIds } = await day();
    const [child_id = ''] = childIds;
    await db
      .insertInto('classes.presence_entries')
      .values({
        ...{ session_id: sessionId, child_id, device: child_id, seq: 1, act: 'in' },
        ...{ by_person: one.id, pressed_at: now, heard_at: now },
      })
      .execute();
    const moved = await move(sessionId);
    expect(moved.ok ? null : moved.refusal.code).toBe('session_has_presses');
    expect(await seatsOf(db, sessionId)).toContain('taken');
  });

  test('is moved from its page, what was typed wrongly is said beside its field', async () => {
    const { sessionId } = await day();
    const coordinator = as(actorOf({ id: by }, ['coordinator']), 'en');
    const path = `/desk/classes/sessions/${sessionId}`;
    const { version } = (await findSession(db, sessionId)) ?? {};
    const typed = { version: `${version}`, onDay: '2026-12-19', startsAt: '10:00' };
    const wrong = await coordinator.post(`${path}/moving`, { ...typed, endsAt: '09:00' });
    expect(Object.keys(wrong.refusals)).toEqual(['endsAt']);
    const right = await coordinator.post(`${path}/moving`, { ...typed, endsAt: '11:30' });
    expect(right.flash).toContain('Moved');
    expect((await coordinator.get(path)).text).toContain('Moved from');
  });
});
