import { appendFile, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../database/connect.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Task } from '../jobs/task.ts';

const Line = z.object({ personId: z.uuid(), askedAt: z.iso.datetime(), erasedAt: z.iso.datetime() });

/** Who was erased, by number only. */
export interface Erased {
  readonly personId: string;
  readonly askedAt: Temporal.Instant;
  readonly erasedAt: Temporal.Instant;
}

/**
 * Writes erasures down outside of the database as well, so that they outlive it. Whoever erases somebody adds this job in
 * the same transaction; by itself it runs every minute. Each worker brings its own file up to date.
 * @param path of the file, to which lines are only ever added
 */
export function writeErasuresDownTask(path: string): Task {
  return {
    name: 'write-erasures-down',
    cron: '* * * * *',
    run: async (_payload, { db }) => void (await writeErasuresDown(db, path)),
  };
}

/** @returns how many lines were added */
export async function writeErasuresDown(db: Database, path: string): Promise<number> {
  const text = await readLog(path);
  const known = new Set(linesOf(text ?? '').map(keyOf));
  const added = (await listErasures(db)).filter((one) => !known.has(keyOf(one)));
  const lines = added.map((one) => `${JSON.stringify(one)}\n`).join('');
  // A crash may have left half a line. A file without lines is made as well: that there is none says that the place is wrong.
  const begin = text && !text.endsWith('\n') ? '\n' : '';
  if (text === null || added.length > 0) await appendFile(path, begin + lines, { mode: 0o600, flush: true });
  return added.length;
}

/** @returns null when there is no such file. Half a line is left out: its erasure was written again after the crash. */
export async function readErasures(path: string): Promise<Erased[] | null> {
  const text = await readLog(path);
  return text === null ? null : linesOf(text);
}

async function readLog(path: string): Promise<string | null> {
  return await readFile(path, 'utf8').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return null;
    throw problem;
  });
}

const WHOLE_LINE = /^\{.*\}$/gm;

function linesOf(text: string): Erased[] {
  return (text.match(WHOLE_LINE) ?? []).map((line) => {
    const { personId, askedAt, erasedAt } = Line.parse(JSON.parse(line));
    return { personId, askedAt: Temporal.Instant.from(askedAt), erasedAt: Temporal.Instant.from(erasedAt) };
  });
}

/**
 * The last step of a restore: erases again who was erased since the backup. Before it is done, no program starts.
 * @param erase what erases one person, by the rules of this version
 * @returns how many were erased again
 */
export async function eraseAgain(
  db: Database,
  erasures: readonly Erased[],
  erase: (tx: Tx, one: Erased) => Promise<void>,
): Promise<number> {
  const known = new Set((await listErasures(db)).map(keyOf));
  const since = erasures.filter((one) => !known.has(keyOf(one)));
  for (const one of since) await inTransaction(db, (tx) => erase(tx, one));
  await db.deleteFrom('platform.settings').where('subject', '=', 'restore').execute();
  return since.length;
}

/** @throws while a restore has not been brought to its end: who was erased since the backup would be back */
export async function refuseUnfinishedRestore(db: Database): Promise<void> {
  const { rows } = await sql`select from platform.settings where subject = 'restore'`.execute(db);
  if (rows.length > 0)
    throw new Error('A restore into this database was not finished. Empty the database and restore again.');
}

async function listErasures(db: Database): Promise<Erased[]> {
  const rows = await db.selectFrom('platform.erasures').selectAll().orderBy('erased_at').execute();
  return rows.map((row) => ({ personId: row.person_id, askedAt: row.asked_at, erasedAt: row.erased_at }));
}

const keyOf = ({ personId, erasedAt }: Erased) =>
  `${personId} ${erasedAt.toString({ smallestUnit: 'microsecond' })}`;
