import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { moveSeats } from '../seats/move-seats.ts';
import { insertCommitment, listCommitments, moveCommitments, writeVetted } from '../store/commitments.ts';
import { lockSession } from '../store/sessions.ts';
import type { Commitment, Helping, Session } from '../types.ts';
import { does, type HelpingScene, type OnCommitment, tellOf } from './doing.ts';
import { findPool, vettedOf } from './pool.ts';
import { answerBy } from './rules/answer-by.ts';
import { toAskAtOnce } from './rules/restore.ts';

const hasBegun = ({ state, startsAt }: Session, now: Temporal.Instant) =>
  (state !== 'open' && state !== 'planned') || Temporal.Instant.compare(now, startsAt) >= 0;

const yes = does('say_yes', async (tx, { session, commitment }, { now }: OnCommitment) => {
  if (hasBegun(session, now)) return refuse('session_has_begun');
  const vetted = await vettedOf(tx, session, [commitment.personId]);
  return accept({ isVetted: vetted.has(commitment.personId) });
});
const no = does('say_no', (_, { session }, { now }: OnCommitment) =>
  hasBegun(session, now) ? refuse('session_has_begun') : accept({}),
);
const lapse = does('lapse');

/** They come: seats follow at once, if everything holds on that day that classes ask for. Refused: `session_has_begun`. */
export async function sayYes(tx: Tx, on: OnCommitment): Promise<Outcome<HelpingScene>> {
  const done = await yes(tx, on);
  if (done.ok) await moveSeats(tx, done.value.session.id, on.now);
  return done;
}

/**
 * They do not come, or no longer: seats go with them in the same transaction, and those whose yes would restore most are
 * asked at once. Until the session begins nobody has to say why. Refused: `session_has_begun`.
 */
export async function sayNo(tx: Tx, on: OnCommitment): Promise<Outcome<HelpingScene>> {
  const done = await no(tx, on);
  if (!done.ok) return done;
  await moveSeats(tx, done.value.session.id, on.now);
  await askAtOnce(tx, done.value.session.id, on.now);
  return done;
}

/** Nobody answered in time: somebody else is asked. Their yes still counts when it comes. */
export async function lapseCommitment(tx: Tx, on: OnCommitment): Promise<Outcome<HelpingScene>> {
  const done = await lapse(tx, on);
  if (done.ok) await askAtOnce(tx, done.value.session.id, on.now);
  return done;
}

interface Asking {
  readonly sessionId: string;
  readonly personId: string;
  readonly role: Helping;
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
}

/** Somebody is asked to teach or help on a day, once. Refused: `session_has_begun`, `is_not_vetted`, `was_asked_already`. */
export async function askToTeach(tx: Tx, asking: Asking): Promise<Outcome<Commitment>> {
  const { sessionId, personId, role, byPersonId, now } = asking;
  const session = await lockSession(tx, sessionId);
  if (!session) return refuse('session_is_unknown');
  if (hasBegun(session, now)) return refuse('session_has_begun');
  const vetted = await vettedOf(tx, session, [personId]);
  if (!vetted.has(personId)) return refuse('is_not_vetted');
  const asked = { sessionId, personId, role, answerBy: answerBy(session.startsAt, now) };
  const commitment = await insertCommitment(tx, { ...asked, endsAt: session.endsAt }, now);
  if (!commitment) return refuse('was_asked_already');
  await tellOf(tx, 'classes.commitment.asked', { commitment, byPersonId });
  return accept(commitment);
}

/**
 * While children are without a seat, the house asks those whose yes would restore most: two for each who is missing, and
 * more when nobody answers. @returns whom
 */
export async function askAtOnce(
  tx: Tx,
  sessionId: string,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const session = await lockSession(tx, sessionId);
  if (session?.state !== 'open' || hasBegun(session, now)) return [];
  const commitments = await listCommitments(tx, [sessionId]);
  const { candidates, wanted } = await findPool(tx, session, { commitments, now });
  // Who was silent has been asked: their yes still counts, and they are not asked twice.
  const fresh = candidates.filter(({ state }) => state === null);
  const chosen = toAskAtOnce({ room: session.room, commitments, wanted }, fresh);
  for (const { personId, role } of chosen)
    await askToTeach(tx, { sessionId, personId, role, byPersonId: null, now });
  return chosen.map(({ personId }) => personId);
}

const askAnewOne = does('ask_anew', (_, { session }, { now }: OnCommitment) =>
  accept({ isVetted: false, answerBy: answerBy(session.startsAt, now) }),
);

/**
 * The day has been moved: what they said was about the old one. Everybody is asked again whom classes would ask for the new
 * one; who came and is not vetted for it is too, so that no old yes stays.
 */
export async function askAnew(tx: Tx, session: Session, now: Temporal.Instant): Promise<void> {
  await moveCommitments(tx, session.id, session.endsAt);
  const commitments = await listCommitments(tx, [session.id]);
  const vetted = await vettedOf(
    tx,
    session,
    commitments.map(({ personId }) => personId),
  );
  for (const { id, personId, state } of commitments)
    if (vetted.has(personId) || state === 'yes')
      await askAnewOne(tx, { commitmentId: id, as: 'house', byPersonId: null, now });
  await askAtOnce(tx, session.id, now);
}

/** What trust says of those who said yes, as of now: a step that ran out takes its seats along. */
export async function refreshVetted(tx: Tx, sessionId: string, now: Temporal.Instant): Promise<void> {
  const session = await lockSession(tx, sessionId);
  if (!session || hasBegun(session, now)) return;
  const ids = (await listCommitments(tx, [sessionId])).map(({ personId }) => personId);
  const changed = await writeVetted(tx, sessionId, await vettedOf(tx, session, ids));
  if (changed === 0) return;
  await moveSeats(tx, sessionId, now);
  await askAtOnce(tx, sessionId, now);
}
