import { actRoutes } from '../../../kits/acts/index.ts';
import { accept } from '../../../platform/refusal.ts';
import type { Route } from '../../../platform/web/route.ts';
import { writeAbout } from '../../conversations/index.ts';
import { compose, findReaders } from '../../people/index.ts';
import { answerBack } from '../ask/let-through/let-through.ts';
import { cancelRequest } from '../close/cancel-request.ts';
import { giveFeedback } from '../close/say-how-it-was.ts';
import { recordNoShow, sayMet } from '../meet/check-in.ts';
import { confirmAssignment, rejectAssignment } from '../offer/confirm-assignment.ts';
import { requester } from '../relations.ts';
import { aboutRequest, doerIn } from '../sent.ts';
import { findAssignment } from '../store/assignments.ts';
import { requestForms } from './forms.ts';
import { requestPageAgain } from './routes.tsx';
import { REQUEST } from './thing.ts';

/** What a resident does with a request of theirs. */
export const requestActs: readonly Route[] = actRoutes(
  requestForms,
  {
    access: [requester],
    on: doerIn('requester'),
    about: aboutRequest,
    again: (call, form) => requestPageAgain(call, call.params.id, form),
  },
  {
    async answer({ db, locale, fields: { answerWords: words } }, on) {
      const answered = await answerBack(db, on);
      if (!answered.ok) return answered;
      const { requestId, requesterId: personId } = answered.value;
      const subject = { kind: REQUEST, id: requestId };
      const writer = { personId, isStaff: false };
      const written = await writeAbout(db, { subject, personId, writer, words, locale, now: on.doer.now });
      return written.ok ? answered : written;
    },
    confirmation: ({ db }, on) => confirmAssignment(db, on),
    rejection: ({ db }, on) => rejectAssignment(db, on),
    cancellation: ({ db, fields: { reason } }, on) => cancelRequest(db, { ...on, reason }),
    meeting: ({ db }, on) => sayMet(db, on),
    absence: ({ db, fields }, on) =>
      recordNoShow(db, { ...on, absent: 'volunteer', reason: fields.absenceWords }),
    async feedback({ db, locale, fields }, on) {
      const { solution, isUnsafe, unsafeWords } = fields;
      const assignment = await findAssignment(db, on.requestId);
      const ids = assignment ? [assignment.volunteerId] : [];
      const readers = await findReaders(db, ids, { locale, to: 'counterpart' });
      const thanks = compose({ field: 'thanksWords', typed: fields.thanksWords, ...fields, readers, locale });
      if (!thanks.ok) return thanks;
      const feedback = {
        solution,
        thanksWords: thanks.value || null,
        isUnsafe,
        unsafeWords: isUnsafe ? unsafeWords || null : null,
      };
      const given = await giveFeedback(db, { ...on, feedback });
      return given.ok && isUnsafe ? accept({ ...given.value, says: 'a_coordinator_reads_this_now' }) : given;
    },
  },
);
