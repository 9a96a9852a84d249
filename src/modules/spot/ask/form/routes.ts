import { z } from 'zod';
import type { Tx } from '../../../../platform/database/connect.ts';
import { type Files, readFileById } from '../../../../platform/files/files.ts';
import { MOST_UPLOAD_BYTES } from '../../../../platform/files/pictures.ts';
import type { HasBeforeAsking } from '../../../../platform/parts/before-asking.ts';
import type { Call } from '../../../../platform/web/route.ts';
import { detour, get, missing, post, type Reply, type Route } from '../../../../platform/web/route.ts';
import { spotPaths } from '../../paths.ts';
import { listOwnPhotos } from '../../store/photos.ts';
import { spotMessages } from '../../words.ts';
import { askingAgain } from '../again.ts';
import { discardDraft, findDraft } from '../draft.ts';
import { keepAnswers } from '../keeping.ts';
import { forgetPhotos } from '../photos.ts';
import { type SendCall, SendFields, sendRequest } from '../sending.ts';
import { takeVisitorsAnswers } from '../visitors.ts';
import { askPage, beginAsking, showSummary } from './ask-page.tsx';
import { checkSoFar } from './checking.ts';
import { AskFields } from './form.ts';

type AskCall = Call<unknown, AskFields, Tx>;

interface AskingServices {
  readonly files: Files;
  readonly modules?: readonly HasBeforeAsking[] | undefined;
}

/** Room for a photo that is too large as well: the form comes back and says so, with everything else that was typed. */
const MOST_FORM_BYTES = 2 * MOST_UPLOAD_BYTES + 524_288;

/** Asking: the form, the check of one's answers, sending; the draft and its photos, seen by their owner only. */
export function askingRoutes(services: AskingServices): readonly Route[] {
  const { modules = [] } = services;
  return [
    ...askingAgain,
    get({
      path: spotPaths.requestsNew,
      access: 'everyone',
      audit: null,
      handle: (call) => beginAsking(call, modules),
    }),
    get({
      path: spotPaths.requestsSummary,
      access: 'person',
      audit: null,
      // `seen`: the version that somebody had before them when they sent it, where it is not the latest.
      query: z.object({ seen: z.coerce.number().int().optional().catch(undefined) }),
      handle: (call) => showSummary(call, { ...call.fields, modules }),
    }),
    post({
      path: spotPaths.requestsNew,
      access: 'everyone',
      audit: null,
      form: AskFields,
      limit: { by: 'person', tries: 300, minutes: 60 },
      handle: (call) =>
        call.actor.personId
          ? keepAnswers(call as AskCall, services.files)
          : takeVisitorsAnswers(call as AskCall),
      again: (call, form) => askPage(call, { form, dangers: [], draft: 'none' }),
    }),
    post({
      path: spotPaths.requestsSummary,
      access: 'person',
      audit: null,
      form: AskFields,
      maxBytes: MOST_FORM_BYTES,
      seconds: 30,
      limit: { by: 'person', tries: 60, minutes: 60 },
      handle: (call) => keepAnswers(call as AskCall, services.files),
      again: (call, form) => askPage(call, { form, dangers: [], draft: 'none' }),
    }),
    post({
      path: spotPaths.requestsCheck,
      access: 'everyone',
      audit: null,
      form: AskFields,
      limit: { by: 'person', tries: 300, minutes: 60 },
      keep: 'nothing',
      handle: (call) => checkSoFar(call as AskCall),
      again: (call, form) => askPage(call, { form, dangers: [], draft: 'none' }),
    }),
    post({
      path: spotPaths.requests,
      access: 'person',
      audit: 'spot.request.submitted',
      form: SendFields,
      limit: { by: 'person', tries: 20, minutes: 60 },
      handle: (call) => sendRequest(call as SendCall),
      again: (call, form) => showSummary(call, { form, modules }),
    }),
    ...draftRoutes(services),
  ];
}

/** What is kept of a form: thrown away, and its photos looked at. */
function draftRoutes(services: { readonly files: Files }): readonly Route[] {
  return [
    post({
      path: spotPaths.draftsRemoval,
      access: 'person',
      audit: null,
      form: z.object({}),
      handle: startAnew,
    }),
    get({
      path: spotPaths.draftsPhoto,
      access: 'person',
      audit: null,
      async handle(call) {
        const [id] = await listOwnPhotos(call.db, call.actor.personId ?? '', [call.params.photoId]);
        const file = id ? await readFileById(call.db, services.files, id) : null;
        return file ? { kind: 'file', body: file.bytes, mediaType: file.mediaType } : missing();
      },
    }),
  ];
}

async function startAnew(call: Call<unknown, unknown, Tx>): Promise<Reply> {
  const personId = call.actor.personId ?? '';
  const draft = await findDraft(call.db, personId);
  await discardDraft(call.db, personId);
  await forgetPhotos(call, [draft?.fields['photoIds'] ?? []].flat());
  return detour(spotPaths.requestsNew(), {
    tone: 'done',
    text: spotMessages.in(call.locale).noted('draft_is_gone'),
  });
}
