import type { Database, Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, type Refusal, refuse } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { findPerson } from '../../people/index.ts';
import type { Performed } from '../perform.ts';
import { spotSetting } from '../settings.ts';
import { insertHistory } from '../store/history.ts';
import { insertRequest } from '../store/requests.ts';
import { ownsFiles } from '../store/ties.ts';
import { tell } from '../tell.ts';
import { requestLife } from '../transitions.ts';
import type { Doer, RequestForm } from '../types.ts';
import { discardDraft } from './draft.ts';
import { mayAsk } from './may-ask.ts';
import { refuseForm } from './rules/form.ts';
import { keepNeededPlace } from './rules/place.ts';

/** Who asks for what; a coordinator may type it in for the requester. */
export interface Submission {
  readonly requesterId: string;
  readonly form: RequestForm;
  readonly doer: Doer;
}

/** All that speaks against a submission, each beside its field; empty when it can be sent. */
export async function checkSubmission(db: Database, { form, doer }: Submission): Promise<Refusal[]> {
  const settings = await readSetting(db, spotSetting);
  return refuseForm(form, { now: doer.now, settings, isByCoordinator: doer.party === 'coordinator' });
}

/**
 * Sends a request to the coordinators; the requester's draft is done with.
 * Refuses `say_your_name` for somebody nobody has welcomed yet, `requester_is_suspended`, and what `refuseForm` refuses, the first of it (`checkSubmission` gives all).
 */
export async function submitRequest(tx: Tx, submission: Submission): Promise<Outcome<Performed>> {
  const { form, doer, requesterId } = submission;
  const transition = requestLife.acts.submit;
  const isOwn = doer.party === 'requester' && doer.personId === requesterId;
  if (!isOwn && doer.party !== 'coordinator') return refuse('this_is_not_yours_to_do');
  if (isOwn && !(await findPerson(tx, requesterId))?.welcomedAt)
    return refuse('say_your_name', undefined, 'name');
  const may = await mayAsk(tx, requesterId, doer.now);
  if (!may.ok) return may;
  const [refusal] = await checkSubmission(tx, submission);
  if (refusal) return { ok: false, refusal };
  if (!(await ownsFiles(tx, doer.personId, form.photoIds))) return refuse('photo_is_gone', {}, 'photoIds');
  const id = await insertRequest(tx, {
    form: { ...form, place: keepNeededPlace(form.place) },
    requesterId,
    enteredBy: isOwn ? null : doer.personId,
    now: doer.now,
  });
  await insertHistory(tx, id, {
    act: 'submit',
    from: null,
    to: transition.to,
    byPerson: doer.personId,
    byParty: doer.party,
    reason: null,
    at: doer.now,
  });
  if (isOwn) await discardDraft(tx, requesterId);
  const byPersonId = doer.personId ?? undefined;
  await tell(tx, transition.event, { requestId: id, requesterId, ...(byPersonId && { byPersonId }) });
  return accept({ requestId: id, requesterId, volunteerId: null });
}
