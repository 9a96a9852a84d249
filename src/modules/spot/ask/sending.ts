import { z } from 'zod';
import type { Tx } from '../../../platform/database/connect.ts';
import { text } from '../../../platform/web/form-fields.ts';
import { type Call, detour, type Reply, redirect, refusedBy } from '../../../platform/web/route.ts';
import { findPerson, welcomeByName } from '../../people/index.ts';
import { spotPaths } from '../paths.ts';
import { spotMessages } from '../words.ts';
import { findDraft } from './draft.ts';
import { checkTyped } from './form/check-answers.ts';
import { AskFields, fromDraft } from './form/form.ts';
import { keepTyped } from './keeping.ts';
import { findKeptPhotos, type PhotosOfForm } from './photos.ts';
import { submitRequest } from './submit-request.ts';

/** What the summary sends: which version of the draft was looked at, and what is asked there only. */
export const SendFields = AskFields.extend({
  // A summary that the version before has drawn names none, and carries all answers: heard until its drafts have ended.
  version: z
    .string()
    .optional()
    .transform((typed) => (typed === undefined ? null : /^\d{1,10}$/.test(typed) ? Number(typed) : -1)),
  name: text(200),
});

export type SendCall = Call<unknown, z.output<typeof SendFields> & Readonly<Record<string, unknown>>, Tx>;

/**
 * Sends what is kept, as it was looked at. What speaks against it now is shown, and what has changed meanwhile; who has
 * no name yet says it here. Refuses `say_your_name`, `name_is_an_office`, and what `submitRequest` refuses.
 */
export async function sendRequest(call: SendCall): Promise<Reply> {
  const { db, now, locale } = call;
  const personId = call.actor.personId ?? '';
  const draft = await findDraft(db, personId, 'locked');
  const { version, intent, name, japaneseWords, writtenIn } = call.fields;
  const isFormer = version === null && call.fields.category !== '';
  const kept = isFormer ? (call.fields as AskFields) : draft && fromDraft(draft.fields);
  if (!kept) return detour(spotPaths.requestsSummary());
  const fields: AskFields = { ...kept, japaneseWords, writtenIn };
  const photos = await findKeptPhotos(call, kept.photoIds);
  if (!isFormer && version !== draft?.version)
    return showAgain(call, fields, { photos, seen: version ?? -1 });
  if (intent === 'change') return showAgain(call, fields, { photos, at: spotPaths.requestsNew() });
  const checked = await checkTyped(call, { fields, photoIds: photos.ids });
  const isRefused = checked.refusals.length > 0 || photos.refusals.length > 0;
  if (isRefused || checked.hasNewDanger) return showAgain(call, fields, { photos });
  const named = await nameFirst(call, name);
  if (named) return refusedBy(named);
  const doer = { personId, party: 'requester', now } as const;
  const outcome = await submitRequest(db, { requesterId: personId, form: checked.request, doer });
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const { requestId } = outcome.value;
  await call.audit({ subjectIds: [personId], object: { kind: 'spot.request', id: requestId } });
  return redirect(spotPaths.request({ id: requestId }), {
    tone: 'done',
    text: spotMessages.in(locale).noted('request_is_sent'),
  });
}

async function nameFirst({ db, actor, locale, now }: SendCall, name = '') {
  if ((await findPerson(db, actor.personId ?? ''))?.welcomedAt) return null;
  const welcomed = await welcomeByName(db, actor, { name, locale, now });
  return welcomed.ok ? null : welcomed.refusal;
}

/** What was not sent, kept with what the summary asks and shown anew. */
async function showAgain(
  call: SendCall,
  fields: AskFields,
  { photos, at, seen }: { photos: PhotosOfForm; at?: string; seen?: number },
): Promise<Reply> {
  await keepTyped({ ...call, fields }, photos);
  return detour(at ?? `${spotPaths.requestsSummary()}${seen === undefined ? '' : `?seen=${seen}`}`);
}
