import { sql } from 'kysely';
import type { Database, Tx } from './connect.ts';

/** Serialization failure, deadlock, and the server being stopped under us: the same work may well succeed the next time. */
const RETRIED = new Set(['40001', '40P01']);
const UNREACHABLE = new Set([
  // It had no time: a statement or a lock took too long, or the work in between did.
  '57014',
  '55P03',
  '25P03',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
]);

/**
 * Does work in one transaction, again when PostgreSQL says that a rival was in the way (at most five times).
 * @param work gets the transaction; must have no effect outside it, since it may run more than once
 */
export async function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (problem) {
      if (attempt === 5 || !RETRIED.has(codeOf(problem))) throw problem;
    }
  }
}

/** For work of nobody who waits, in its own transaction: each statement has a minute, as long as silence is borne (`settle`). */
export async function waitLonger(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = '60s'`.execute(tx);
}

/**
 * Does a part of a transaction's work that may fail without the rest where the data is wrong: what the part has written is
 * then taken back. After any other failure the transaction is of no use.
 * @throws what the part threw
 */
export async function inSavepoint<T>(tx: Tx, part: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(tx);
  try {
    const done = await part();
    await sql`release savepoint part`.execute(tx);
    return done;
  } catch (problem) {
    if (!isWrongData(problem)) throw problem;
    await sql`rollback to savepoint part`.execute(tx);
    await sql`release savepoint part`.execute(tx);
    throw problem;
  }
}

/**
 * Whether something is wrong with what the work is about, so that it fails every time: a value out of its range, or one
 * that PostgreSQL refuses (SQLSTATE classes 22, data, and 23, constraints). A full disk or a timeout says nothing of it.
 */
export function isWrongData(problem: unknown): boolean {
  return problem instanceof RangeError || /^2[23]...$/.test(codeOf(problem));
}

/** Whether the database is away (stopped, restarting, full of connections, too busy to answer in time) rather than unhappy with a query. */
export function isDatabaseAway(problem: unknown): boolean {
  if (UNREACHABLE.has(codeOf(problem))) return true;
  const said = problem instanceof Error ? problem.message : '';
  return /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|connection timeout/i.test(
    said,
  );
}

/** Whether there is no room to write: PostgreSQL's disk is full, or our own. */
export function isDiskFull(problem: unknown): boolean {
  return ['53100', 'ENOSPC', 'EDQUOT'].includes(codeOf(problem));
}

/** The name of the violated constraint when a unique (23505), exclusion (23P01) or check (23514) constraint refused, else null. */
export function violatedConstraint(problem: unknown): string | null {
  if (!['23505', '23P01', '23514'].includes(codeOf(problem))) return null;
  return (problem as { constraint?: string }).constraint ?? null;
}

function codeOf(problem: unknown): string {
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : '';
  return typeof code === 'string' ? code : '';
}
