import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { violatedConstraint } from '../../../platform/database/transaction.ts';
import { accept, type Outcome, Refused, refuse } from '../../../platform/refusal.ts';
import { listEntries } from '../day/store/door.ts';
import { publish } from '../events.ts';
import { askAnew, askAtOnce, refreshVetted } from '../helping/commands.ts';
import { waitForSeat } from '../seats/commands.ts';
import { holdSeats, moveSeats } from '../seats/move-seats.ts';
import { markCame } from '../store/commitments.ts';
import { findCourse, lockCourse } from '../store/courses.ts';
import { listEnrolments } from '../store/enrolments.ts';
import { insertSession, lockSession, type NewSession, updateSession } from '../store/sessions.ts';
import type { CancelReason, Course, Session } from '../types.ts';
import { sessionLife } from './life.ts';

export interface OnSession {
  readonly sessionId: string;
  readonly as: 'coordinator' | 'house';
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
  /** The version that somebody had before them. */
  readonly version?: number | undefined;
}

type Changes = Parameters<typeof updateSession>[2];
interface Ending {
  readonly changes: Changes;
}

const { does } = doing<typeof sessionLife.acts, OnSession, Session, Ending, Session>({
  life: sessionLife,
  unknown: 'session_is_unknown',
  lock: (tx, { sessionId }) => lockSession(tx, sessionId),
  stateOf: ({ state }) => state,
  partyOf: (on) => on.as,
  isTheirs: ({ version }, on) =>
    on.version === undefined || on.version === version ? accept(null) : refuse('session_is_elsewhere'),
  async move(tx, { from, to, scene, ending }) {
    await updateSession(tx, scene.id, { ...ending.changes, ...(to && to !== from && { state: to }) });
  },
  tell: (tx, type, { scene, on }) =>
    publish(tx, {
      type,
      ids: {
        ...{ sessionId: scene.id, courseId: scene.courseId },
        ...(on.byPersonId && { byPersonId: on.byPersonId }),
      },
      live: ['desk'],
    }),
  done: (session) => session,
});

/** A day of a course. Refused: `course_is_unknown`, `session_outside_course`, `session_is_there`. */
export async function planSession(
  tx: Tx,
  session: NewSession,
  now: Temporal.Instant,
): Promise<Outcome<string>> {
  const course = await findCourse(tx, session.courseId);
  if (!course || course.state === 'over') return refuse('course_is_unknown');
  if (isOutside(course, session.startsAt)) return refuse('session_outside_course', {}, 'onDay');
  return accept(await once(() => insertSession(tx, session, now)));
}

function isOutside({ beginsOn, endsOn }: Course, startsAt: Temporal.Instant): boolean {
  const day = startsAt.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  return Temporal.PlainDate.compare(day, beginsOn) < 0 || Temporal.PlainDate.compare(day, endsOn) > 0;
}

/** What the database refuses where another day of the course begins at that time. @throws Refused */
async function once<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (problem) {
    if (violatedConstraint(problem) !== 'sessions_once') throw problem;
    throw new Refused({ code: 'session_is_there', field: 'onDay' });
  }
}

const open = does('open', async (tx, { courseId, startsAt }, { now }: OnSession) => {
  // Whoever is enrolled at this moment waits for it, and is of this day or of the next who are.
  const course = await lockCourse(tx, courseId);
  if (course?.state !== 'open') return refuse('course_is_not_open');
  return Temporal.Instant.compare(now, startsAt) >= 0 ? refuse('session_has_begun') : accept({});
});

/** Tutors are asked from now on, and every enrolled child waits for a seat. Refused: `course_is_not_open`, `session_has_begun`. */
export async function openSession(tx: Tx, on: OnSession): Promise<Outcome<Session>> {
  const opened = await open(tx, on);
  if (!opened.ok) return opened;
  const { id: sessionId, courseId } = opened.value;
  const by = { as: 'house', byPersonId: null, now: on.now } as const;
  for (const { childId, askedAt } of await listEnrolments(tx, courseId, ['enrolled']))
    await waitForSeat(tx, { sessionId, childId, isTrial: false, since: askedAt }, by);
  await askAtOnce(tx, sessionId, on.now);
  return opened;
}

const change = does('change', (_, { state }, { changes }: OnSession & { readonly changes: Changes }) =>
  state === 'planned' || state === 'open' ? accept({ changes }) : refuse('session_is_elsewhere'),
);

/** Another room, another plan: with less room the last in turn are unsure. */
export async function changeSession(
  tx: Tx,
  on: OnSession & { readonly changes: Pick<Changes, 'room' | 'plan'> },
): Promise<Outcome<Session>> {
  const changed = await change(tx, on);
  if (changed.ok) await moveSeats(tx, on.sessionId, on.now);
  return changed;
}

type Times = Pick<Session, 'startsAt' | 'endsAt'>;

const move = does(
  'move',
  async (tx, { id, courseId, startsAt }, { to, now }: OnSession & { readonly to: Times }) => {
    // Who came is written of this day: the log would tell it of the new one.
    if ((await listEntries(tx, id)).length > 0) return refuse('session_has_presses', {}, 'onDay');
    const course = await findCourse(tx, courseId);
    if (!course || isOutside(course, to.startsAt)) return refuse('session_outside_course', {}, 'onDay');
    if (Temporal.Instant.compare(to.startsAt, now) <= 0) return refuse('session_day_is_past', {}, 'onDay');
    return accept({
      changes: { starts_at: to.startsAt, ends_at: to.endsAt, moved_from: startsAt },
    });
  },
);

/**
 * It takes place on another day. Nobody has said that they can come then: seats are held for the children who have one, in the
 * same order, tutors are asked anew, and families are told; who can't come gives the seat up as always. Refused:
 * `session_outside_course`, `session_day_is_past`, `session_is_there`, `session_has_presses`.
 */
export async function moveSession(tx: Tx, on: OnSession & { readonly to: Times }): Promise<Outcome<Session>> {
  const moved = await once(() => move(tx, on));
  if (!moved.ok) return moved;
  await holdSeats(tx, on.sessionId, on.now);
  await askAnew(tx, { ...moved.value, ...on.to }, on.now);
  return moved;
}

/** It does not take place: families and tutors are told why, in their language. */
export const cancelSession = does(
  'cancel',
  (_, __, { reason }: OnSession & { readonly reason: CancelReason }) =>
    accept({ changes: { cancel_reason: reason } }),
);

const begin = does('begin');
const end = does('end');

/** What has become of a session in the course of time: what runs out is looked at, offers go on, it begins and ends. */
export async function followClock(tx: Tx, sessionId: string, now: Temporal.Instant): Promise<void> {
  const session = await lockSession(tx, sessionId);
  if (!session) return;
  const house = { sessionId, as: 'house', byPersonId: null, now } as const;
  const isPast = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;
  if (session.state === 'under_way') {
    if (isPast(session.endsAt)) await end(tx, house);
    return;
  }
  if (session.state !== 'open') return;
  if (!isPast(session.startsAt)) {
    await refreshVetted(tx, sessionId, now);
    await moveSeats(tx, sessionId, now);
    return;
  }
  await begin(tx, house);
  if (isPast(session.endsAt)) await end(tx, house);
}

/** Who came, and what it cost: what its figures are made of. */
export const reportSession = does(
  'report',
  async (
    tx,
    { id },
    on: OnSession & { readonly came: readonly string[]; readonly costJpy: number | null },
  ) => {
    await markCame(tx, id, on.came);
    return accept({ changes: { cost_jpy: on.costJpy } });
  },
);
