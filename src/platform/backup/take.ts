import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type CopiedStore, copyFilesOut } from './files.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { measuring } from './measure.ts';
import { listSequences, listTables, type Table } from './tables.ts';

export interface Taking {
  /** Of the role that owns the schemas: it reads every row. */
  readonly ownerUrl: string;
  readonly store: CopiedStore;
  /** Where backups lie, each in a folder of its own named by its time. */
  readonly folder: string;
  readonly now: Temporal.Instant;
  /** How many whole backups stay there, this one among them. */
  readonly keep: number;
}

const PREFIX = 'otonari-';
const UNFINISHED = '.unfinished-';
/** A draft that is younger may be another run's that goes on. */
const LEFT_AFTER = { hours: 12 };

/**
 * Writes all that the database and the file store hold into a new folder, while the house is open: every row as of one
 * instant, and each file that a row of that instant names. The folder gets its name when all of it is on the disk.
 * Older backups than the newest `keep` are deleted then, and what a run has left that was killed half a day ago. Another
 * run into the same place is left alone.
 * @returns the folder, and what it holds
 * @throws when there is a backup of this second already, also one that is being written, or anything can't be read or written
 */
export async function takeBackup(taking: Taking): Promise<{ folder: string; manifest: Manifest }> {
  const name = nameOf(taking.now);
  const [draft, folder] = [join(taking.folder, `${UNFINISHED}${name}`), join(taking.folder, name)];
  await mkdir(taking.folder, { recursive: true, mode: 0o700 });
  if ((await readdir(taking.folder)).includes(name)) throw new Error(`${folder} is there already.`);
  await claim(draft);
  try {
    await mkdir(join(draft, 'tables'), { mode: 0o700 });
    const manifest = await write(taking, draft);
    await writeManifest(draft, manifest);
    await rename(draft, folder);
    await deleteOlder(taking);
    return { folder, manifest };
  } catch (problem) {
    await rm(draft, { recursive: true, force: true });
    throw problem;
  }
}

const nameOf = (at: Temporal.Instant) =>
  `${PREFIX}${at.toString({ smallestUnit: 'second' }).replaceAll(':', '-')}`;

/** Of two runs in one second the first has the folder. */
async function claim(draft: string): Promise<void> {
  await mkdir(draft, { mode: 0o700 }).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EEXIST') throw problem;
    throw new Error(`${draft} is being written by another run.`);
  });
}

async function write({ ownerUrl, store, now }: Taking, draft: string): Promise<Manifest> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`set timezone = 'UTC'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0;
      begin isolation level repeatable read read only`);
    const migrations = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from public.migrations order by name',
    );
    const tables: Manifest['tables'] = [];
    for (const table of await listTables(client)) tables.push(await writeTable(client, table, draft));
    // Sequences know no instant: read last, they are never behind the rows.
    const sequences = await listSequences(client);
    const files = await copyFilesOut(store, draft);
    await client.query('commit');
    return {
      format: 1,
      takenAt: now.toString(),
      migrations: Object.fromEntries(migrations.rows.map((row) => [row.name, row.sha256])),
      tables,
      sequences,
      files,
    };
  } finally {
    await client.end();
  }
}

async function writeTable(
  client: pg.Client,
  { name, columns }: Table,
  draft: string,
): Promise<Manifest['tables'][number]> {
  const { stream, measured } = measuring();
  await pipeline(
    client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`)),
    stream,
    createGzip(),
    createWriteStream(join(draft, 'tables', `${name}.gz`), { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { name, columns: [...columns], ...measured() };
}

async function deleteOlder({ folder, keep, now }: Taking): Promise<void> {
  const names = (await readdir(folder)).sort();
  const whole = names.filter((name) => name.startsWith(PREFIX));
  const old = whole.slice(0, Math.max(0, whole.length - keep));
  const oldest = `${UNFINISHED}${nameOf(now.subtract(LEFT_AFTER))}`;
  const left = names.filter((name) => name.startsWith(UNFINISHED) && name < oldest);
  for (const name of [...old, ...left]) await rm(join(folder, name), { recursive: true, force: true });
}
