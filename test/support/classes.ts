import { openCourse, planCourse } from '../../src/modules/classes/courses/commands.ts';
import { askToEnrol, enrolChild } from '../../src/modules/classes/enrolments/commands.ts';
import { askToTeach, sayYes } from '../../src/modules/classes/helping/commands.ts';
import { openSession, planSession } from '../../src/modules/classes/sessions/commands.ts';
import type { Helping } from '../../src/modules/classes/types.ts';
import type { Person, WholePerson } from '../../src/modules/people/index.ts';
import { recordCheck } from '../../src/modules/trust/index.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { sure } from './events.ts';
import { DECIDER, doing, makeVolunteer } from './volunteers.ts';

/** What the house hands classes. */
export const CLASSES = { secret: 'a secret of the tests, long enough' };

/** A Saturday. */
export const SATURDAY = Temporal.Instant.from('2026-12-12T10:00:00+09:00');

const TEXTS = {
  ja: { title: 'はなまるクラス', aims: 'ひらがなに親しみます。', area: '墨田区、押上駅の近く' },
  'ja-easy': {
    title: 'はなまるクラス',
    aims: 'ひらがなを 楽《たの》しみます。',
    area: '押上駅《おしあげえき》の 近《ちか》く',
  },
  en: { title: 'Hanamaru class', aims: 'Getting to know hiragana.', area: 'Sumida, near Oshiage station' },
  'zh-Hans': { title: '小红花班', aims: '熟悉平假名。', area: '墨田区，押上站附近' },
};

/** Somebody who teaches and has everything that classes ask for. */
export async function makeTutor(
  db: Database,
  now: Temporal.Instant,
  details: Partial<WholePerson> = {},
): Promise<Person> {
  const tutor = await makeVolunteer(db, now, { roles: ['volunteer', 'tutor'], ...details });
  const doneOn = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  const checked = { personId: tutor.id, step: 'child_safety_check', doneOn, by: DECIDER, now } as const;
  await doing(db, (tx) => recordCheck(tx, checked));
  return tutor;
}

/** An open course that begins today. @returns its id */
export function makeCourse(db: Database, by: string, now: Temporal.Instant): Promise<string> {
  return inTransaction(db, async (tx) => {
    const beginsOn = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
    const course = {
      ...{ beginsOn, endsOn: beginsOn.add({ months: 4 }) },
      ...{ room: 12, fromAge: 5, toAge: 9, address: '東京都墨田区押上1-1-1 2階', texts: TEXTS },
    };
    const courseId = sure(await planCourse(tx, course, { personId: by, now }));
    sure(await openCourse(tx, { courseId, as: 'coordinator', now }));
    return courseId;
  });
}

/** An open day of a course. @returns its id */
export function makeSession(
  db: Database,
  courseId: string,
  {
    now,
    startsAt = SATURDAY,
    room = 12,
  }: { now: Temporal.Instant; startsAt?: Temporal.Instant; room?: number },
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const day = { courseId, startsAt, endsAt: startsAt.add({ minutes: 90 }), room, plan: [] };
    const sessionId = sure(await planSession(tx, day, now));
    sure(await openSession(tx, { sessionId, as: 'coordinator', byPersonId: null, now }));
    return sessionId;
  });
}

/** Somebody is asked and says yes. @returns the commitment's id */
export function teaches(
  db: Database,
  sessionId: string,
  { personId, role = 'tutor', now }: { personId: string; role?: Helping; now: Temporal.Instant },
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const known = await tx
      .selectFrom('classes.commitments')
      .select('id')
      .where('session_id', '=', sessionId)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    const commitmentId =
      known?.id ?? sure(await askToTeach(tx, { sessionId, personId, role, byPersonId: null, now })).id;
    sure(await sayYes(tx, { commitmentId, as: 'tutor', byPersonId: personId, now }));
    return commitmentId;
  });
}

/** A child of whom nothing is said, enrolled in a course. @returns the child's id */
export function enrolled(
  db: Database,
  courseId: string,
  { by, now }: { by: string; now: Temporal.Instant },
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const { id: childId } = await tx
      .insertInto('classes.children')
      .values({ created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id } = sure(await askToEnrol(tx, { childId, courseId }, { personId: by, now }));
    sure(await enrolChild(tx, { enrolmentId: id, as: 'coordinator', byPersonId: by, now }));
    return childId;
  });
}

/** How each child stands in a session, in the order in which they wait. */
export async function seatsOf(db: Database, sessionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('classes.seats')
    .select('state')
    .where('session_id', '=', sessionId)
    .orderBy('waiting_since')
    .orderBy('id')
    .execute();
  return rows.map(({ state }) => state);
}
