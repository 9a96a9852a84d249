import { z } from 'zod';
import type { Tx } from '../../../../platform/database/connect.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { choice, requiredText, text } from '../../../../platform/web/form-fields.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { post, type Route, refusedBy, type Visit } from '../../../../platform/web/route.ts';
import { composing } from '../../../people/index.ts';
import type { ActOn } from '../../commands/perform.ts';
import { cancelRequest } from '../../commands/request/cancel-request.ts';
import { askBack, declineRequest, openRequest, redirectRequest } from '../../commands/request/let-through.ts';
import { leaveUnfilled, reopenRequest } from '../../commands/request/reopen-request.ts';
import { setJapaneseRendering } from '../../commands/request/set-japanese-rendering.ts';
import { spotSetting } from '../../settings.ts';
import { MOST, REDIRECT_TARGETS } from '../../types.ts';
import { type DeskVisit, deskPageAgain } from '../request/page.tsx';
import type { DeskServices } from '../services.ts';
import { act, Versioned, versioned } from './act.ts';
import { correctionRoutes } from './correct.ts';
import { readStarts, timeFieldsOf } from './times.ts';
import { writeToRequester } from './write-to-requester.ts';

const MOST_QUESTION = 2000;

/** What a coordinator decides about a request. */
export function decisionRoutes(services: DeskServices): readonly Route[] {
  const coordinator = { access: ['coordinator'] } as const;
  const again = (visit: DeskVisit, form: FormState) => deskPageAgain(visit, form, services);
  return [
    ...correctionRoutes(services),
    ...wordRoutes(services),
    ...endingRoutes(services),
    post({
      ...coordinator,
      path: '/desk/requests/:id/opening',
      audit: 'spot.request.opened',
      form: Versioned,
      handle: (visit) => act(visit, (on) => openRequest(visit.db, on), 'was_opened'),
      again,
    }),
    post({
      ...coordinator,
      path: '/desk/requests/:id/unfilled',
      audit: 'spot.request.left_unfilled',
      form: Versioned,
      handle: (visit) => act(visit, (on) => leaveUnfilled(visit.db, on), 'was_left_unfilled'),
      again,
    }),
    post({
      ...coordinator,
      path: '/desk/requests/:id/reopening',
      audit: 'spot.request.reopened',
      form: z.object({ ...versioned, ...timeFieldsOf('times') }) as z.ZodType<
        { readonly version: number } & Readonly<Record<string, unknown>>
      >,
      async handle(visit) {
        const { starts, refusals } = readStarts(visit.fields, await readSetting(visit.db, spotSetting));
        if (refusals.length > 0) return refusedBy(...refusals);
        return act(visit, (on) => reopenRequest(visit.db, { ...on, possibleTimes: starts }), 'was_reopened');
      },
      again,
    }),
  ];
}

/** Asking back, and the Japanese beside the requester's own words. */
function wordRoutes(services: DeskServices): readonly Route[] {
  const again = (visit: DeskVisit, form: FormState) => deskPageAgain(visit, form, services);
  return [
    post({
      path: '/desk/requests/:id/questions',
      access: ['coordinator'],
      audit: 'spot.request.asked_back',
      form: z.object({ ...versioned, ...composing, question: text(MOST_QUESTION) }),
      handle: (visit) =>
        writeToRequester(visit, ['question', visit.fields.question], async (words) => {
          if (words === '') return refusedBy({ code: 'fill_this_in', field: 'question' });
          return act(visit, (on) => askInWords(visit, services, { on, words }), 'was_asked_back');
        }),
      again,
    }),
    post({
      path: '/desk/requests/:id/japanese-rendering',
      access: ['coordinator'],
      audit: 'spot.request.rendered',
      form: z.object({ ...versioned, japaneseWords: requiredText(MOST.japaneseWords) }),
      handle(visit) {
        const words = visit.fields.japaneseWords;
        return act(visit, (on) => setJapaneseRendering(visit.db, { ...on, words }), 'was_rendered');
      },
      again,
    }),
  ];
}

/** Asks back, and puts the question into the conversation in the same transaction. */
async function askInWords(
  { db, locale, now, actor }: Pick<Visit<unknown, unknown, Tx>, 'db' | 'locale' | 'now' | 'actor'>,
  services: DeskServices,
  { on, words }: { readonly on: ActOn; readonly words: string },
): ReturnType<typeof askBack> {
  const asked = await askBack(db, on);
  if (!asked.ok) return asked;
  const { requestId, requesterId } = asked.value;
  const coordinatorId = actor.personId ?? '';
  const question = { requestId, requesterId, coordinatorId, words, locale, now };
  const written = await services.askInConversation(db, question);
  return written.ok ? asked : written;
}

/** Ways in which a request ends without a visit; the requester reads the words. */
function endingRoutes(services: DeskServices): readonly Route[] {
  const again = (visit: DeskVisit, form: FormState) => deskPageAgain(visit, form, services);
  return [
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
      handle(visit) {
        const { target, redirectionWords } = visit.fields;
        return writeToRequester(visit, ['redirectionWords', redirectionWords], (words) =>
          act(visit, (on) => redirectRequest(visit.db, { ...on, target, words }), 'was_redirected'),
        );
      },
      again,
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
      handle: (visit) =>
        writeToRequester(visit, ['decliningWords', visit.fields.decliningWords], (words) =>
          act(visit, (on) => declineRequest(visit.db, { ...on, words }), 'was_declined'),
        ),
      again,
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
      handle: (visit) =>
        writeToRequester(visit, ['cancellationWords', visit.fields.cancellationWords], (reason) =>
          act(visit, (on) => cancelRequest(visit.db, { ...on, reason }), 'was_cancelled'),
        ),
      again,
    }),
  ];
}
