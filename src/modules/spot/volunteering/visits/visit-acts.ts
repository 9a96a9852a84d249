import { z } from 'zod';
import type { Tx } from '../../../../platform/database/connect.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import { requiredText, text, wholeNumber } from '../../../../platform/web/form-fields.ts';
import {
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
} from '../../../../platform/web/route.ts';
import { compose, composing, findReaders } from '../../../people/index.ts';
import { withdrawFromRequest } from '../../commands/offer/step-back.ts';
import type { ActOn, Performed } from '../../commands/perform.ts';
import { checkIn, checkOut, recordNoShow } from '../../commands/visit/check-in.ts';
import { resumeVisit } from '../../commands/visit/resume-visit.ts';
import { reportVisit } from '../../commands/visit/say-how-it-was.ts';
import { optionalTime } from '../../form-fields.ts';
import { assignedVolunteer } from '../../relations.ts';
import { findRequest } from '../../store/requests.ts';
import { MOST } from '../../types.ts';
import { type VolunteeringKey, volunteeringMessages } from '../words.ts';
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
    handle(visit) {
      const at = visit.fields.metAt;
      return act(visit, (on) => checkIn(visit.db, { ...on, at }), { said: 'checked_in' });
    },
    again: (visit, form) => visitPage(visit, form),
  }),
  post({
    path: '/spot/visits/:id/check-out',
    access: [assignedVolunteer],
    audit: 'spot.visit.ended',
    form: z.object({ endedAt: optionalTime }),
    handle(visit) {
      const at = visit.fields.endedAt;
      return act(visit, (on) => checkOut(visit.db, { ...on, at }), { said: 'checked_out' });
    },
    again: (visit, form) => visitPage(visit, form),
  }),
  post({
    path: '/spot/visits/:id/resumption',
    access: [assignedVolunteer],
    audit: 'spot.visit.resumed',
    form: z.object({}),
    handle: (visit) => act(visit, (on) => resumeVisit(visit.db, on), { said: 'resumed' }),
    again: (visit, form) => visitPage(visit, form),
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
    async handle(visit) {
      const { doneWords, spentMinutes, learnedWords } = visit.fields;
      const read = await readByRequester(visit, 'learnedWords', learnedWords);
      if (!read.ok) return refusedBy(read.refusal);
      const report = { doneWords, spentMinutes, learnedWords: read.value || null };
      return act(visit, (on) => reportVisit(visit.db, { ...on, report }), { said: 'reported' });
    },
    again: (visit, form) => visitPage(visit, form),
  }),
  post({
    path: '/spot/visits/:id/withdrawal',
    access: [assignedVolunteer],
    audit: 'spot.assignment.withdrawn',
    form: z.object({ withdrawalWords: text(MOST.reason) }),
    handle(visit) {
      const reason = visit.fields.withdrawalWords;
      const away = { said: 'stepped_back', to: '/spot/visits' } as const;
      return act(visit, (on) => withdrawFromRequest(visit.db, { ...on, reason }), away);
    },
    again: (visit, form) => visitPage(visit, form),
  }),
  post({
    path: '/spot/visits/:id/absence',
    access: [assignedVolunteer],
    audit: 'spot.visit.missed',
    form: z.object({ absenceWords: requiredText(MOST.reason) }),
    handle(visit) {
      const missed = { absent: 'requester', reason: visit.fields.absenceWords } as const;
      const away = { said: 'absence_is_known', to: '/spot/visits' } as const;
      return act(visit, (on) => recordNoShow(visit.db, { ...on, ...missed }), away);
    },
    again: (visit, form) => visitPage(visit, form),
  }),
];

/** What the volunteer writes to whoever asked, in words that they read (`compose`). */
async function readByRequester(
  { db, params, locale, fields }: Visit<{ readonly id: string }, Hinted, Tx>,
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
  visit: Visit<{ readonly id: string }, Fields, Tx>,
  command: (on: ActOn) => Promise<Outcome<Performed>>,
  after: { readonly said: VolunteeringKey; readonly to?: string },
): Promise<Reply> {
  const { id } = visit.params;
  const doer = { personId: visit.actor.personId, party: 'assigned_volunteer', now: visit.now } as const;
  const outcome = await command({ requestId: id, doer });
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const { requesterId } = outcome.value;
  await visit.audit({
    subjectIds: [requesterId, visit.actor.personId ?? ''].filter(Boolean),
    object: { kind: 'spot.request', id },
  });
  const text = volunteeringMessages.in(visit.locale).noted(after.said);
  return redirect(after.to ?? `/spot/visits/${id}`, { tone: 'done', text });
}
