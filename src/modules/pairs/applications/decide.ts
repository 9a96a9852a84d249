import { accept } from '../../../platform/refusal.ts';
import { chargeRegistration } from '../fees/charge.ts';
import type { Reduction } from '../fees/reductions.ts';
import { interviewStanding, mayAccept } from '../interview/rules.ts';
import { cancelInterviewAhead, listInterviews } from '../interview/store.ts';
import { does, type OnApplication } from './doing.ts';
import { readyIfComplete } from './ready.ts';

const accepted = does(
  'accept',
  async (tx, { application }, on: OnApplication & { readonly reduction: Reduction }) => {
    const { reduction, doer } = on;
    const allowed = mayAccept(interviewStanding(application, await listInterviews(tx, application.id)));
    if (!allowed.ok) return allowed;
    await chargeRegistration(tx, { ...application, reduction }, doer.now);
    return accept({ changes: { decided_at: doer.now, decided_by: doer.personId, reduction } });
  },
);

/**
 * Accepts an applicant into the program, in a class of fees; registration is asked for, and where nothing is missing they
 * are ready at once. Refuses without an interview that fits.
 */
export const acceptApplication: typeof accepted = async (tx, on) => {
  const outcome = await accepted(tx, on);
  if (outcome.ok) await readyIfComplete(tx, on.applicationId, on.doer.now);
  return outcome;
};

/** Declines an application. `words` is what the applicant is told; `reason` stays with staff. */
export const declineApplication = does(
  'decline',
  async (tx, { application }, { doer, words }: OnApplication & { readonly words: string }) => {
    const { personId, now } = doer;
    await cancelInterviewAhead(tx, application.id, now);
    return accept({ changes: { decided_at: now, decided_by: personId, ended_at: now, outcomeWords: words } });
  },
);
