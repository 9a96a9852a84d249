import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Database, Tx } from '../database/connect.ts';
import { addJob } from '../jobs/add-job.ts';
import { accept, type Outcome, refuse } from '../refusal.ts';
import { sealedColumn } from '../sealed/column.ts';
import type { Pdf } from './pdf/pdfs.ts';
import type { Picture } from './pictures.ts';
import { makeFileKey, openFile, sealFile } from './sealing.ts';
import { type FileStore, STORE_AWAY, StoreAway, StoreFull } from './store/store.ts';

/** What reads and keeps files: where their bytes lie, and who hears of one that is lost. */
export interface Files {
  readonly store: FileStore;
  readonly log: Pick<Logger, 'error'>;
}

/** Each file has a key of its own, which goes with its row: what is left of the bytes anywhere then opens nowhere. */
export const fileKey = sealedColumn('platform.files.key');

/**
 * Keeps a picture, or a document: its sealed bytes first, then the row, so that a row never points at nothing.
 * @returns the file's id
 * @throws `StoreFull`, `StoreAway`: then nothing was written and the transaction may go on
 */
export async function keepFile(
  tx: Tx,
  files: Files,
  file: { picture: Picture | Pdf; ownerId: string; kind: string; now: Temporal.Instant },
): Promise<string> {
  const [width, height] = 'width' in file.picture ? [file.picture.width, file.picture.height] : [null, null];
  const [id, name, key] = [randomUUID(), randomUUID(), makeFileKey()];
  await files.store.put(name, sealFile(key, id, file.picture.bytes));
  await tx
    .insertInto('platform.files')
    .values({
      id,
      name,
      key: fileKey.seal(tx, id, key),
      owner_id: file.ownerId,
      kind: file.kind,
      media_type: file.picture.mediaType,
      byte_count: file.picture.bytes.byteLength,
      width,
      height,
      sha256: file.picture.sha256,
      created_at: file.now,
    })
    .execute();
  return id;
}

/**
 * Keeps a picture or a PDF that somebody has sent along, as `keepFile` does. Where there is no room or no store, the rest of their
 * form is kept all the same, and whoever runs the house is told.
 * @returns refused: `no_room_for_pictures`, `pictures_are_away`
 */
export async function tryKeepFile(
  tx: Tx,
  files: Files,
  file: Parameters<typeof keepFile>[2],
): Promise<Outcome<string>> {
  try {
    return accept(await keepFile(tx, files, file));
  } catch (problem) {
    if (problem instanceof StoreFull) {
      files.log.error({ problem: problem.message }, 'the file store is full: uploads are refused');
      return refuse('no_room_for_pictures');
    }
    if (!(problem instanceof StoreAway)) throw problem;
    files.log.error({ problem: problem.message }, STORE_AWAY);
    return refuse('pictures_are_away');
  }
}

/**
 * Whether somebody may see it, the caller has asked.
 * @returns the bytes and their media type; null when there is no such file, or its bytes are lost or damaged, which whoever runs the house is told
 * @throws `StoreAway`
 */
export async function readFileById(
  db: Database,
  { store, log }: Files,
  id: string,
): Promise<{ bytes: Uint8Array; mediaType: string } | null> {
  const row = await db
    .selectFrom('platform.files')
    .select(['media_type', 'name', 'key'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const held = await store.get(row.name ?? id);
  if (!held) {
    // The night may have sealed it under another name, or it was let go, since the row was read.
    const isStillNamed = await hasName(db, id, row.name);
    if (isStillNamed) log.error({ file: id }, 'a file is missing from the store');
    return isStillNamed || row.name !== null ? null : readFileById(db, { store, log }, id);
  }
  const key = row.key === null ? null : fileKey.tryOpen(db, id, row.key);
  const bytes = row.key === null ? held : key && openFile(key, id, held);
  if (!bytes) log.error({ file: id }, 'a file does not open: its bytes or its key are damaged');
  return bytes ? { bytes, mediaType: row.media_type } : null;
}

async function hasName(db: Database, id: string, name: string | null): Promise<boolean> {
  const row = await db.selectFrom('platform.files').select('name').where('id', '=', id).executeTakeFirst();
  return row !== undefined && row.name === name;
}

/** All that somebody has brought and that was not let go, the oldest first, for their export; `readFileById` opens each. */
export function listFilesOf(db: Database, ownerId: string): Promise<readonly { readonly id: string }[]> {
  return db
    .selectFrom('platform.files')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('delete_after', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/**
 * Deletes all that somebody has brought. Rows and keys go with the transaction, the bytes by a job right after it.
 * @returns how many files
 */
export async function deleteFilesOf(tx: Tx, ownerId: string): Promise<number> {
  const gone = await tx
    .deleteFrom('platform.files')
    .where('owner_id', '=', ownerId)
    .returning(['id', 'name'])
    .execute();
  await deleteBytesOf(tx, gone);
  return gone.length;
}

/** Deletes files at once, as `deleteFilesOf`: from the commit on no address opens them, whoever has it. */
export async function deleteFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = await tx
    .deleteFrom('platform.files')
    .where('id', 'in', ids)
    .returning(['id', 'name'])
    .execute();
  await deleteBytesOf(tx, gone);
}

async function deleteBytesOf(
  tx: Tx,
  gone: readonly { readonly id: string; readonly name: string | null }[],
): Promise<void> {
  const names = gone.map(({ id, name }) => name ?? id);
  if (names.length > 0) await addJob(tx, 'delete-bytes', { names });
}

/** Marks files to be deleted after an instant; a nightly task does it. */
export async function deleteFilesAfter(
  tx: Tx,
  ids: readonly string[],
  after: Temporal.Instant,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('platform.files').set({ delete_after: after }).where('id', 'in', ids).execute();
}
