import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type SqlBool, sql } from 'kysely';
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

/** The bytes are written before the row is committed: younger ones may still get theirs. */
const SWEPT_AFTER = { hours: 24 };
const KEPT_NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Deletes bytes that no row names, left behind by an upload that was rolled back or a crash between row and bytes.
 * Sweeps nothing when not one file has a row: then it is another installation's folder, or another's database.
 * @returns how many files
 */
export async function sweepFiles(db: Database, store: FileStore, now: Temporal.Instant): Promise<number> {
  const ids = await listKept(store);
  const rows = await db
    .selectFrom('platform.files')
    .select('id')
    .where(sql<SqlBool>`id = any (${ids}::uuid[])`)
    .execute();
  if (rows.length === 0) return 0;
  const named = new Set(rows.map(({ id }) => id));
  const oldest = now.subtract(SWEPT_AFTER).epochMilliseconds;
  let swept = 0;
  for (const id of ids.filter((one) => !named.has(one))) {
    // Another process may have deleted it since.
    const found = await stat(pathOf(store, id)).catch(() => null);
    if (!found || found.mtimeMs >= oldest) continue;
    await rm(pathOf(store, id), { force: true });
    swept++;
  }
  return swept;
}

/** What lies in the folder in the way we keep it; anything else is not ours to touch. */
async function listKept(store: FileStore): Promise<string[]> {
  const inside = (path: string) => readdir(path).catch(() => []);
  const ids: string[] = [];
  for (const folder of (await inside(store.directory)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const names = await inside(join(store.directory, folder));
    ids.push(...names.filter((name) => KEPT_NAME.test(name) && name.startsWith(folder)));
  }
  return ids;
}

function pathOf(store: FileStore, id: string): string {
  return join(store.directory, id.slice(0, 2), id);
}
