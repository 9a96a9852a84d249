import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database, Tx } from '../database/connect.ts';
import type { Picture } from './pictures.ts';

/** Where files lie: on this machine's disk, below the data directory. */
export interface FileStore {
  readonly directory: string;
}

/**
 * Keeps a picture: its bytes on disk first, then the row, so that a row never points at nothing.
 * @returns the file's id
 */
export async function keepPicture(
  tx: Tx,
  store: FileStore,
  file: { picture: Picture; ownerId: string; kind: string; now: Temporal.Instant },
): Promise<string> {
  const id = randomUUID();
  const path = pathOf(store, id);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, file.picture.bytes, { flag: 'wx', mode: 0o600 });
  await tx
    .insertInto('platform.files')
    .values({
      id,
      owner_id: file.ownerId,
      kind: file.kind,
      media_type: file.picture.mediaType,
      byte_count: file.picture.bytes.byteLength,
      width: file.picture.width,
      height: file.picture.height,
      sha256: file.picture.sha256,
      created_at: file.now,
    })
    .execute();
  return id;
}

/** @returns the bytes and their media type; null when there is no such file. Whether somebody may see it, the caller has asked. */
export async function readFileById(
  db: Database,
  store: FileStore,
  id: string,
): Promise<{ bytes: Uint8Array; mediaType: string } | null> {
  const row = await db
    .selectFrom('platform.files')
    .select('media_type')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return { bytes: await readFile(pathOf(store, id)), mediaType: row.media_type };
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

/** Deletes what is due: the row first, so that a file without a row is the only leftover a crash can leave. */
export async function deleteDueFiles(db: Database, store: FileStore, now: Temporal.Instant): Promise<number> {
  const due = await db.deleteFrom('platform.files').where('delete_after', '<', now).returning('id').execute();
  for (const { id } of due) await rm(pathOf(store, id), { force: true });
  return due.length;
}

function pathOf(store: FileStore, id: string): string {
  return join(store.directory, id.slice(0, 2), id);
}
