import type { Tx } from '../../../platform/database/connect.ts';
import { detour, type Reply, redirect, refusedBy, type Visit } from '../../../platform/web/route.ts';
import { submitRequest } from '../commands/request/submit-request.ts';
import { spotMessages } from '../words.ts';
import { welcomeFirst } from './ask-page.tsx';
import { checkTyped } from './check-answers.ts';
import type { AskFields } from './form.ts';
import { keepTyped } from './keeping.ts';
import { findKeptPhotos, type PhotosOfForm } from './photos.ts';

type AskVisit = Visit<unknown, AskFields, Tx>;

/** Sends the request, unless something speaks against it now: then it is kept and shown again, with what to mend. */
export async function sendRequest(visit: AskVisit): Promise<Reply> {
  const personId = visit.actor.personId ?? '';
  const photos = await findKeptPhotos(visit, visit.fields.photoIds);
  const checked = await checkTyped(visit, { fields: visit.fields, photoIds: photos.ids });
  const isRefused = checked.refusals.length > 0 || photos.refusals.length > 0;
  if (isRefused || checked.hasNewDanger) return showAgain(visit, photos);
  const doer = { personId, party: 'requester', now: visit.now } as const;
  const outcome = await submitRequest(visit.db, { requesterId: personId, form: checked.request, doer });
  if (!outcome.ok && outcome.refusal.code === 'tell_your_name_first') {
    await keepTyped(visit, photos);
    return welcomeFirst(visit, '/spot/requests/summary');
  }
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const { requestId } = outcome.value;
  await visit.audit({ subjectIds: [personId], object: { kind: 'spot.request', id: requestId } });
  return redirect(`/spot/requests/${requestId}`, {
    tone: 'done',
    text: spotMessages.in(visit.locale).noted('request_is_sent'),
  });
}

async function showAgain(visit: AskVisit, photos: PhotosOfForm): Promise<Reply> {
  await keepTyped(visit, photos);
  return detour('/spot/requests/summary');
}
