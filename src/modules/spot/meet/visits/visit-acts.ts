import { z } from 'zod';
import type { Tx } from '../../../../platform/database/connect.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import { requiredText, text, wholeNumber } from '../../../../platform/web/form-fields.ts';
import {
  type Call,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { compose, composing, findReaders } from '../../../people/index.ts';
import { reportVisit } from '../../close/say-how-it-was.ts';
import { optionalTime } from '../../form-fields.ts';
import { withdrawFromRequest } from '../../offer/step-back.ts';
import type { ActOn, Performed } from '../../perform.ts';
import { assignedVolunteer } from '../../relations.ts';
import { findRequest } from '../../store/requests.ts';
import { MOST } from '../../types.ts';
import { type SpotKey, spotMessages } from '../../words.ts';
import { checkIn, checkOut, recordNoShow } from '../check-in.ts';
import { resumeVisit } from '../resume-visit.ts';
import { visitPage } from './visit-routes.tsx';

const MOST_MINUTES = 720;

type Hinted = { readonly ready: string; readonly hintsSeen: string };

/** What the volunteer does with a visit: arriving, leaving, telling how it was, stepping back, waiting in vain. */
export const visitActs: readonly Route[] = [
  post({
    path: '/spot/visits/:id/check-in',
    access: [assignedVolunteer],
    audit: 'spot.visit.begun',
    form: z.object({ metAt: optionalTime }),
    handle(call) {
      const at = call.fields.metAt;
      return act(call, (on) => checkIn(call.db, { ...on, at }), { said: 'checked_in' });
    },
    again: (call, form) => visitPage(call, form),
  }),
  post({
    path: '/spot/visits/:id/check-out',
    access: [assignedVolunteer],
    audit: 'spot.visit.ended',
    form: z.object({ endedAt: optionalTime }),
    handle(call) {
      const at = call.fields.endedAt;
      return act(call, (on) => checkOut(call.db, { ...on, at }), { said: 'checked_out' });
    },
    again: (call, form) => visitPage(call, form),
  }),
  post({
    path: '/spot/visits/:id/resumption',
    access: [assignedVolunteer],
    audit: 'spot.visit.resumed',
    form: z.object({}),
    handle: (call) => act(call, (on) => resumeVisit(call.db, on), { said: 'resumed' }),
    again: (call, form) => visitPage(call, form),
  }),
  post({
    path: '/spot/visits/:id/report',
    access: [assignedVolunteer],
    audit: 'spot.visit.reported',
    form: z.object({
      ...composing,
      doneWords: requiredText(MOST.reportWords),
      spentMinutes: wholeNumber(1, MOST_MINUTES),
      learnedWords: text(MOST.reportWords),
    }),
    async handle(call) {
      const { doneWords, spentMinutes, learnedWords } = call.fields;
      const read = await readByRequester(call, 'learnedWords', learnedWords);
      if (!read.ok) return refusedBy(read.refusal);
      const report = { doneWords, spentMinutes, learnedWords: read.value || null };
      return act(call, (on) => reportVisit(call.db, { ...on, report }), { said: 'reported' });
    },
    again: (call, form) => visitPage(call, form),
  }),
  post({
    path: '/spot/visits/:id/withdrawal',
    access: [assignedVolunteer],
    audit: 'spot.assignment.withdrawn',
    form: z.object({ withdrawalWords: text(MOST.reason) }),
    handle(call) {
      const reason = call.fields.withdrawalWords;
      const away = { said: 'stepped_back', to: '/spot/visits' } as const;
      return act(call, (on) => withdrawFromRequest(call.db, { ...on, reason }), away);
    },
    again: (call, form) => visitPage(call, form),
  }),
  post({
    path: '/spot/visits/:id/absence',
    access: [assignedVolunteer],
    audit: 'spot.visit.missed',
    form: z.object({ absenceWords: requiredText(MOST.reason) }),
    handle(call) {
      const missed = { absent: 'requester', reason: call.fields.absenceWords } as const;
      const away = { said: 'absence_is_known', to: '/spot/visits' } as const;
      return act(call, (on) => recordNoShow(call.db, { ...on, ...missed }), away);
    },
    again: (call, form) => visitPage(call, form),
  }),
];

/** What the volunteer writes to whoever asked, in words that they read (`compose`). */
async function readByRequester(
  { db, params, locale, fields }: Call<{ readonly id: string }, Hinted, Tx>,
  field: string,
  typed: string,
): Promise<Outcome<string>> {
  const request = await findRequest(db, params.id);
  const ids = request ? [request.requesterId] : [];
  const readers = await findReaders(db, ids, { locale, to: 'counterpart' });
  return compose({ field, typed, ...fields, readers, locale });
}

/** Does an act as the assigned volunteer, audits it, and goes on with a sentence; to the visit unless told otherwise. */
async function act<Fields>(
  call: Call<{ readonly id: string }, Fields, Tx>,
  command: (on: ActOn) => Promise<Outcome<Performed>>,
  after: { readonly said: SpotKey; readonly to?: string },
): Promise<Reply> {
  const { id } = call.params;
  const doer = { personId: call.actor.personId, party: 'assigned_volunteer', now: call.now } as const;
  const outcome = await command({ requestId: id, doer });
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const { requesterId } = outcome.value;
  await call.audit({
    subjectIds: [requesterId, call.actor.personId ?? ''].filter(Boolean),
    object: { kind: 'spot.request', id },
  });
  const text = spotMessages.in(call.locale).noted(after.said);
  return redirect(after.to ?? `/spot/visits/${id}`, { tone: 'done', text });
}
