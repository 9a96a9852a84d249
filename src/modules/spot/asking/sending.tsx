import type { Tx } from '../../../platform/database/connect.ts';
import type { FileStore } from '../../../platform/files/files.ts';
import { MOST_UPLOAD_BYTES } from '../../../platform/files/pictures.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { page, type Reply, redirect, type Visit } from '../../../platform/web/route.ts';
import { sayRefusalIn } from '../../../platform/web/words.ts';
import type { Danger } from '../../safety/index.ts';
import { saveDraft } from '../commands/request/keep-draft.ts';
import { submitRequest } from '../commands/request/submit-request.ts';
import { spotMessages } from '../words.ts';
import { askPage } from './ask-page.tsx';
import { checkTyped } from './check-answers.ts';
import { type AskFields, toTyped } from './form.ts';
import { findKeptPhotos, forgetPhotos, keepPhotos } from './photos.ts';
import { SummaryPage } from './summary.tsx';

type AskVisit = Visit<unknown, AskFields, Tx>;

/** Room for a photo that is too large as well: the form comes back and says so, with everything else that was typed. */
export const MOST_FORM_BYTES = 2 * MOST_UPLOAD_BYTES + 524_288;

/** Keeps what was typed and sent along, then shows it for checking, or again with what is missing. */
export async function showSummary(visit: AskVisit, files: FileStore): Promise<Reply> {
  const { fields } = visit;
  await forgetPhotos(visit, fields.removedPhotoIds);
  const remaining = fields.photoIds.filter((id) => !fields.removedPhotoIds.includes(id));
  const photos = await keepPhotos(visit, files, remaining);
  const typed = toTyped(fields, photos.ids);
  await saveDraft(visit.db, {
    personId: visit.actor.personId ?? '',
    fields: Object.fromEntries(typed),
    now: visit.now,
  });
  const words = spotMessages.in(visit.locale);
  if (fields.intent === 'change') return redirect('/spot/requests/new');
  if (fields.intent === 'keep' && photos.refusals.length === 0) {
    return redirect('/spot/requests', { tone: 'done', text: words.plain('draft_kept_for_later') });
  }
  const checked = await checkTyped(visit, photos.ids);
  const refusals = [...checked.refusals, ...photos.refusals];
  if (refusals.length > 0 || checked.hasNewDanger) return backToForm(visit, typed, refusals, checked.dangers);
  const form = formOf(visit, typed, []);
  return page(
    words.plain('summary_title'),
    <SummaryPage request={checked.request} form={form} typed={typed} />,
  );
}

/** Sends the request, unless something speaks against it now. */
export async function sendRequest(visit: AskVisit): Promise<Reply> {
  const personId = visit.actor.personId ?? '';
  const photos = await findKeptPhotos(visit, visit.fields.photoIds);
  const checked = await checkTyped(visit, photos.ids);
  const refusals = [...checked.refusals, ...photos.refusals];
  const typed = toTyped(visit.fields, photos.ids);
  if (refusals.length > 0 || checked.hasNewDanger) return backToForm(visit, typed, refusals, checked.dangers);
  const doer = { personId, party: 'requester', now: visit.now } as const;
  const outcome = await submitRequest(visit.db, { requesterId: personId, form: checked.request, doer });
  if (!outcome.ok) return backToForm(visit, typed, [outcome.refusal], checked.dangers);
  const { requestId } = outcome.value;
  await visit.audit({ subjectIds: [personId], object: { kind: 'spot.request', id: requestId } });
  return redirect(`/spot/requests/${requestId}`, {
    tone: 'done',
    text: spotMessages.in(visit.locale).plain('request_is_sent'),
  });
}

type Typed = ReadonlyMap<string, readonly string[]>;

function formOf(visit: AskVisit, typed: Typed, refusals: readonly Refusal[]): FormState {
  return new FormState(typed, refusals, sayRefusalIn(spotMessages, visit.locale));
}

function backToForm(
  visit: AskVisit,
  typed: Typed,
  refusals: readonly Refusal[],
  dangers: readonly Danger[],
): Promise<Reply> {
  return askPage(visit, { form: formOf(visit, typed, refusals), dangers, hasDraft: false });
}
