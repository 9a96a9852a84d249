import { sql } from 'kysely';
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
import { testHouse } from '../../../../test/support/house.ts';
import { doing } from '../../../../test/support/volunteers.ts';
import { untilSomebodyWaitsForARow } from '../../../../test/support/waiting.ts';
import { inTransaction, violatedConstraint } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { suspendPerson } from '../../trust/index.ts';
import { askToEnrol, enrolChild, leaveCourse } from '../enrolments/commands.ts';
import { refreshVetted, sayNo } from '../helping/commands.ts';
import { classesModule } from '../module.ts';
import { followClock, openSession, planSession } from '../sessions/commands.ts';
import { findSession } from '../store/sessions.ts';
import { giveUpSeat, takeSeat } from './commands.ts';

const house = await testHouse([classesModule(CLASSES)]);
const { db } = house;
const now = house.clock();
const coordinator = await inTransaction(db, (tx) => createPerson(tx, { name: 'Haruka', now }));
const by = coordinator.id;
const [one, two, three] = [await makeTutor(db, now), await makeTutor(db, now), await makeTutor(db, now)];

async function day(children: number, more: { startsAt?: Temporal.Instant; room?: number } = {}) {
  const courseId = await makeCourse(db, by, now);
  const sessionId = await makeSession(db, courseId, { now, ...more });
  const ids: string[] = [];
  // One after the other, so that each has a place of their own.
  for (let place = 0; place < children; place++)
    ids.push(await enrolled(db, courseId, { by, now: now.add({ minutes: place }) }));
  return { courseId, sessionId, ids };
}
const countsOf = async (sessionId: string) => {
  const session = await findSession(db, sessionId);
  return [session?.cap, session?.taken];
};
const seatIdOf = async (sessionId: string, childId: string) =>
  (
    await db
      .selectFrom('classes.seats')
      .select('id')
      .where('session_id', '=', sessionId)
      .where('child_id', '=', childId)
      .executeTakeFirstOrThrow()
  ).id;

describe('seats follow the vetted adults who said yes', () => {
  test('none with one adult, four with two tutors, in the order in which families asked', async () => {
    const { sessionId } = await day(5);
    await teaches(db, sessionId, { personId: one.id, now });
    expect([await countsOf(sessionId), await seatsOf(db, sessionId)]).toEqual([
      [0, 0],
      ['waiting', 'waiting', 'waiting', 'waiting', 'waiting'],
    ]);
    await teaches(db, sessionId, { personId: two.id, now });
    expect([await countsOf(sessionId), await seatsOf(db, sessionId)]).toEqual([
      [4, 4],
      ['taken', 'taken', 'taken', 'taken', 'waiting'],
    ]);
  });

  test('a tutor who drops out leaves the last in turn unsure, and a helper beside brings them back', async () => {
    const { sessionId } = await day(3);
    await teaches(db, sessionId, { personId: one.id, now });
    const second = await teaches(db, sessionId, { personId: two.id, now });
    expect(await seatsOf(db, sessionId)).toEqual(['taken', 'taken', 'taken']);
    await doing(db, (tx) => sayNo(tx, { commitmentId: second, as: 'tutor', byPersonId: two.id, now }));
    expect([await countsOf(sessionId), await seatsOf(db, sessionId)]).toEqual([
      [0, 0],
      ['unsure', 'unsure', 'unsure'],
    ]);
    // Whoever does not teach is not asked by the house.
    const beside = await makeTutor(db, now, { roles: ['volunteer'] });
    await teaches(db, sessionId, { personId: beside.id, role: 'helper', now });
    expect(await seatsOf(db, sessionId)).toEqual(['taken', 'taken', 'unsure']);
  });

  test('a tutor who is suspended counts no longer', async () => {
    const { sessionId } = await day(2);
    const gone = await makeTutor(db, now);
    await teaches(db, sessionId, { personId: one.id, now });
    await teaches(db, sessionId, { personId: gone.id, now });
    expect(await countsOf(sessionId)).toEqual([4, 2]);
    await doing(db, (tx) =>
      suspendPerson(tx, {
        personId: gone.id,
        reason: 'A test',

        by: { personId: by, role: 'coordinator' },
        now,
      }),
    );
    await inTransaction(db, (tx) => refreshVetted(tx, sessionId, now));
    expect([await countsOf(sessionId), await seatsOf(db, sessionId)]).toEqual([
      [0, 0],
      ['unsure', 'unsure'],
    ]);
  });
});

