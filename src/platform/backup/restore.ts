import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../database/migrate.ts';
import { readSchemaSteps } from '../database/schema.ts';
import type { Seal } from '../sealed/seal.ts';
import { checkSeal } from '../sealed/seal-anew.ts';
import { type CopiedStore, readFilesBack } from './files.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { measuring } from './measure.ts';
import { listTables, standAside, type Table } from './tables.ts';

export interface Restoring {
  readonly ownerUrl: string;
  readonly store: CopiedStore;
  /** The folder of one backup. */
  readonly folder: string;
  /** `db/migrations` */
  readonly migrations: string;
  readonly seal: Seal;
}

/**
 * Puts a backup into an empty database and file store. Everything is read and compared before anything is written; the
 * rows come in one transaction, which ends only when they were counted, fit each other, open with this seal and the
 * audit chain holds. Whoever was signed in has to sign in again. Then the schema is brought to this program's.
 * No program starts on it before `eraseAgain` has finished the restore.
 * @returns what the backup said of itself
 * @throws with a sentence for the person at the terminal, and nothing was put back
 */
export async function restoreBackup(restoring: Restoring): Promise<Manifest> {
  const { ownerUrl, folder, migrations, store } = restoring;
  const manifest = await readManifest(folder);
  for (const table of manifest.tables) await readTable(folder, table, nowhere());
  await readFilesBack(folder, manifest.files);
  await refuseUnknownSchema(manifest, migrations);
  await refuseTaken(ownerUrl, store);
  await migrate(ownerUrl, migrations, (name) => name in manifest.migrations);
  // Files first: rows that name what is not there would be worse than files that nobody names, which are swept.
  await readFilesBack(folder, manifest.files, (name, bytes) => store.put(name, bytes));
  await putBack(restoring, manifest);
  await migrate(ownerUrl, migrations);
  return manifest;
}

async function putBack({ ownerUrl, folder, seal }: Restoring, manifest: Manifest): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`set timezone = 'UTC'; set statement_timeout = 0; begin`);
    const tables = await listTables(client);
    refuseOtherTables(tables, manifest);
    const standInAgain = await standAside(client, tables);
    await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
    for (const table of manifest.tables) {
      const copy = copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`);
      await readTable(folder, table, client.query(copy));
      if (copy.rowCount !== table.rows)
        throw new Error(`${table.name} took ${copy.rowCount} rows of ${table.rows}.`);
    }
    for (const { name, value } of manifest.sequences)
      await client.query('select setval($1, $2)', [name, value]);
    await client.query(
      'delete from auth.codes; delete from auth.challenges; update auth.sessions set ended_at = now() where ended_at is null',
    );
    await standInAgain();
    await client.query(
      `insert into platform.settings (subject, value) values ('restore', '{"is": "unfinished"}') on conflict (subject) do nothing`,
    );
    await checkSeal(client, seal);
    await checkChain(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Reads a table of the backup into something. @throws when it is not what the manifest says */
async function readTable(folder: string, table: Manifest['tables'][number], into: Writable): Promise<void> {
  const { stream, measured } = measuring();
  const path = join(folder, 'tables', `${table.name}.gz`);
  try {
    await pipeline(createReadStream(path), createGunzip(), stream, into);
  } catch (problem) {
    throw new Error(`${table.name} could not be read back: ${String(problem)}`, { cause: problem });
  }
  const { rows, sha256 } = measured();
  if (rows !== table.rows || sha256 !== table.sha256)
    throw new Error(`${table.name} of the backup is damaged: ${rows} rows, and ${table.rows} were written.`);
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

async function refuseUnknownSchema(manifest: Manifest, directory: string): Promise<void> {
  const ours = new Map((await readSchemaSteps(directory)).map(({ name, sha256 }) => [name, sha256]));
  const unknown = Object.entries(manifest.migrations).find(([name, sha256]) => ours.get(name) !== sha256);
  if (unknown)
    throw new Error(
      `The backup was taken by another version: this one does not know ${unknown[0]}. Restore with that version or a newer one.`,
    );
}

async function refuseTaken(ownerUrl: string, store: CopiedStore): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' limit 1`);
    if (rows.length > 0)
      throw new Error('There are tables in this database already. A backup is put back into an empty one.');
  } finally {
    await client.end();
  }
  for await (const some of store.list())
    if (some.length > 0)
      throw new Error('There are files in the store already. A backup is put back into an empty one.');
}

function refuseOtherTables(tables: readonly Table[], manifest: Manifest): void {
  const said = new Set(manifest.tables.map(({ name }) => name));
  const other = [...tables.filter(({ name }) => !said.delete(name)).map(({ name }) => name), ...said];
  if (other.length > 0)
    throw new Error(`Backup and schema do not have the same tables: ${other.join(', ')}.`);
}

async function checkChain(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ broken: string | null }>('select audit.first_break() as broken');
  const broken = rows[0]?.broken ?? null;
  if (broken !== null)
    throw new Error(`The audit chain of the backup does not hold: it breaks at position ${broken}.`);
}
