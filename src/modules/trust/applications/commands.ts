import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { endRole, findPerson, grantRole } from '../../people/index.ts';
import { insertDecision, lockDecisionsAbout } from '../decisions/store.ts';
import { publish } from '../events.ts';
import { cancelInterviewAhead } from '../interviews/store.ts';
import { mayApprove } from '../standing/rules.ts';
import { findStanding } from '../standing/store.ts';
import type { HelpKind } from '../types.ts';
import { type About, type Deciding, does } from './doing.ts';
import { mayApply } from './rules.ts';
import { findApplication, insertApplication } from './store.ts';

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

/**
 * Makes an applicant a volunteer, with the role. Refuses when a required step does not hold (`interview_is_missing`
 * and the like), for somebody suspended, and when the application has been decided.
 */
export const approve = does('approve', async (tx, _, { personId, by, now }: Deciding) => {
  const allowed = mayApprove(await findStanding(tx, personId, now));
  if (!allowed.ok) return allowed;
  const granted = await grantRole(tx, { personId, role: 'volunteer' }, { by, now });
  return granted.ok ? accept({}) : refuse('person_cannot_be_a_volunteer');
});

/** Declines an application. `words` is what the applicant is told; `reason` stays with staff. */
export const decline = does('decline', async (tx, _, on: Deciding & { readonly words: string }) => {
  await cancelInterviewAhead(tx, on.personId, on.now);
  return accept({ outcomeWords: on.words });
});

type Leaving = About & { readonly reason: string };

const withdraw = does('withdraw', async (tx, _, { personId, now }: Leaving) => {
  await cancelInterviewAhead(tx, personId, now);
  return accept({});
});

const leave = does('leave', async (tx, _, { personId, now }: Leaving) => {
  await cancelInterviewAhead(tx, personId, now);
  const by = { personId, role: 'volunteer' };
  const ended = await endRole(tx, { personId, role: 'volunteer' }, { by, now });
  return ended.ok ? accept({}) : ended;
});

/** An applicant withdraws, or a volunteer stops being one: the role ends today. */
export async function leaveVolunteering(tx: Tx, leaving: Leaving): Promise<Outcome<null>> {
  await lockDecisionsAbout(tx, leaving.personId);
  const application = await findApplication(tx, leaving.personId);
  return application?.state === 'approved' ? leave(tx, leaving) : withdraw(tx, leaving);
}