describe('the database holds it, whoever writes', () => {
  test('a seat more than the adults allow is refused at the end of the transaction', async () => {
    const { sessionId } = await day(1);
    const problem = await inTransaction(db, (tx) =>
      tx.updateTable('classes.seats').set({ state: 'taken' }).where('session_id', '=', sessionId).execute(),
    ).catch((thrown: unknown) => thrown);
    expect(violatedConstraint(problem)).toBe('seats_hold');
  });

  test('so is an adult who drops out while the seats stay', async () => {
    const { sessionId } = await day(2);
    await teaches(db, sessionId, { personId: one.id, now });
    const second = await teaches(db, sessionId, { personId: two.id, now });
    const problem = await inTransaction(db, (tx) =>
      tx.updateTable('classes.commitments').set({ state: 'no' }).where('id', '=', second).execute(),
    ).catch((thrown: unknown) => thrown);
    expect(violatedConstraint(problem)).toBe('seats_hold');
    expect(await countsOf(sessionId)).toEqual([4, 2]);
  });

  test('and nobody writes the count itself', async () => {
    const { sessionId } = await day(0);
    const problem = await sql`update classes.sessions set cap = 9 where id = ${sessionId}::uuid`
      .execute(db)
      .catch((thrown: unknown) => thrown);
    expect(violatedConstraint(problem)).toBe('seats_are_counted');
  });

  test('two who drop out at once never leave a child with one adult', async () => {
    const { sessionId } = await day(6);
    const [first, second] = [
      await teaches(db, sessionId, { personId: one.id, now }),
      await teaches(db, sessionId, { personId: two.id, now }),
    ];
    await teaches(db, sessionId, { personId: three.id, now });
    expect(await countsOf(sessionId)).toEqual([6, 6]);
    await Promise.all(
      [first, second].map((commitmentId) =>
        doing(db, (tx) => sayNo(tx, { commitmentId, as: 'tutor', byPersonId: null, now })),
      ),
    );
    expect(await countsOf(sessionId)).toEqual([0, 0]);
  });
});

describe('a seat in the last week', () => {
  const soon = SATURDAY.subtract({ hours: 60 });

  test('is offered until a time, taken by a press, and goes on when it is given up', async () => {
    const { sessionId, ids } = await day(5);
    await teaches(db, sessionId, { personId: one.id, now });
    await teaches(db, sessionId, { personId: two.id, now });
    const [first = '', , , , last = ''] = ids;
    const on = { as: 'guardian', byPersonId: by, now: soon } as const;
    const seatId = await seatIdOf(sessionId, first);
    await doing(db, (tx) => giveUpSeat(tx, { ...on, seatId }));
    expect(await seatsOf(db, sessionId)).toEqual(['given_up', 'taken', 'taken', 'taken', 'offered']);
    const offered = await seatIdOf(sessionId, last);
    await doing(db, (tx) => takeSeat(tx, { ...on, seatId: offered }));
    expect(await countsOf(sessionId)).toEqual([4, 4]);
  });

  test('that nobody takes in time is over', async () => {
    const { sessionId, ids } = await day(5);
    await teaches(db, sessionId, { personId: one.id, now });
    await teaches(db, sessionId, { personId: two.id, now });
    const on = { as: 'guardian', byPersonId: by } as const;
    const seatId = await seatIdOf(sessionId, ids[0] ?? '');
    await doing(db, (tx) => giveUpSeat(tx, { ...on, seatId, now: soon }));
    const later = soon.add({ hours: 40 });
    const offered = await seatIdOf(sessionId, ids[4] ?? '');
    const late = await inTransaction(db, (tx) => takeSeat(tx, { ...on, seatId: offered, now: later }));
    expect(late.ok ? null : late.refusal.code).toBe('seat_offer_is_over');
    await inTransaction(db, (tx) => followClock(tx, sessionId, later));
    expect((await seatsOf(db, sessionId)).at(-1)).toBe('given_up');
  });
});

