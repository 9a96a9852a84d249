import { insertChild } from '../../src/modules/classes/children/store/children.ts';
import { insertBar, insertFetcher } from '../../src/modules/classes/children/store/fetching.ts';
import { insertGuardianship } from '../../src/modules/classes/children/store/guardianships.ts';
import { openCourse, planCourse } from '../../src/modules/classes/courses/commands.ts';
import { planSession } from '../../src/modules/classes/sessions/commands.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { sure } from './events.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const WORDS = { title: 'はなまるクラス', aims: 'ことば', area: '墨田区' };

/** A class of a course that is open, with two vetted tutors who said yes: four seats. @returns its id */
export async function classOf(
  db: Database,
  {
    tutorIds,
    byId,
    startsAt,
    now,
  }: {
    readonly tutorIds: readonly string[];
    readonly byId: string;
    readonly startsAt: Temporal.Instant;
    readonly now: Temporal.Instant;
  },
): Promise<string> {
  const endsAt = startsAt.add({ hours: 2 });
  const course = {
    ...{ beginsOn: day('2026-11-01'), endsOn: day('2027-03-20'), room: 8, fromAge: 5, toAge: 9 },
    ...{ address: 'A street of the tests', texts: { ja: WORDS, en: { ...WORDS, title: 'Hanamaru' } } },
  };
  const sessionId = await inTransaction(db, async (tx) => {
    const courseId = sure(await planCourse(tx, course, { personId: byId, now }));
    sure(await openCourse(tx, { courseId, as: 'coordinator', now }));
    return sure(await planSession(tx, { courseId, startsAt, endsAt, room: 8, plan: [] }, now));
  });
  await teachOn(db, sessionId, { tutorIds, endsAt, now });
  return sessionId;
}

/** The day is open, and these vetted adults have said yes to it. */
export async function teachOn(
  db: Database,
  sessionId: string,
  {
    tutorIds,
    endsAt,
    now,
  }: {
    readonly tutorIds: readonly string[];
    readonly endsAt: Temporal.Instant;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await db.updateTable('classes.sessions').set({ state: 'open' }).where('id', '=', sessionId).execute();
  for (const personId of tutorIds) {
    const asked = { session_id: sessionId, person_id: personId, role: 'tutor', is_vetted: true } as const;
    await db
      .insertInto('classes.commitments')
      .values({ ...asked, answer_by: now, asked_at: now, ends_at: endsAt })
      .execute();
  }
  await db
    .updateTable('classes.commitments')
    .set({ state: 'yes', answered_at: now })
    .where('session_id', '=', sessionId)
    .execute();
}

interface Around {
  readonly name: string;
  readonly guardianId: string;
  readonly now: Temporal.Instant;
}

/** A child of a guardian who fetches. @returns the child’s and the guardianship’s id */
export function childOf(db: Database, { name, guardianId, now }: Around) {
  return inTransaction(db, async (tx) => {
    const born = { birthMonth: day('2020-05-01'), isFirstOfApril: false };
    const said = { name, languages: ['ne'], reading: 'not_yet', school: '', note: '' } as const;
    const childId = await insertChild(tx, { ...born, ...said, answeredBy: guardianId, now });
    const mother = { name: `Mother of ${name}`, relation: 'mother', phone: '090-1111-2222' } as const;
    const guardianshipId = await insertGuardianship(tx, {
      ...{ childId, personId: guardianId, ...mother, mayFetch: true },
      ...{ fromOn: day('2026-11-01'), by: guardianId, now },
    });
    return { childId, guardianshipId: guardianshipId ?? '' };
  });
}

/** The child has a seat on a day. */
export async function seatOf(
  db: Database,
  {
    sessionId,
    childId,
    now,
  }: { readonly sessionId: string; readonly childId: string; readonly now: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto('classes.seats')
    .values({ session_id: sessionId, child_id: childId, waiting_since: now })
    .execute();
  await db
    .updateTable('classes.seats')
    .set({ state: 'taken', seated_at: now })
    .where('session_id', '=', sessionId)
    .where('child_id', '=', childId)
    .execute();
}

const always = { fromOn: day('2026-11-01'), untilOn: null };

/** Somebody else who may fetch. @returns their id */
export const fetcherOf = (db: Database, childId: string, { name, guardianId, now }: Around) =>
  inTransaction(db, (tx) =>
    insertFetcher(tx, childId, { name, relation: 'relative', phone: '', ...always, by: guardianId, now }),
  );

/** Somebody to whom the child is not handed over. */
export const barOf = (db: Database, childId: string, { name, guardianId, now }: Around) =>
  inTransaction(db, (tx) =>
    insertBar(tx, childId, {
      ...{ name, looks: 'tall, gray coat', reason: 'a reason for nobody at the door', source: 'court' },
      ...{ call: '03-1234-0000', ...always, by: guardianId, now },
    }),
  );
