import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, Refused, refuse } from '../../../platform/refusal.ts';
import { endRole, findPerson, grantRole } from '../../people/index.ts';
import { insertDecision, lockDecisionsAbout } from '../decisions/store.ts';
import { publish } from '../events.ts';
import { cancelInterviewAhead } from '../interviews/store.ts';
import { type DecidedBy, mayDecideAbout, mayMove } from '../rules.ts';
import { mayApprove } from '../standing/rules.ts';
import { findStanding } from '../standing/store.ts';
import type { HelpKind } from '../types.ts';
import { mayApply } from './rules.ts';
import { findApplication, insertApplication, updateApplication } from './store.ts';

export interface NewApplication {
  readonly personId: string;
  /** Why they want to help, at most 1000 characters. */
  readonly motivation: string;
  readonly experience: string;
  readonly helpWith: readonly HelpKind[];
  readonly now: Temporal.Instant;
}

/**
 * Hands in an application. Refuses before the welcome page has asked for a name, while another waits, and for somebody
 * who is a volunteer.
 * @returns its id
 */
export async function applyToVolunteer(tx: Tx, application: NewApplication): Promise<Outcome<string>> {
  const { personId, now } = application;
  await lockDecisionsAbout(tx, personId);
  const allowed = mayApply(await findPerson(tx, personId), await findApplication(tx, personId));
  if (!allowed.ok) return allowed;
  const applicationId = await insertApplication(tx, { ...application, submittedAt: now });
  await insertDecision(tx, { personId, act: 'apply', byPersonId: personId, at: now });
  await publish(tx, {
    type: 'trust.application.submitted',
    ids: { applicationId, personId },
    live: ['desk'],
  });
  return accept(applicationId);
}

export interface ApplicationDecision {
  readonly personId: string;
  readonly by: DecidedBy;
  readonly now: Temporal.Instant;
}

/**
 * Makes an applicant a volunteer, with the role. Refuses when a required step does not hold (`interview_is_missing`
 * and the like), for somebody suspended, and when the application has been decided.
 */
export async function approve(
  tx: Tx,
  decision: ApplicationDecision & { reason?: string },
): Promise<Outcome<null>> {
  const { personId, by, now } = decision;
  await lockDecisionsAbout(tx, personId);
  const own = mayDecideAbout(personId, by);
  if (!own.ok) return own;
  const standing = await findStanding(tx, personId, now);
  const allowed = mayApprove(standing);
  if (!allowed.ok) return allowed;
  const { application } = standing;
  const granted = await grantRole(tx, { personId, role: 'volunteer' }, { by, now });
  if (!granted.ok || !application) return refuse('person_cannot_be_a_volunteer');
  await updateApplication(tx, application.id, { state: 'approved', at: now });
  await insertDecision(tx, {
    personId,
    act: 'approve',
    byPersonId: by.personId,
    reason: decision.reason,
    at: now,
  });
  const ids = { personId, applicationId: application.id };
  await publish(tx, { type: 'trust.volunteer.approved', ids, live: [`person:${personId}`, 'desk'] });
  return accept(null);
}

/** Declines an application. `words` is what the applicant is told; `reason` stays with staff. */
export async function decline(
  tx: Tx,
  decision: ApplicationDecision & { words: string; reason?: string },
): Promise<Outcome<null>> {
  const { personId, by, now } = decision;
  await lockDecisionsAbout(tx, personId);
  const own = mayDecideAbout(personId, by);
  if (!own.ok) return own;
  const application = await findApplication(tx, personId);
  const moved = mayMove(application, 'decline');
  if (!moved.ok || !application) return moved.ok ? accept(null) : moved;
  await updateApplication(tx, application.id, { state: 'declined', at: now, outcomeWords: decision.words });
  await cancelInterviewAhead(tx, personId, now);
  await insertDecision(tx, {
    personId,
    act: 'decline',
    byPersonId: by.personId,
    reason: decision.reason,
    at: now,
  });
  const ids = { personId, applicationId: application.id };
  await publish(tx, { type: 'trust.application.declined', ids, live: [`person:${personId}`, 'desk'] });
  return accept(null);
}

/** An applicant withdraws, or a volunteer stops being one: the role ends today. */
export async function leaveVolunteering(
  tx: Tx,
  leaving: { personId: string; reason: string; now: Temporal.Instant },
): Promise<Outcome<null>> {
  const { personId, now, reason } = leaving;
  await lockDecisionsAbout(tx, personId);
  const application = await findApplication(tx, personId);
  const act = application?.state === 'approved' ? 'leave' : 'withdraw';
  const moved = mayMove(application, act);
  if (!moved.ok) return moved;
  if (!application) return accept(null);
  await updateApplication(tx, application.id, { state: act === 'leave' ? 'ended' : 'withdrawn', at: now });
  await cancelInterviewAhead(tx, personId, now);
  await insertDecision(tx, { personId, act, byPersonId: personId, reason, at: now });
  if (act === 'withdraw')
    await publish(tx, { type: 'trust.application.withdrawn', ids: { personId }, live: ['desk'] });
  if (act === 'leave') {
    const by = { personId, role: 'volunteer' };
    const ended = await endRole(tx, { personId, role: 'volunteer' }, { by, now });
    if (!ended.ok) throw new Refused(ended.refusal);
    await publish(tx, { type: 'trust.volunteer.left', ids: { personId }, live: ['desk'] });
  }
  return accept(null);
}
