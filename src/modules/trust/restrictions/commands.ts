import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan, endAccess, endPausesOn, officeLeftEmpty, restoreAccess } from '../../people/index.ts';
import { insertDecision, lockDecisionsAbout } from '../decisions/store.ts';
import { publish } from '../events.ts';
import { type DecidedBy, mayDecideAbout } from '../rules.ts';
import { findStanding } from '../standing/store.ts';
import type { DecisionAct, Limit, RestrictionKind } from '../types.ts';
import { mayKeepApart, mayLift, maySet, pauseUntil } from './rules.ts';
import { endRestriction, findRestriction, insertRestriction } from './store.ts';

export interface Restricting {
  readonly personId: string;
  /** At most 1000 characters; for staff only. */
  readonly reason: string;
  readonly by: DecidedBy;
  readonly now: Temporal.Instant;
}

/**
 * Lets a volunteer rest: nobody asks them until they are back. By staff; their own breaks are their availability.
 * @param pausing.untilOn the first day back in Japan; null until they say so
 */
export async function pauseVolunteer(
  tx: Tx,
  pausing: Restricting & { untilOn: Temporal.PlainDate | null },
): Promise<Outcome<null>> {
  const untilAt = pauseUntil(pausing.untilOn, dayInJapan(pausing.now));
  if (!untilAt.ok) return untilAt;
  return set(tx, pausing, { kind: 'pause', act: 'pause', untilAt: untilAt.value });
}

/** Ends the rest of somebody who is back: the break they planned, and the pause that staff entered. */
export async function resumeVolunteering(
  tx: Tx,
  resuming: { personId: string; now: Temporal.Instant },
): Promise<Outcome<null>> {
  const { personId, now } = resuming;
  await lockDecisionsAbout(tx, personId);
  await endPausesOn(tx, personId, dayInJapan(now));
  const { restrictions } = await findStanding(tx, personId, now);
  const pause = restrictions.find(({ kind }) => kind === 'pause');
  if (!pause) return accept(null);
  await endRestriction(tx, pause.id, { byPersonId: personId, reason: '', at: now });
  await insertDecision(tx, { personId, act: 'resume', byPersonId: personId, at: now });
  return accept(null);
}

/** Limits what a volunteer is asked for. */
export async function restrictVolunteer(
  tx: Tx,
  restricting: Restricting & { kind: Limit },
): Promise<Outcome<null>> {
  const own = mayDecideAbout(restricting.personId, restricting.by);
  if (!own.ok) return own;
  const { personId, kind } = restricting;
  const done = await set(tx, restricting, { kind, act: 'restrict', untilAt: null });
  if (done.ok) await publish(tx, { type: 'trust.volunteer.restricted', ids: { personId }, live: ['desk'] });
  return done;
}

/** Stops somebody: they are out at once, their sessions end, and they are never asked until the suspension is lifted. */
export async function suspendPerson(tx: Tx, suspending: Restricting): Promise<Outcome<null>> {
  const { personId, by, now } = suspending;
  const own = mayDecideAbout(personId, by);
  if (!own.ok) return own;
  const office = await officeLeftEmpty(tx, personId);
  if (office) return refuse(`last_${office}_stays`);
  const done = await set(tx, suspending, { kind: 'suspension', act: 'suspend', untilAt: null });
  if (!done.ok) return done;
  await endAccess(tx, personId, { by, now });
  await publish(tx, {
    type: 'trust.person.suspended',
    ids: { personId },
    live: [`person:${personId}`, 'desk'],
  });
  return accept(null);
}

async function set(
  tx: Tx,
  restricting: Restricting,
  what: { kind: RestrictionKind; act: DecisionAct; untilAt: Temporal.Instant | null },
): Promise<Outcome<null>> {
  const { personId, reason, by, now } = restricting;
  await lockDecisionsAbout(tx, personId);
  const allowed = maySet(what.kind, await findStanding(tx, personId, now));
  if (!allowed.ok) return allowed;
  await insertRestriction(tx, {
    kind: what.kind,
    personId,
    otherPersonId: null,
    reason,
    setBy: by.personId,
    sinceAt: now,
    untilAt: what.untilAt,
  });
  await insertDecision(tx, { personId, act: what.act, byPersonId: by.personId, reason, at: now });
  return accept(null);
}

/** Keeps two people apart: neither is ever proposed to the other, and who hears of it undoes what they had agreed. */
export async function keepApart(tx: Tx, apart: Restricting & { otherId: string }): Promise<Outcome<null>> {
  const { personId, otherId, reason, by, now } = apart;
  for (const id of [personId, otherId]) {
    const own = mayDecideAbout(id, by);
    if (!own.ok) return own;
  }
  await lockDecisionsAbout(tx, personId, otherId);
  const allowed = mayKeepApart(await findStanding(tx, personId, now), otherId);
  if (!allowed.ok) return allowed;
  const [first = personId, second = otherId] = [personId, otherId].sort();
  await insertRestriction(tx, {
    kind: 'apart',
    personId: first,
    otherPersonId: second,
    reason,
    setBy: by.personId,
    sinceAt: now,
    untilAt: null,
  });
  for (const id of [personId, otherId]) {
    await insertDecision(tx, { personId: id, act: 'keep_apart', byPersonId: by.personId, reason, at: now });
  }
  await publish(tx, { type: 'trust.people.kept_apart', ids: { personId, otherId }, live: ['desk'] });
  return accept(null);
}

/** Lifts a restriction of any kind; after a suspension the person can sign in again. */
export async function liftRestriction(
  tx: Tx,
  lifting: Restricting & { restrictionId: string },
): Promise<Outcome<null>> {
  const { personId, reason, by, now } = lifting;
  await lockDecisionsAbout(tx, personId);
  const own = mayDecideAbout(personId, by);
  if (!own.ok) return own;
  const allowed = mayLift(await findRestriction(tx, lifting.restrictionId), personId, now);
  if (!allowed.ok) return allowed;
  await endRestriction(tx, allowed.value.id, { byPersonId: by.personId, reason, at: now });
  if (allowed.value.kind === 'suspension') await restoreAccess(tx, personId, { by, now });
  await insertDecision(tx, { personId, act: 'lift', byPersonId: by.personId, reason, at: now });
  return accept(null);
}
