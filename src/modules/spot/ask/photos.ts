import type { Database, Tx } from '../../../platform/database/connect.ts';
import { deleteFilesAfter, type Files, readFileById, tryKeepFile } from '../../../platform/files/files.ts';
import { readPicture } from '../../../platform/files/pictures.ts';
import { StoreAway } from '../../../platform/files/store/store.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import type { Call } from '../../../platform/web/route.ts';
import { findSamePhoto, listOwnPhotos, listUnusedPhotos, PHOTO_KIND } from '../store/photos.ts';
import { MOST } from '../types.ts';

export interface PhotosOfForm {
  /** The photos that go with the request, the one that came with this form last. */
  readonly ids: readonly string[];
  readonly refusals: readonly Refusal[];
}

type Owned = Pick<Call<unknown, unknown, Tx>, 'db' | 'actor' | 'now'>;

/** Those of a form's photos that are still there and the sender's own; one that is not is refused beside the field. */
export async function findKeptPhotos(
  call: Pick<Call<unknown, unknown, Database>, 'db' | 'actor'>,
  typedIds: readonly string[],
): Promise<PhotosOfForm> {
  const { personId } = call.actor;
  const ids = personId ? await listOwnPhotos(call.db, personId, typedIds) : [];
  return { ids, refusals: ids.length < new Set(typedIds).size ? [refused('photo_is_gone')] : [] };
}

/**
 * The photos kept before, and the one that came with the form. What can't be used is refused; a sixth isn't kept. The
 * same photo chosen once more, because the form came back without the name of its file, is the one that is there.
 */
export async function keepPhotos(
  call: Owned & Pick<Call, 'uploads'>,
  files: Files,
  typedIds: readonly string[],
): Promise<PhotosOfForm> {
  const kept = await findKeptPhotos(call, typedIds);
  const upload = call.uploads.get('photo');
  if (!upload) return kept;
  const picture = await readPicture(new Uint8Array(await upload.arrayBuffer()));
  if (!picture.ok)
    return { ids: kept.ids, refusals: [...kept.refusals, { ...picture.refusal, field: 'photo' }] };
  const ownerId = call.actor.personId ?? '';
  const found = await findSamePhoto(call.db, { ownerId, sha256: picture.value.sha256 });
  const same = found && (await isWhole(call.db, files, found)) ? found : null;
  if (same && kept.ids.includes(same)) return kept;
  if (kept.ids.length >= MOST.photos) {
    return { ids: kept.ids, refusals: [refused('too_many_photos', { most: MOST.photos })] };
  }
  if (same) return { ids: [...kept.ids, same], refusals: kept.refusals };
  const about = { ownerId, kind: PHOTO_KIND, now: call.now, picture: picture.value };
  const added = await tryKeepFile(call.db, files, about);
  return added.ok
    ? { ids: [...kept.ids, added.value], refusals: kept.refusals }
    : { ids: kept.ids, refusals: [...kept.refusals, { ...added.refusal, field: 'photo' }] };
}

/** One whose bytes are lost is brought anew. */
async function isWhole(db: Database, files: Files, id: string): Promise<boolean> {
  return (await readFileById(db, files, id).catch(ignoreAway)) !== null;
}

/** To keep it says what is wrong. */
function ignoreAway(problem: unknown): null {
  if (problem instanceof StoreAway) return null;
  throw problem;
}

/** Lets photos go that were taken out of a draft, or with it, unless something else names them. */
export async function forgetPhotos(call: Owned, ids: readonly string[]): Promise<void> {
  const unused = await listUnusedPhotos(call.db, call.actor.personId ?? '', ids);
  await deleteFilesAfter(call.db, unused, call.now);
}

function refused(code: string, params?: Refusal['params']): Refusal {
  return { code, field: 'photo', ...(params && { params }) };
}
