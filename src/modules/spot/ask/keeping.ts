import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Files } from '../../../platform/files/files.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { type Call, detour, type Reply } from '../../../platform/web/route.ts';
import { listLanguages } from '../../people/index.ts';
import { spotPaths } from '../paths.ts';
import { MOST } from '../types.ts';
import { spotMessages } from '../words.ts';
import { findDraft, saveDraft } from './draft.ts';
import { type AskFields, fromDraft, type Typed, toTyped } from './form/form.ts';
import { fillInPlace } from './form/place.ts';
import { findKeptPhotos, forgetPhotos, keepPhotos, type PhotosOfForm } from './photos.ts';
import { guessWrittenIn } from './rules/written-in.ts';

/** What somebody has written so far, as it is in their account. */
export interface KeptAnswers {
  readonly fields: AskFields;
  readonly typed: Typed;
  readonly photoIds: readonly string[];
  readonly version: number;
  /** How it was in a version that a page still shows; null when it is not known any more. */
  readonly earlier: (version: number) => AskFields | null;
  /** What could not be kept with the form before this page: a photo too large, or one that has gone since. */
  readonly refusals: readonly Refusal[];
}

/**
 * Keeps what was typed and sent along, then leads to the page that shows it: an address of its own, which can be
 * loaded again, gone back to and read in another language. The last one sent counts, also when the same was sent before.
 */
export async function keepAnswers(call: Call<unknown, AskFields, Tx>, files: Files): Promise<Reply> {
  const isFinding = call.fields.intent === 'find';
  const fields = fillInPlace(call.fields, isFinding ? 'in_place' : 'where_empty');
  const remaining = fields.photoIds.filter((id) => !fields.removedPhotoIds.includes(id));
  const photos = await keepPhotos(call, files, remaining);
  await keepTyped({ ...call, fields }, photos);
  await forgetPhotos(call, fields.removedPhotoIds);
  if (fields.intent === 'keep' && photos.refusals.length === 0) {
    const text = spotMessages.in(call.locale).noted('draft_kept_for_later');
    return detour(spotPaths.requests(), { tone: 'done', text });
  }
  if (isFinding) return detour(`${spotPaths.requestsNew()}#place`);
  if (fields.intent === 'change') return detour(spotPaths.requestsNew());
  const isAboutPhotos = fields.removedPhotoIds.length > 0 || ['photo', 'keep'].includes(fields.intent);
  return detour(isAboutPhotos ? `${spotPaths.requestsNew()}#photo` : spotPaths.requestsSummary());
}

/** Keeps a form in the account of who typed it, with the language in which their words were written. */
export async function keepTyped(call: Call<unknown, AskFields, Tx>, photos: PhotosOfForm): Promise<void> {
  const { db, fields, locale, now } = call;
  const personId = call.actor.personId ?? '';
  const before = await findDraft(db, personId);
  const wrote = before && fromDraft(before.fields);
  const keptIn = wrote?.ownWords === fields.ownWords ? wrote.writtenIn : '';
  const spoken = (await listLanguages(db, personId)).map(({ language }) => language);
  const guessed = guessWrittenIn(fields.ownWords, { spoken, locale });
  const typed = toTyped({ ...fields, writtenIn: fields.writtenIn || keptIn || guessed }, photos.ids);
  const refused = photos.refusals.map(({ code }) => code);
  await saveDraft(db, { personId, fields: { ...Object.fromEntries(typed), photoRefusals: refused }, now });
}

/** @returns null for somebody who has kept nothing */
export async function findKeptAnswers(
  call: Pick<Call<unknown, unknown, Database>, 'db' | 'actor'>,
): Promise<KeptAnswers | null> {
  const draft = await findDraft(call.db, call.actor.personId ?? '');
  const fields = draft && fromDraft(draft.fields);
  if (!fields) return null;
  const photos = await findKeptPhotos(call, fields.photoIds);
  const refused = [draft.fields['photoRefusals'] ?? []].flat().map((code) => ({
    code,
    field: 'photo',
    params: { most: MOST.photos },
  }));
  return {
    fields,
    typed: toTyped(fields, photos.ids),
    photoIds: photos.ids,
    version: draft.version,
    earlier: (version) => {
      const found = draft.earlier.find((one) => one.version === version);
      return found ? fromDraft(found.fields) : null;
    },
    refusals: [...photos.refusals, ...refused],
  };
}
