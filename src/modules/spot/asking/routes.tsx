import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type FileStore, keepPicture } from '../../../platform/files/files.ts';
import { MOST_UPLOAD_BYTES, readPicture } from '../../../platform/files/pictures.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
} from '../../../platform/web/route.ts';
import { sayRefusalIn } from '../../../platform/web/words.ts';
import { findPerson, listLanguages } from '../../people/index.ts';
import { type Danger, findDangers, readShownDangers } from '../../safety/index.ts';
import { saveDraft } from '../commands/request/keep-draft.ts';
import { checkSubmission, submitRequest } from '../commands/request/submit-request.ts';
import { spotSetting } from '../settings.ts';
import { type DraftFields, findDraft } from '../store/drafts.ts';
import type { RequestForm } from '../types.ts';
import { spotMessages } from '../words.ts';
import { AskFields, toRequestForm, toTyped } from './form.ts';
import { SummaryPage } from './summary.tsx';
import { AskPage } from './views.tsx';

type AskVisit = Visit<unknown, AskFields, Tx>;

/** Asking: the form, the check of one's answers, sending. */
export function askingRoutes(services: { readonly files: FileStore }): readonly Route[] {
  return [
    get({
      path: '/spot/requests/new',
      access: 'person',
      audit: null,
      async handle(visit) {
        const draft = await findDraft(visit.db, visit.actor.personId ?? '');
        const form = FormState.fresh(draft ? draft.fields : await beginning(visit));
        return askPage(visit, { form, dangers: [], hasDraft: draft !== null });
      },
    }),
    post({
      path: '/spot/requests/summary',
      access: 'person',
      audit: null,
      form: AskFields,
      maxBytes: MOST_UPLOAD_BYTES + 524_288,
      limit: { by: 'person', tries: 60, minutes: 60 },
      handle: (visit) => checkAnswers(visit as AskVisit, services.files),
      again: (visit, form) => askPage(visit, { form, dangers: [], hasDraft: false }),
    }),
    post({
      path: '/spot/requests',
      access: 'person',
      audit: 'spot.request.submitted',
      form: AskFields,
      limit: { by: 'person', tries: 20, minutes: 60 },
      handle: (visit) => send(visit as AskVisit),
      again: (visit, form) => askPage(visit, { form, dangers: [], hasDraft: false }),
    }),
  ];
}

/** What somebody's profile already answers. */
async function beginning(visit: Visit): Promise<DraftFields> {
  const personId = visit.actor.personId ?? '';
  const [person, languages] = [await findPerson(visit.db, personId), await listLanguages(visit.db, personId)];
  const spoken = languages.filter((skill) => skill.speak > 0).map((skill) => skill.language);
  const easy = person && !['none', 'a1'].includes(person.japaneseSpeaking);
  return {
    talkLanguages: spoken.filter((language) => language !== 'ja'),
    ...(easy && { isEasyJapaneseOk: 'on' }),
    'place.municipality': person?.municipalityCode ?? '',
    'place.town': person?.town ?? '',
  };
}

interface Shown {
  readonly form: FormState;
  readonly dangers: readonly Danger[];
  readonly hasDraft: boolean;
}

async function askPage(
  visit: Pick<Visit<unknown, unknown, Database>, 'db' | 'locale' | 'now'>,
  shown: Shown,
): Promise<Reply> {
  const settings = await readSetting(visit.db, spotSetting);
  const title = spotMessages.in(visit.locale).plain('ask_title');
  const status = shown.form.refusals.length > 0 || shown.dangers.length > 0 ? 422 : 200;
  return page(title, <AskPage {...shown} settings={settings} now={visit.now} />, status);
}

/** Keeps what was typed and sent along, then shows it for checking, or again with what is missing. */
async function checkAnswers(visit: AskVisit, files: FileStore): Promise<Reply> {
  const { fields } = visit;
  const personId = visit.actor.personId ?? '';
  const photo = await keepPhoto(visit, files);
  const photoIds = [...fields.photoIds, ...photo.ids];
  const typed = toTyped(fields, photoIds);
  await saveDraft(visit.db, { personId, fields: Object.fromEntries(typed), now: visit.now });
  if (fields.intent === 'keep' && photo.refusals.length === 0) {
    return redirect('/spot/requests', {
      tone: 'done',
      text: spotMessages.in(visit.locale).plain('draft_kept_for_later'),
    });
  }
  const { form: request, refusals } = await readRequest(visit, photoIds);
  const all = [...refusals, ...photo.refusals];
  const dangers = findDangers(`${fields.ownWords}\n${fields.goodToKnow}\n${fields.japaneseWords}`);
  const isNew = dangers.some((danger) => !readShownDangers(fields.shownDangers).includes(danger));
  const form = new FormState(typed, all, sayRefusalIn(spotMessages, visit.locale));
  if (all.length > 0 || isNew) return askPage(visit, { form, dangers, hasDraft: false });
  const title = spotMessages.in(visit.locale).plain('summary_title');
  return page(title, <SummaryPage request={request} form={form} typed={typed} />);
}

/** The request that was typed, with everything that speaks against it, each thing once. */
async function readRequest(
  visit: AskVisit,
  photoIds: readonly string[],
): Promise<{ form: RequestForm; refusals: Refusal[] }> {
  const settings = await readSetting(visit.db, spotSetting);
  const { form, refusals } = toRequestForm(visit.fields, { locale: visit.locale, settings, photoIds });
  const doer = { personId: visit.actor.personId, party: 'requester', now: visit.now } as const;
  const against = await checkSubmission(visit.db, { requesterId: visit.actor.personId ?? '', form, doer });
  const told = new Set(refusals.map(({ field }) => subjectOf(field)));
  return { form, refusals: [...refusals, ...against.filter(({ field }) => !told.has(subjectOf(field)))] };
}

/** `times.1` and `times`, `place.town` and `town` are about the same thing: one sentence about it is enough. */
function subjectOf(field: string | undefined): string {
  if (field === undefined) return '';
  if (field === 'municipalityCode' || field === 'town' || field.startsWith('place.')) return 'place';
  return field.startsWith('times') ? 'times' : field;
}

async function keepPhoto(visit: AskVisit, files: FileStore): Promise<{ ids: string[]; refusals: Refusal[] }> {
  const upload = visit.uploads.get('photo');
  if (!upload) return { ids: [], refusals: [] };
  const picture = await readPicture(new Uint8Array(await upload.arrayBuffer()));
  if (!picture.ok) return { ids: [], refusals: [{ ...picture.refusal, field: 'photo' }] };
  const ownerId = visit.actor.personId ?? '';
  const id = await keepPicture(visit.db, files, {
    picture: picture.value,
    ownerId,
    kind: 'spot.photo',
    now: visit.now,
  });
  return { ids: [id], refusals: [] };
}

async function send(visit: AskVisit): Promise<Reply> {
  const personId = visit.actor.personId ?? '';
  const { form, refusals } = await readRequest(visit, visit.fields.photoIds);
  if (refusals.length > 0) return refusedBy(...refusals);
  const doer = { personId, party: 'requester', now: visit.now } as const;
  const outcome = await submitRequest(visit.db, { requesterId: personId, form, doer });
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const { requestId } = outcome.value;
  await visit.audit({ subjectIds: [personId], object: { kind: 'spot.request', id: requestId } });
  return redirect(`/spot/requests/${requestId}`, {
    tone: 'done',
    text: spotMessages.in(visit.locale).plain('request_is_sent'),
  });
}
