import { z } from 'zod';
import type { DraftFields } from '../../../kits/forms/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import {
  type Call,
  missing,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { takeRequestBack } from '../close/cancel-request.ts';
import { spotPaths } from '../paths.ts';
import { requester } from '../relations.ts';
import { requestPageAgain } from '../request/routes.tsx';
import { type SpotSettings, spotSetting } from '../settings.ts';
import { findExactAddress, findRequest } from '../store/requests.ts';
import type { SupportRequest } from '../types.ts';
import { spotMessages } from '../words.ts';
import { findDraft, saveDraft } from './draft.ts';
import { TIME_ROWS } from './form/form.ts';

type OwnCall = Call<{ readonly id: string }, unknown, Tx>;

/** A request of one's own as a draft: to correct it before anybody was asked, or to ask once more. */
export const askingAgain: readonly Route[] = [
  post({
    path: spotPaths.requestTakingBack,
    access: [requester],
    audit: 'spot.request.cancelled',
    form: z.object({}),
    async handle(call) {
      if (await hasDraft(call)) return refusedBy({ code: 'draft_waits' });
      const doer = { personId: call.actor.personId, party: 'requester', now: call.now } as const;
      const outcome = await takeRequestBack(call.db, { requestId: call.params.id, doer });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      return copyToDraft(call, 'taken_back_change_it');
    },
    again: (call, form) => requestPageAgain(call, call.params.id, form),
  }),
  post({
    path: spotPaths.requestCopy,
    access: [requester],
    audit: 'spot.request.copied',
    form: z.object({}),
    async handle(call) {
      if (await hasDraft(call)) return refusedBy({ code: 'draft_waits' });
      return copyToDraft(call, 'copied_change_it');
    },
    again: (call, form) => requestPageAgain(call, call.params.id, form),
  }),
];

/** There is room for one draft: what somebody has begun is never written over by another request. */
async function hasDraft({ db, actor }: OwnCall): Promise<boolean> {
  return (await findDraft(db, actor.personId ?? '')) !== null;
}

async function copyToDraft(call: OwnCall, done: 'taken_back_change_it' | 'copied_change_it'): Promise<Reply> {
  const { db, now } = call;
  const request = await findRequest(db, call.params.id);
  if (!request) return missing();
  const settings = await readSetting(db, spotSetting);
  const about = { exactAddress: await findExactAddress(db, request.id), settings, now };
  await saveDraft(db, { personId: request.requesterId, fields: toDraft(request, about), now });
  await call.audit({ subjectIds: [request.requesterId], object: { kind: 'spot.request', id: request.id } });
  return redirect(spotPaths.requestsNew(), { tone: 'done', text: spotMessages.in(call.locale).noted(done) });
}

/** The answers of a request as the form holds them, without the times that have passed and without its photos, which are let go with it. */
function toDraft(
  request: SupportRequest,
  about: { exactAddress: string | null; settings: SpotSettings; now: Temporal.Instant },
): DraftFields {
  const { place, japanese } = request;
  return {
    category: request.category,
    ownWords: request.ownWords,
    writtenIn: request.ownWordsLocale,
    japaneseWords: japanese?.origin === 'resident' ? japanese.words : '',
    neededTasks: request.neededTasks,
    durationMinutes: `${request.durationMinutes}`,
    ...toTimeFields(request.possibleTimes, about),
    placeKind: place.kind,
    placeAt: place.kind === 'place' ? 'elsewhere' : '',
    'place.municipality': place.municipalityCode ?? '',
    'place.town': place.town ?? '',
    placeName: place.placeName ?? '',
    exactAddress: about.exactAddress ?? '',
    talkLanguages: request.talkLanguages,
    ...(request.isEasyJapaneseOk && { isEasyJapaneseOk: 'on' }),
    genderWish: request.genderWish ?? 'any',
    goodToKnow: request.goodToKnow ?? '',
  };
}

function toTimeFields(
  times: readonly Temporal.Instant[],
  { settings, now }: { settings: SpotSettings; now: Temporal.Instant },
): DraftFields {
  const ahead = times.filter((start) => Temporal.Instant.compare(start, now) > 0).slice(0, TIME_ROWS);
  return Object.fromEntries(
    ahead.flatMap((start, row) => {
      const local = start.toZonedDateTimeISO(settings.timeZone);
      const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
      return [
        [`times.${row}.date`, local.toPlainDate().toString()],
        [`times.${row}.start`, time],
      ];
    }),
  );
}
