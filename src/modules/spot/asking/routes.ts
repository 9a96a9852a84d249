import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type FileStore, readFileById } from '../../../platform/files/files.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import type { Visit } from '../../../platform/web/route.ts';
import { get, missing, post, type Reply, type Route, redirect } from '../../../platform/web/route.ts';
import { findPerson, listLanguages, type Person } from '../../people/index.ts';
import { discardDraft } from '../commands/request/keep-draft.ts';
import { type DraftFields, findDraft } from '../store/drafts.ts';
import { listOwnPhotos } from '../store/photos.ts';
import { spotMessages } from '../words.ts';
import { askPage } from './ask-page.tsx';
import { AskFields } from './form.ts';
import { forgetPhotos } from './photos.ts';
import { MOST_FORM_BYTES, sendRequest, showSummary } from './sending.tsx';

type AskVisit = Visit<unknown, AskFields, Tx>;

/** Asking: the form, the check of one's answers, sending; the draft and its photos, seen by their owner only. */
export function askingRoutes(services: { readonly files: FileStore }): readonly Route[] {
  return [
    get({
      path: '/spot/requests/new',
      access: 'person',
      audit: null,
      handle: beginAsking,
    }),
    post({
      path: '/spot/requests/summary',
      access: 'person',
      audit: null,
      form: AskFields,
      maxBytes: MOST_FORM_BYTES,
      limit: { by: 'person', tries: 60, minutes: 60 },
      handle: (visit) => showSummary(visit as AskVisit, services.files),
      again: (visit, form) => askPage(visit, { form, dangers: [], hasDraft: false }),
    }),
    post({
      path: '/spot/requests',
      access: 'person',
      audit: 'spot.request.submitted',
      form: AskFields,
      limit: { by: 'person', tries: 20, minutes: 60 },
      handle: (visit) => sendRequest(visit as AskVisit),
      again: (visit, form) => askPage(visit, { form, dangers: [], hasDraft: false }),
    }),
    post({
      path: '/spot/drafts/removal',
      access: 'person',
      audit: null,
      form: z.object({}),
      handle: startAnew,
    }),
    get({
      path: '/spot/drafts/photos/:photoId',
      access: 'person',
      audit: null,
      async handle(visit) {
        const [id] = await listOwnPhotos(visit.db, visit.actor.personId ?? '', [visit.params.photoId]);
        const file = id ? await readFileById(visit.db, services.files, id) : null;
        return file ? { kind: 'file', body: file.bytes, mediaType: file.mediaType } : missing();
      },
    }),
  ];
}

/** The form with the draft, or with what the profile already answers. Who has no name yet is welcomed first. */
async function beginAsking(visit: Visit): Promise<Reply> {
  const personId = visit.actor.personId ?? '';
  const person = await findPerson(visit.db, personId);
  if (person && !person.welcomedAt) {
    const text = spotMessages.in(visit.locale).plain('tell_your_name_first');
    return redirect('/welcome', { tone: 'notice', text });
  }
  const draft = await findDraft(visit.db, personId);
  const form = FormState.fresh(draft ? draft.fields : await fromProfile(visit.db, person));
  return askPage(visit, { form, dangers: [], hasDraft: draft !== null });
}

async function fromProfile(db: Database, person: Person | null): Promise<DraftFields> {
  if (!person) return {};
  const spoken = (await listLanguages(db, person.id)).filter((skill) => skill.speak > 0);
  const isEasyOk = !['none', 'a1'].includes(person.japaneseSpeaking);
  return {
    talkLanguages: spoken.map((skill) => skill.language).filter((language) => language !== 'ja'),
    ...(isEasyOk && { isEasyJapaneseOk: 'on' }),
    'place.municipality': person.municipalityCode ?? '',
    'place.town': person.town ?? '',
  };
}

async function startAnew(visit: Visit<unknown, unknown, Tx>): Promise<Reply> {
  const personId = visit.actor.personId ?? '';
  const draft = await findDraft(visit.db, personId);
  const photoIds = draft?.fields['photoIds'] ?? [];
  await forgetPhotos(visit, typeof photoIds === 'string' ? [photoIds] : photoIds);
  await discardDraft(visit.db, personId);
  return redirect('/spot/requests/new', {
    tone: 'done',
    text: spotMessages.in(visit.locale).plain('draft_is_gone'),
  });
}
