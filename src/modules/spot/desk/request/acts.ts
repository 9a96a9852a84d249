import { actRoutes, type SentCall } from '../../../../kits/acts/index.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { type Route, refusedBy } from '../../../../platform/web/route.ts';
import { writeAbout } from '../../../conversations/index.ts';
import { compose, findReaders } from '../../../people/index.ts';
import { correctRequest } from '../../ask/correct/correct-request.ts';
import { besideItsField, readCorrection } from '../../ask/correct/read.ts';
import { askBack, declineRequest, openRequest, redirectRequest } from '../../ask/let-through/let-through.ts';
import { setJapaneseRendering } from '../../ask/let-through/set-japanese-rendering.ts';
import { cancelRequest } from '../../close/cancel-request.ts';
import { closeRequest } from '../../close/close-request.ts';
import { leaveUnfilled, reopenRequest } from '../../close/reopen-request.ts';
import { checkIn, checkOut, recordNoShow } from '../../meet/check-in.ts';
import { readStarts } from '../../meet/times.ts';
import { askVolunteers } from '../../offer/ask-volunteers.ts';
import { confirmAssignment, rejectAssignment } from '../../offer/confirm-assignment.ts';
import { releaseVolunteer } from '../../offer/step-back.ts';
import type { ActOn, Performed } from '../../perform.ts';
import { REQUEST } from '../../request/thing.ts';
import { aboutRequest, doerIn } from '../../sent.ts';
import { spotSetting } from '../../settings.ts';
import { findRequest } from '../../store/requests.ts';
import { handOver, writeNote } from '../notes/write-note.ts';
import { deskForms } from './forms.ts';
import { deskPageAgain } from './page.tsx';

/** What coordinators do about a request. */
export const deskActRoutes: readonly Route[] = actRoutes(
  deskForms,
  { access: ['coordinator'], on: doerIn('coordinator'), about: aboutRequest, again: deskPageAgain },
  {
    async questions(call, on) {
      const words = await inTheirWords(call, 'question', call.fields.question);
      if (!words.ok) return words;
      return words.value === ''
        ? refuse('fill_this_in', {}, 'question')
        : askInWords(call, { on, words: words.value });
    },
    'japanese-rendering': ({ db, fields }, on) =>
      setJapaneseRendering(db, { ...on, words: fields.japaneseWords }),
    async corrections(call, on) {
      const reason = await inTheirWords(call, 'correctionReason', call.fields.correctionReason);
      if (!reason.ok) return reason;
      const { corrected, refusals } = await readCorrection(call);
      if (refusals.length > 0) return refusedBy(...refusals);
      return besideItsField(await correctRequest(call.db, { ...on, ...corrected, reason: reason.value }));
    },
    opening: ({ db }, on) => openRequest(db, on),
    async redirection(call, on) {
      const { target, redirectionWords } = call.fields;
      const words = await inTheirWords(call, 'redirectionWords', redirectionWords);
      return words.ok ? redirectRequest(call.db, { ...on, target, words: words.value }) : words;
    },
    async declining(call, on) {
      const words = await inTheirWords(call, 'decliningWords', call.fields.decliningWords);
      return words.ok ? declineRequest(call.db, { ...on, words: words.value }) : words;
    },
    async cancellation(call, on) {
      const reason = await inTheirWords(call, 'cancellationWords', call.fields.cancellationWords);
      return reason.ok ? cancelRequest(call.db, { ...on, reason: reason.value }) : reason;
    },
    async waves({ db, fields: { volunteerIds } }, on) {
      const asked = await askVolunteers(db, { ...on, volunteerIds });
      return asked.ok ? accept({ ...asked.value, params: { count: asked.value.askedIds.length } }) : asked;
    },
    unfilled: ({ db }, on) => leaveUnfilled(db, on),
    async reopening({ db, fields }, on) {
      const { starts: possibleTimes, refusals } = readStarts(fields, await readSetting(db, spotSetting));
      return refusals.length > 0 ? refusedBy(...refusals) : reopenRequest(db, { ...on, possibleTimes });
    },
    'yes-by-phone': ({ db }, on) => confirmAssignment(db, on),
    'no-by-phone': ({ db }, on) => rejectAssignment(db, on),
    release: ({ db, fields }, on) => releaseVolunteer(db, { ...on, reason: fields.releaseWords }),
    'check-in': ({ db, fields }, on) => checkIn(db, { ...on, at: fields.metAt }),
    'check-out': ({ db, fields }, on) => checkOut(db, { ...on, at: fields.endedAt }),
    absence: ({ db, fields: { absent, absenceWords: reason } }, on) =>
      recordNoShow(db, { ...on, absent, reason }),
    closing: ({ db }, on) => closeRequest(db, on),
    // A note decides nothing: what was done meanwhile does not make it wrong.
    notes: ({ db, fields }, on) => writeNote(db, { ...on, version: undefined, words: fields.noteWords }),
    keeper: ({ db, fields: { keeper: to, handingWords: words } }, on) => handOver(db, { ...on, to, words }),
    taking: ({ db, actor }, on) => handOver(db, { ...on, to: actor.personId ?? '', words: '' }),
  },
);

/** What a coordinator writes to whoever asked, in words that they read (`compose`); empty where nothing was said. */
async function inTheirWords(
  { db, params, locale, fields }: SentCall<{ readonly hintsSeen: string; readonly ready: string }>,
  field: string,
  typed: string,
): Promise<Outcome<string>> {
  const request = await findRequest(db, params.id);
  if (!request) return refuse('request_is_unknown');
  const readers = await findReaders(db, [request.requesterId], { locale, to: 'staff' });
  return compose({ field, typed, ...fields, readers, locale });
}

/** Asks back, and puts the question into the conversation in the same transaction. */
async function askInWords(
  { db, locale, now, actor }: SentCall,
  { on, words }: { readonly on: ActOn; readonly words: string },
): Promise<Outcome<Performed>> {
  const asked = await askBack(db, on);
  if (!asked.ok) return asked;
  const { requestId, requesterId: personId } = asked.value;
  const subject = { kind: REQUEST, id: requestId };
  const writer = { personId: actor.personId ?? '', isStaff: true };
  const written = await writeAbout(db, { subject, personId, writer, words, locale, now });
  return written.ok ? asked : written;
}
