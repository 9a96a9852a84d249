import type { Tx } from '../../../platform/database/connect.ts';
import { type Call, detour, type Reply, redirect, refusedBy } from '../../../platform/web/route.ts';
import { spotPaths } from '../paths.ts';
import { spotMessages } from '../words.ts';
import { welcomeFirst } from './form/ask-page.tsx';
import { checkTyped } from './form/check-answers.ts';
import type { AskFields } from './form/form.ts';
import { keepTyped } from './keeping.ts';
import { findKeptPhotos, type PhotosOfForm } from './photos.ts';
import { submitRequest } from './submit-request.ts';

type AskCall = Call<unknown, AskFields, Tx>;

/** Sends the request, unless something speaks against it now: then it is kept and shown again, with what to mend. */
export async function sendRequest(call: AskCall): Promise<Reply> {
  const personId = call.actor.personId ?? '';
  const photos = await findKeptPhotos(call, call.fields.photoIds);
  const checked = await checkTyped(call, { fields: call.fields, photoIds: photos.ids });
  const isRefused = checked.refusals.length > 0 || photos.refusals.length > 0;
  if (isRefused || checked.hasNewDanger) return showAgain(call, photos);
  const doer = { personId, party: 'requester', now: call.now } as const;
  const outcome = await submitRequest(call.db, { requesterId: personId, form: checked.request, doer });
  if (!outcome.ok && outcome.refusal.code === 'tell_your_name_first') {
    await keepTyped(call, photos);
    return welcomeFirst(call, spotPaths.requestsSummary());
  }
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const { requestId } = outcome.value;
  await call.audit({ subjectIds: [personId], object: { kind: 'spot.request', id: requestId } });
  return redirect(spotPaths.request({ id: requestId }), {
    tone: 'done',
    text: spotMessages.in(call.locale).noted('request_is_sent'),
  });
}

async function showAgain(call: AskCall, photos: PhotosOfForm): Promise<Reply> {
  await keepTyped(call, photos);
  return detour(spotPaths.requestsSummary());
}