test('when a tutor drops out, those whose yes restores most are asked at once, each once', async () => {
  const { sessionId } = await day(4);
  const asked = () =>
    db
      .selectFrom('classes.commitments')
      .select(['person_id', 'state'])
      .where('session_id', '=', sessionId)
      .execute();
  await teaches(db, sessionId, { personId: one.id, now });
  const second = await teaches(db, sessionId, { personId: two.id, now });
  const before = new Set((await asked()).map(({ person_id }) => person_id));
  await doing(db, (tx) => sayNo(tx, { commitmentId: second, as: 'tutor', byPersonId: two.id, now }));
  await doing(db, (tx) => sayNo(tx, { commitmentId: second, as: 'tutor', byPersonId: two.id, now })).catch(
    () => null,
  );
  const after = await asked();
  expect(new Set(after.map(({ person_id }) => person_id)).size).toBe(after.length);
  expect(after.length).toBeGreaterThanOrEqual(before.size);
  expect(after.filter(({ state }) => state === 'asked').length).toBeGreaterThan(0);
});

describe('a day that is opened while families come and go', () => {
  const aPlannedDay = async () => {
    const courseId = await makeCourse(db, by, now);
    const startsAt = SATURDAY.add({ hours: 24 * 7 });
    const endsAt = startsAt.add({ minutes: 90 });
    const sessionId = await doing(db, (tx) =>
      planSession(tx, { courseId, startsAt, endsAt, room: 4, plan: [] }, now),
    );
    return { courseId, sessionId };
  };
  const opens = (sessionId: string) => ({ sessionId, as: 'coordinator', byPersonId: by, now }) as const;

  test('a child who is enrolled at the same moment waits for it', async () => {
    const { courseId, sessionId } = await aPlannedDay();
    const { id: childId } = await db
      .insertInto('classes.children')
      .values({ created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: enrolmentId } = await doing(db, (tx) =>
      askToEnrol(tx, { childId, courseId }, { personId: by, now }),
    );
    let enrolling: Promise<unknown> = Promise.resolve();
    await inTransaction(db, async (tx) => {
      sure(await openSession(tx, opens(sessionId)));
      const on = { enrolmentId, as: 'coordinator', byPersonId: by, now } as const;
      enrolling = doing(db, (other) => enrolChild(other, on));
      await untilSomebodyWaitsForARow(db);
    });
    await enrolling;
    expect(await seatsOf(db, sessionId)).toEqual(['waiting']);
  });

  test('a child who leaves at the same moment does not', async () => {
    const { courseId, sessionId } = await aPlannedDay();
    await enrolled(db, courseId, { by, now });
    const { id: enrolmentId } = await db
      .selectFrom('classes.enrolments')
      .select('id')
      .where('course_id', '=', courseId)
      .executeTakeFirstOrThrow();
    let opening: Promise<unknown> = Promise.resolve();
    await inTransaction(db, async (tx) => {
      sure(await leaveCourse(tx, { enrolmentId, as: 'guardian', byPersonId: by, now }));
      opening = doing(db, (other) => openSession(other, opens(sessionId)));
      await untilSomebodyWaitsForARow(db);
    });
    await opening;
    expect(await seatsOf(db, sessionId)).toEqual([]);
  });
});
