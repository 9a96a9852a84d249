import { enrolChild as writeChild } from '../../src/modules/classes/children/enrol/commands.ts';
import { enrolChild } from '../../src/modules/classes/enrolments/commands.ts';
import { askToTeach, sayYes } from '../../src/modules/classes/helping/commands.ts';
import { findSeatOf } from '../../src/modules/classes/store/seats.ts';
import { createPerson } from '../../src/modules/people/index.ts';
import type { Connection, Database } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { makeCourse, makeSession, makeTutor } from '../../test/support/classes.ts';
import { sure } from '../../test/support/events.ts';
import { signIn } from '../../test/support/signed-in.ts';
import { randomFrom } from '../acceptance/world.ts';
import type { Press } from '../fire/presses.ts';
import { filled } from '../fire/program.ts';

/** A tutor's other answer, or a family whose child does not come. */
export interface Attempt extends Press {
  readonly kind: 'yes' | 'no' | 'absence';
  readonly personId: string;
  /** Of the commitment, or of the seat. */
  readonly id: string;
}
type Planned = Omit<Attempt, 'cookie' | 'key'>;

interface World {
  readonly sessions: number;
  readonly tutors: number;
  /** Of each session. */
  readonly children: number;
  readonly seed: number;
}
type Random = () => number;

/** Asked for each day; two of three have said yes. */
const ASKED = 6;
/** So far ahead that free seats are given at once: afterwards nobody may wait while one is free. */
const DAYS_AHEAD = 20;

/**
 * Fills a program's database by the commands that people use: days with more children than seats, for which some tutors have
 * said yes and some not.
 * @returns what all of them press, in an order that the seed chooses: every tutor the other answer, some families that their
 * child does not come
 */
export function buildWorld(directory: string, world: World): Promise<Attempt[]> {
  return filled(directory, (connection, secret) => fillWorld(connection, world, secret));
}

async function fillWorld(connection: Connection, world: World, secret: string): Promise<Attempt[]> {
  const { db } = connection;
  const now = Temporal.Now.instant();
  const random = randomFrom(world.seed);
  const { id: coordinatorId } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Haruka', now }));
  const tutors: string[] = [];
  for (let at = 0; at < world.tutors; at++)
    tutors.push((await makeTutor(db, now, { name: `Tutor ${at}`, email: `tutor-${at}@otonari.example` })).id);
  const attempts: Planned[] = [];
  for (let at = 0; at < world.sessions; at++) {
    const courseId = await makeCourse(db, coordinatorId, now);
    const startsAt = now.add({ hours: 24 * DAYS_AHEAD + at });
    const sessionId = await makeSession(db, courseId, { now, startsAt, room: 10 });
    for (let child = 0; child < world.children; child++) {
      const name = `guardian-${at}-${child}`;
      attempts.push(...(await family(db, { courseId, sessionId, coordinatorId, name, now, random })));
    }
    const asked = Array.from({ length: ASKED }, (_, place) => tutors[(at * 3 + place) % tutors.length] ?? '');
    for (const [place, personId] of asked.entries())
      attempts.push(await tutor(db, { sessionId, personId, comes: place % 3 !== 2, now }));
  }
  const personIds = [...new Set(attempts.map(({ personId }) => personId))];
  const cookies = await signIn(connection, { personIds, secret, now });
  return shuffled(attempts, random).map((attempt) => ({
    ...attempt,
    cookie: cookies.get(attempt.personId) ?? '',
    key: crypto.randomUUID(),
  }));
}

/** A child with a guardian, enrolled. @returns for two of five that they do not come */
async function family(
  db: Database,
  on: {
    readonly courseId: string;
    readonly sessionId: string;
    readonly coordinatorId: string;
    readonly name: string;
    readonly now: Temporal.Instant;
    readonly random: Random;
  },
): Promise<Planned[]> {
  const { courseId, sessionId, coordinatorId, name, now, random } = on;
  const { guardian, childId } = await inTransaction(db, async (tx) => {
    const person = { name, email: `${name}@otonari.example`, roles: ['resident'], now } as const;
    const { id: by } = await createPerson(tx, person);
    const birthMonth = now
      .toZonedDateTimeISO('Asia/Tokyo')
      .toPlainDate()
      .with({ day: 1 })
      .subtract({ years: 6 });
    const said = { name: 'Asha', languages: ['ne'], reading: 'not_yet', school: '', note: '' } as const;
    const answers = { relation: 'mother', phone: '', decides: 'me', notTold: '', mayFetch: true } as const;
    const child = { ...said, birthMonth, isFirstOfApril: false };
    const enrolling = { child, guardian: { ...answers, name }, photos: 'none', by, now } as const;
    return { guardian: by, childId: sure(await writeChild(tx, courseId, enrolling)) };
  });
  const seat = await inTransaction(db, async (tx) => {
    const enrolment = await tx
      .selectFrom('classes.enrolments')
      .select('id')
      .where('child_id', '=', childId)
      .executeTakeFirstOrThrow();
    const as = { as: 'coordinator', byPersonId: coordinatorId, now } as const;
    sure(await enrolChild(tx, { ...as, enrolmentId: enrolment.id }));
    return findSeatOf(tx, { sessionId, childId });
  });
  if (!seat || random() > 0.4) return [];
  const path = `/children/${childId}/absences`;
  return [{ kind: 'absence', personId: guardian, id: seat.id, path, fields: { seatId: seat.id } }];
}

/** Somebody who is asked and has said yes, or not yet. @returns the other answer */
async function tutor(
  db: Database,
  on: {
    readonly sessionId: string;
    readonly personId: string;
    readonly comes: boolean;
    readonly now: Temporal.Instant;
  },
): Promise<Planned> {
  const { sessionId, personId, comes, now } = on;
  return inTransaction(db, async (tx) => {
    const known = await tx
      .selectFrom('classes.commitments')
      .select('id')
      .where('session_id', '=', sessionId)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    const asking = { sessionId, personId, role: 'tutor', byPersonId: null, now } as const;
    const id = known?.id ?? sure(await askToTeach(tx, asking)).id;
    if (comes) sure(await sayYes(tx, { commitmentId: id, as: 'tutor', byPersonId: personId, now }));
    const kind = comes ? 'no' : 'yes';
    return { kind, personId, id, path: `/classes/teaching/${id}/${kind}`, fields: {} };
  });
}

function shuffled<One>(all: readonly One[], random: Random): One[] {
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
