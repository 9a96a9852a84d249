import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../database/connect.ts';
import { inTransaction } from '../database/transaction.ts';
import { type Files, fileKey } from './files.ts';
import { makeFileKey, sealFile } from './sealing.ts';

/**
 * Seals files that lie in plain from before files were sealed: under a new name, then in the row, then the plain ones go.
 * Wherever it is stopped, the next start or night goes on, and what was left over is swept.
 * @returns how many
 */
export async function sealFormerFiles(db: Database, files: Files): Promise<number> {
  const rows = await listPlain(db);
  let count = 0;
  for (const { id } of rows) {
    const isSealed = await inTransaction(db, (tx) => sealOne(tx, files, id));
    if (!isSealed) continue;
    await files.store.delete(id);
    count++;
  }
  return count;
}

function listPlain(db: Database): Promise<{ id: string }[]> {
  return db.selectFrom('platform.files').select('id').where('key', 'is', null).execute();
}

async function sealOne(tx: Tx, { store, log }: Files, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('platform.files')
    .select('id')
    .where('id', '=', id)
    .where('key', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return false;
  const bytes = await store.get(id);
  if (!bytes) {
    log.error({ file: id }, 'a file is missing from the store');
    return false;
  }
  const [name, key] = [randomUUID(), makeFileKey()];
  await store.put(name, sealFile(key, id, bytes));
  await tx
    .updateTable('platform.files')
    .set({ name, key: fileKey.seal(tx, id, key) })
    .where('id', '=', id)
    .execute();
  return true;
}
