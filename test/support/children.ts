import { expect } from 'vitest';
import { listChildrenOf } from '../../src/modules/classes/children/store/children.ts';
import { openCourse, planCourse } from '../../src/modules/classes/courses/commands.ts';
import { enrolChild } from '../../src/modules/classes/enrolments/commands.ts';
import { classesModule } from '../../src/modules/classes/module.ts';
import { planSession } from '../../src/modules/classes/sessions/commands.ts';
import { createPerson } from '../../src/modules/people/index.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import type { Role } from '../../src/platform/permissions.ts';
import { CLASSES } from './classes.ts';
import { sure } from './events.ts';
import { actorOf, type Fields, testHouse } from './house.ts';

/** What a guardian says when they enroll Asha, who is six. */
export const asha: Fields = {
  ...{ name: 'Asha', birthYear: '2020', birthMonth: '5', languages: ['ne', 'ja'], reading: 'not_yet' },
  ...{ school: 'Midori school', note: 'Likes trains', relation: 'mother', phone: '090-1111-2222' },
  ...{ mayFetch: 'on', decides: 'me', notTold: '', photos: 'inside', isAgreed: 'on' },
};

const START = '2026-12-01T10:00:00+09:00';
const day = (iso: string) => Temporal.PlainDate.from(iso);

/** A class on Saturday with two vetted tutors, Sita's family, a father, a stranger, a tutor and a coordinator. */
export async function childrenHouse() {
  const house = await testHouse([classesModule(CLASSES)], START);
  const { db, clock } = house;
  const person = async (name: string, roles: readonly Role[] = ['resident']) => {
    const of = {
      name,
      email: `${name.toLowerCase()}@example.org`,
      locale: 'en',
      now: clock(),
      roles,
    } as const;
    const made = await inTransaction(db, (tx) => createPerson(tx, of));
    return { ...made, visitor: house.as(actorOf(made, roles), 'en') };
  };
  const people = {
    sita: await person('Sita'),
    ram: await person('Ram'),
    lin: await person('Lin'),
    haru: await person('Haru', ['volunteer']),
    kobayashi: await person('Kobayashi', ['coordinator']),
  };
  const { sita, haru, kobayashi } = people;
  const words = { title: 'はなまる', aims: 'ことば', area: '墨田区' };
  const course = {
    ...{ beginsOn: day('2026-11-01'), endsOn: day('2027-03-20'), room: 8, fromAge: 5, toAge: 9 },
    ...{ address: 'Secret Street 1', texts: { ja: words, en: { ...words, title: 'Hanamaru' } } },
  };
  const startsAt = Temporal.Instant.from('2026-12-05T10:00:00+09:00');
  const endsAt = startsAt.add({ hours: 2 });
  const { courseId, sessionId } = await inTransaction(db, async (tx) => {
    const courseId = sure(await planCourse(tx, course, { personId: kobayashi.id, now: clock() }));
    sure(await openCourse(tx, { courseId, as: 'coordinator', now: clock() }));
    const session = { courseId, startsAt, endsAt, room: 8, plan: [] };
    return { courseId, sessionId: sure(await planSession(tx, session, clock())) };
  });
  await db.updateTable('classes.sessions').set({ state: 'open' }).where('id', '=', sessionId).execute();
  // Two vetted adults say yes: four seats.
  for (const personId of [haru.id, kobayashi.id])
    await db
      .insertInto('classes.commitments')
      .values({
        ...{ session_id: sessionId, person_id: personId, role: 'tutor', is_vetted: true },
        ...{ answer_by: clock(), asked_at: clock(), ends_at: endsAt },
      })
      .execute();
  await db.updateTable('classes.commitments').set({ state: 'yes', answered_at: clock() }).execute();

  const enrol = (fields: Fields = asha, who = sita) =>
    who.visitor.post(`/classes/${courseId}/enrolment`, fields);
  const onlyChild = async () => (await listChildrenOf(db, sita.id))[0]?.id ?? expect.fail();
  return {
    ...house,
    ...people,
    ...{ courseId, sessionId, startsAt, enrol, onlyChild },
    /** Asha is in the course, with a seat on Saturday. */
    async seated(): Promise<{ id: string; seatId: string }> {
      await enrol();
      const id = await onlyChild();
      const enrolment = await db.selectFrom('classes.enrolments').select('id').executeTakeFirstOrThrow();
      const on = {
        enrolmentId: enrolment.id,
        as: 'coordinator',
        byPersonId: kobayashi.id,
        now: clock(),
      } as const;
      await inTransaction(db, async (tx) => sure(await enrolChild(tx, on)));
      const seat = await db.selectFrom('classes.seats').select(['id', 'state']).executeTakeFirstOrThrow();
      if (seat.state === 'offered') await sita.visitor.post(`/children/${id}/seats`, { seatId: seat.id });
      return { id, seatId: seat.id };
    },
    /** As at the beginning: nobody is enrolled. */
    async emptied(): Promise<void> {
      clock.set(Temporal.Instant.from(START));
      await db.deleteFrom('classes.children').execute();
    },
  };
}
