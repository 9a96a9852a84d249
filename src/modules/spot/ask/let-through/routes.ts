import { z } from 'zod';
import type { Tx } from '../../../../platform/database/connect.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { choice, requiredText, text } from '../../../../platform/web/form-fields.ts';
import { type Call, post, type Route, refusedBy } from '../../../../platform/web/route.ts';
import { writeAbout } from '../../../conversations/index.ts';
import { composing } from '../../../people/index.ts';
import { cancelRequest } from '../../close/cancel-request.ts';
import { leaveUnfilled, reopenRequest } from '../../close/reopen-request.ts';
import { act, Versioned, versioned } from '../../desk/acts/act.ts';
import { writeToRequester } from '../../desk/acts/write-to-requester.ts';
import { deskPageAgain } from '../../desk/request/page.tsx';
import { readStarts, timeFieldsOf } from '../../meet/times.ts';
import type { ActOn } from '../../perform.ts';
import { REQUEST } from '../../request/thing.ts';
import { spotSetting } from '../../settings.ts';
import { MOST, REDIRECT_TARGETS } from '../../types.ts';
import { correctionRoutes } from '../correct/routes.ts';
import { askBack, declineRequest, openRequest, redirectRequest } from './let-through.ts';
import { setJapaneseRendering } from './set-japanese-rendering.ts';

const MOST_QUESTION = 2000;

/** Asking back, and the Japanese beside the requester's own words. */
const wordRoutes: readonly Route[] = [
  post({
    path: '/desk/requests/:id/questions',
    access: ['coordinator'],
    audit: 'spot.request.asked_back',
    form: z.object({ ...versioned, ...composing, question: text(MOST_QUESTION) }),
    handle: (call) =>
      writeToRequester(call, ['question', call.fields.question], async (words) => {
        if (words === '') return refusedBy({ code: 'fill_this_in', field: 'question' });
        return act(call, (on) => askInWords(call, { on, words }), 'was_asked_back');
      }),
    again: deskPageAgain,
  }),
  post({
    path: '/desk/requests/:id/japanese-rendering',
    access: ['coordinator'],
    audit: 'spot.request.rendered',
    form: z.object({ ...versioned, japaneseWords: requiredText(MOST.japaneseWords) }),
    handle(call) {
      const words = call.fields.japaneseWords;
      return act(call, (on) => setJapaneseRendering(call.db, { ...on, words }), 'was_rendered');
    },
    again: deskPageAgain,
  }),
];

/** Asks back, and puts the question into the conversation in the same transaction. */
async function askInWords(
  { db, locale, now, actor }: Pick<Call<unknown, unknown, Tx>, 'db' | 'locale' | 'now' | 'actor'>,
  { on, words }: { readonly on: ActOn; readonly words: string },
): ReturnType<typeof askBack> {
  const asked = await askBack(db, on);
  if (!asked.ok) return asked;
  const { requestId, requesterId: personId } = asked.value;
  const subject = { kind: REQUEST, id: requestId };
  const writer = { personId: actor.personId ?? '', isStaff: true };
  const written = await writeAbout(db, { subject, personId, writer, words, locale, now });
  return written.ok ? asked : written;
}

/** Ways in which a request ends without a visit; the requester reads the words. */
const endingRoutes: readonly Route[] = [
  post({
    path: '/desk/requests/:id/redirection',
    access: ['coordinator'],
    audit: 'spot.request.redirected',
    form: z.object({
      ...versioned,
      ...composing,
      target: choice(REDIRECT_TARGETS),
      redirectionWords: requiredText(MOST.outcomeWords, 'say_where_to_go'),
    }),
    handle(call) {
      const { target, redirectionWords } = call.fields;
      return writeToRequester(call, ['redirectionWords', redirectionWords], (words) =>
        act(call, (on) => redirectRequest(call.db, { ...on, target, words }), 'was_redirected'),
      );
    },
    again: deskPageAgain,
  }),
  post({
    path: '/desk/requests/:id/declining',
    access: ['coordinator'],
    audit: 'spot.request.declined',
    form: z.object({
      ...versioned,
      ...composing,
      decliningWords: requiredText(MOST.outcomeWords, 'say_why'),
    }),
    handle: (call) =>
      writeToRequester(call, ['decliningWords', call.fields.decliningWords], (words) =>
        act(call, (on) => declineRequest(call.db, { ...on, words }), 'was_declined'),
      ),
    again: deskPageAgain,
  }),
  post({
    path: '/desk/requests/:id/cancellation',
    access: ['coordinator'],
    audit: 'spot.request.cancelled',
    form: z.object({
      ...versioned,
      ...composing,
      cancellationWords: requiredText(MOST.reason, 'say_why'),
    }),
    handle: (call) =>
      writeToRequester(call, ['cancellationWords', call.fields.cancellationWords], (reason) =>
        act(call, (on) => cancelRequest(call.db, { ...on, reason }), 'was_cancelled'),
      ),
    again: deskPageAgain,
  }),
];

/** What a coordinator decides about a request. */
export const decisionRoutes: readonly Route[] = [
  ...correctionRoutes,
  ...wordRoutes,
  ...endingRoutes,
  post({
    access: ['coordinator'],
    path: '/desk/requests/:id/opening',
    audit: 'spot.request.opened',
    form: Versioned,
    handle: (call) => act(call, (on) => openRequest(call.db, on), 'was_opened'),
    again: deskPageAgain,
  }),
  post({
    access: ['coordinator'],
    path: '/desk/requests/:id/unfilled',
    audit: 'spot.request.left_unfilled',
    form: Versioned,
    handle: (call) => act(call, (on) => leaveUnfilled(call.db, on), 'was_left_unfilled'),
    again: deskPageAgain,
  }),
  post({
    access: ['coordinator'],
    path: '/desk/requests/:id/reopening',
    audit: 'spot.request.reopened',
    form: z.object({ ...versioned, ...timeFieldsOf('times') }) as z.ZodType<
      { readonly version: number } & Readonly<Record<string, unknown>>
    >,
    async handle(call) {
      const { starts, refusals } = readStarts(call.fields, await readSetting(call.db, spotSetting));
      if (refusals.length > 0) return refusedBy(...refusals);
      return act(call, (on) => reopenRequest(call.db, { ...on, possibleTimes: starts }), 'was_reopened');
    },
    again: deskPageAgain,
  }),
];
