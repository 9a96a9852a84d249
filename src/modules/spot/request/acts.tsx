import { z } from 'zod';
import type { Tx } from '../../../platform/database/connect.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { checkbox, choice, requiredText, text, wholeNumber } from '../../../platform/web/form-fields.ts';
import { type Call, post, type Reply, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { compose, composing, findReaders } from '../../people/index.ts';
import { cancelRequest } from '../close/cancel-request.ts';
import { giveFeedback } from '../close/say-how-it-was.ts';
import { recordNoShow, sayMet } from '../meet/check-in.ts';
import { confirmAssignment, rejectAssignment } from '../offer/confirm-assignment.ts';
import type { ActOn, Performed } from '../perform.ts';
import { requester } from '../relations.ts';
import { findAssignment } from '../store/assignments.ts';
import { MOST, SOLUTIONS } from '../types.ts';
import { type SpotKey, spotMessages } from '../words.ts';
import { requestPageAgain } from './routes.tsx';

const Versioned = z.object({ version: wholeNumber(0, 1_000_000) });

const Feedback = z.object({
  ...composing,
  solution: choice(SOLUTIONS, 'say_whether_it_helped'),
  thanksWords: text(MOST.reportWords),
  isUnsafe: checkbox,
  unsafeWords: text(MOST.reportWords),
});

type ActCall<Fields> = Call<{ readonly id: string }, Fields, Tx>;

/** What a resident does with a request of theirs. */
export const requestActs: readonly Route[] = [
  post({
    path: '/spot/requests/:id/confirmation',
    access: [requester],
    audit: 'spot.assignment.confirmed',
    form: Versioned,
    handle: (call) =>
      act(
        call,
        (on) => confirmAssignment(call.db, { ...on, version: call.fields.version }),
        'you_have_confirmed',
      ),
    again: (call, form) => requestPageAgain(call, call.params.id, form),
  }),
  post({
    path: '/spot/requests/:id/rejection',
    access: [requester],
    audit: 'spot.assignment.rejected',
    form: Versioned,
    handle: (call) =>
      act(
        call,
        (on) => rejectAssignment(call.db, { ...on, version: call.fields.version }),
        'we_look_for_somebody_else',
      ),
    again: (call, form) => requestPageAgain(call, call.params.id, form),
  }),
  post({
    path: '/spot/requests/:id/cancellation',
    access: [requester],
    audit: 'spot.request.cancelled',
    form: z.object({ reason: text(MOST.reason) }),
    handle: (call) =>
      act(
        call,
        (on) => cancelRequest(call.db, { ...on, reason: call.fields.reason }),
        'request_is_cancelled',
      ),
    again: (call, form) => requestPageAgain(call, call.params.id, form),
  }),
  post({
    path: '/spot/requests/:id/meeting',
    access: [requester],
    audit: 'spot.visit.ended',
    form: z.object({}),
    handle: (call) => act(call, (on) => sayMet(call.db, on), 'thank_you_how_was_it'),
    again: (call, form) => requestPageAgain(call, call.params.id, form),
  }),
  post({
    path: '/spot/requests/:id/absence',
    access: [requester],
    audit: 'spot.visit.missed',
    form: z.object({ absenceWords: requiredText(MOST.reason, 'say_what_happened') }),
    handle: (call) =>
      act(
        call,
        (on) => recordNoShow(call.db, { ...on, absent: 'volunteer', reason: call.fields.absenceWords }),
        'coordinators_know_of_absence',
      ),
    again: (call, form) => requestPageAgain(call, call.params.id, form),
  }),
  post({
    path: '/spot/requests/:id/feedback',
    access: [requester],
    audit: 'spot.feedback.given',
    form: Feedback,
    async handle(call) {
      const { db, params, locale, fields } = call;
      const { solution, isUnsafe, unsafeWords } = fields;
      const assignment = await findAssignment(db, params.id);
      const ids = assignment ? [assignment.volunteerId] : [];
      const readers = await findReaders(db, ids, { locale, to: 'counterpart' });
      const thanks = compose({ field: 'thanksWords', typed: fields.thanksWords, ...fields, readers, locale });
      if (!thanks.ok) return refusedBy(thanks.refusal);
      const feedback = {
        solution,
        thanksWords: thanks.value || null,
        isUnsafe,
        unsafeWords: isUnsafe ? unsafeWords || null : null,
      };
      const done = isUnsafe ? 'a_coordinator_reads_this_now' : 'thank_you_for_telling';
      return act(call, (on) => giveFeedback(call.db, { ...on, feedback }), done);
    },
    again: (call, form) => requestPageAgain(call, call.params.id, form),
  }),
];

/** Does an act as the requester, audits it, and goes back to the request with a sentence. */
async function act<Fields>(
  call: ActCall<Fields>,
  command: (on: ActOn) => Promise<Outcome<Performed>>,
  done: SpotKey,
): Promise<Reply> {
  const requestId = call.params.id;
  const doer = { personId: call.actor.personId, party: 'requester', now: call.now } as const;
  const outcome = await command({ requestId, doer });
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const { requesterId, volunteerId } = outcome.value;
  await call.audit({
    subjectIds: [requesterId, ...(volunteerId ? [volunteerId] : [])],
    object: { kind: 'spot.request', id: requestId },
  });
  return redirect(`/spot/requests/${requestId}`, {
    tone: 'done',
    text: spotMessages.in(call.locale).noted(done),
  });
}
