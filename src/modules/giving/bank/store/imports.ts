import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { GivingBankImports } from '../../../../platform/database/generated.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { NO_WORDS } from '../../../../platform/sealed/seal.ts';
import type { By } from '../../types.ts';
import type { KeptImport, Source } from '../types.ts';

const contents = sealedColumn('giving.bank_imports.content');

/** How many of the last are shown. */
const SHOWN = 20;

/** @returns the new one's id */
export async function insertImport(
  tx: Tx,
  file: { readonly source: Source; readonly bytes: Uint8Array; readonly by: By },
): Promise<string> {
  const id = crypto.randomUUID();
  await tx
    .insertInto('giving.bank_imports')
    .values({
      id,
      source: file.source,
      content: contents.seal(tx, id, Buffer.from(file.bytes).toString('base64')),
      read_at: file.by.now,
      read_by: file.by.personId,
    })
    .execute();
  return id;
}

export async function findImport(db: Database, id: string): Promise<KeptImport | null> {
  const row = await db.selectFrom('giving.bank_imports').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toImport(row) : null;
}

/** The same, so that nobody else takes it in meanwhile. */
export async function lockImport(tx: Tx, id: string): Promise<KeptImport | null> {
  const row = await tx
    .selectFrom('giving.bank_imports')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toImport(row) : null;
}

/** The file itself; null once it is taken in or was forgotten. */
export async function readContent(db: Database, id: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('giving.bank_imports')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst();
  const text = row ? contents.tryOpen(db, id, row.content) : null;
  return text ? Buffer.from(text, 'base64') : null;
}

export async function chooseAccount(tx: Tx, id: string, accountId: string): Promise<void> {
  await tx
    .updateTable('giving.bank_imports')
    .set({ account_id: accountId })
    .where('id', '=', id)
    .where('state', '=', 'read')
    .execute();
}

export async function markTakenIn(
  tx: Tx,
  id: string,
  done: { readonly newLines: number; readonly by: By },
): Promise<void> {
  await tx
    .updateTable('giving.bank_imports')
    .set({
      state: 'taken_in',
      taken_in_at: done.by.now,
      taken_in_by: done.by.personId,
      new_lines: done.newLines,
      content: NO_WORDS,
    })
    .where('id', '=', id)
    .execute();
}

/** The last ones, the newest first. */
export async function listImports(db: Database): Promise<KeptImport[]> {
  const rows = await db
    .selectFrom('giving.bank_imports')
    .selectAll()
    .orderBy('read_at', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map(toImport);
}

const toImport = (row: Selectable<GivingBankImports>): KeptImport => ({
  id: row.id,
  source: row.source,
  accountId: row.account_id,
  state: row.state,
  readAt: row.read_at,
  newLines: row.new_lines,
});
