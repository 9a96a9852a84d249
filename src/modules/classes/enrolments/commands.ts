import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { giveUpSeat, waitForSeat } from '../seats/commands.ts';
import { findCourse, lockCourse } from '../store/courses.ts';
import { findEnrolmentOf, insertEnrolment, lockEnrolment, moveEnrolment } from '../store/enrolments.ts';
import { listSeatsAhead } from '../store/seats.ts';
import { findSession, listOpenSessions } from '../store/sessions.ts';
import type { Enrolment } from '../types.ts';
import { enrolmentLife } from './life.ts';

export interface OnEnrolment {
  readonly enrolmentId: string;
  readonly as: 'guardian' | 'coordinator';
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
}

const { does } = doing<typeof enrolmentLife.acts, OnEnrolment, Enrolment, object, Enrolment>({
  life: enrolmentLife,
  unknown: 'enrolment_is_unknown',
  lock: (tx, { enrolmentId }) => lockEnrolment(tx, enrolmentId),
  stateOf: ({ state }) => state,
  partyOf: (on) => on.as,
  async move(tx, { act, to, scene, on }) {
    if (to) await moveEnrolment(tx, scene.id, to, { now: on.now, isAskedAnew: act === 'ask_again' });
  },
  tell: (tx, type, { scene, on }) => tell(tx, type, { enrolment: scene, byPersonId: on.byPersonId }),
  done: (enrolment) => enrolment,
});

function tell(
  tx: Tx,
  type: Extract<Parameters<typeof publish>[1]['type'], `classes.enrolment.${string}`>,
  { enrolment, byPersonId }: { readonly enrolment: Enrolment; readonly byPersonId: string | null },
): Promise<void> {
  return publish(tx, {
    type,
    ids: {
      ...{ enrolmentId: enrolment.id, childId: enrolment.childId, courseId: enrolment.courseId },
      ...(byPersonId && { byPersonId }),
    },
  });
}

const askAgain = does('ask_again');

/** A guardian asks for a place for their child; who asked already keeps their place. Refused: `course_is_not_open`. */
export async function askToEnrol(
  tx: Tx,
  child: Pick<Enrolment, 'childId' | 'courseId'>,
  by: { readonly personId: string; readonly now: Temporal.Instant },
): Promise<Outcome<Enrolment>> {
  const course = await findCourse(tx, child.courseId);
  if (course?.state !== 'open') return refuse('course_is_not_open');
  const known = await findEnrolmentOf(tx, child);
  if (known && known.state !== 'declined' && known.state !== 'left') return accept(known);
  if (known)
    return askAgain(tx, { enrolmentId: known.id, as: 'guardian', byPersonId: by.personId, now: by.now });
  const enrolment = await insertEnrolment(tx, child, by.now);
  await tell(tx, 'classes.enrolment.asked', { enrolment, byPersonId: by.personId });
  return accept(enrolment);
}

const invite = does('invite', async (tx, { courseId }, on: OnEnrolment & { readonly sessionId: string }) => {
  const session = await findSession(tx, on.sessionId);
  return session?.courseId === courseId ? accept({}) : refuse('session_is_unknown', {}, 'sessionId');
});

/** A child visits one session; who comes each time has the seats before them. Refused: `session_is_unknown`, what `waitForSeat` refuses. */
export async function inviteToTrial(
  tx: Tx,
  on: OnEnrolment & { readonly sessionId: string },
): Promise<Outcome<Enrolment>> {
  const done = await invite(tx, on);
  if (!done.ok) return done;
  const seat = { sessionId: on.sessionId, childId: done.value.childId, isTrial: true };
  const waits = await waitForSeat(tx, seat, { as: 'house', byPersonId: null, now: on.now });
  return waits.ok ? done : waits;
}

const enrol = does('enrol', async (tx, { courseId }) => {
  // A day that is opened at this moment sees this child, or is seen below.
  await lockCourse(tx, courseId);
  return accept({});
});

/** The child comes from now on: they wait for a seat in every session that is open. */
export async function enrolChild(tx: Tx, on: OnEnrolment): Promise<Outcome<Enrolment>> {
  const done = await enrol(tx, on);
  if (!done.ok) return done;
  const { childId, courseId, askedAt } = done.value;
  for (const { id: sessionId } of await listOpenSessions(tx, courseId, on.now)) {
    const seat = { sessionId, childId, isTrial: false, since: askedAt };
    await waitForSeat(tx, seat, { as: 'house', byPersonId: null, now: on.now });
  }
  return done;
}

const decline = does('decline');

/** There is no place for them; a visit that lies ahead is off. */
export const declineEnrolment = (tx: Tx, on: OnEnrolment): Promise<Outcome<Enrolment>> =>
  without(tx, on, decline);

const leave = does('leave');

/** The child does not come any more: what they have is given up. */
export const leaveCourse = (tx: Tx, on: OnEnrolment): Promise<Outcome<Enrolment>> => without(tx, on, leave);

/** Ends an enrolment, and gives up every seat of the child that lies ahead in the course: it goes to whoever waits. */
async function without(tx: Tx, on: OnEnrolment, act: typeof leave): Promise<Outcome<Enrolment>> {
  const done = await act(tx, on);
  if (!done.ok) return done;
  const { childId, courseId } = done.value;
  const open = new Set((await listOpenSessions(tx, courseId, on.now)).map(({ id }) => id));
  for (const { id, sessionId, state } of await listSeatsAhead(tx, childId, on.now))
    if (open.has(sessionId) && state !== 'given_up')
      await giveUpSeat(tx, { seatId: id, as: 'house', byPersonId: on.byPersonId, now: on.now });
  return done;
}
