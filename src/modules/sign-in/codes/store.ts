import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { AuthCodes, DB } from '../../../platform/database/generated.ts';
import { MOST_TRIES } from './kept-code.ts';

export type CodeRow = Selectable<AuthCodes>;

/** A code that can still sign somebody in: not used, in time, and a try is left. */
function isStillGood(now: Temporal.Instant) {
  return (is: ExpressionBuilder<DB, 'auth.codes'>) =>
    is.and([is('used_at', 'is', null), is('expires_at', '>', now), is('tries', '<', MOST_TRIES)]);
}

type NewCode = Pick<
  CodeRow,
  'token_hash' | 'form_hash' | 'email' | 'locale' | 'back' | 'draft_id' | 'created_at' | 'expires_at'
>;

/** Puts in a code that is to be made and sent. @returns its id, which is the database's */
export async function insertCode(tx: Tx, code: NewCode): Promise<string> {
  const { id } = await tx.insertInto('auth.codes').values(code).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Ties a code that the same form has asked for since, and that still works, to another browser token. @returns whether there is one */
export async function tieCodeAnew(
  tx: Tx,
  row: { token_hash: Buffer; form_hash: Buffer },
  times: { since: Temporal.Instant; now: Temporal.Instant },
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${row.form_hash.toString('hex')}, 0))`.execute(tx);
  const tied = await tx
    .updateTable('auth.codes')
    .set({ token_hash: row.token_hash })
    .where('form_hash', '=', row.form_hash)
    .where('created_at', '>', times.since)
    .where(isStillGood(times.now))
    .executeTakeFirst();
  return tied.numUpdatedRows > 0n;
}

/** A code that is to be sent, while it still works. */
export async function findCodeToSend(
  db: Database,
  id: string,
  now: Temporal.Instant,
): Promise<Pick<CodeRow, 'id' | 'email' | 'expires_at' | 'locale'> | undefined> {
  return db
    .selectFrom('auth.codes')
    .select(['id', 'email', 'expires_at', 'locale'])
    .where('id', '=', id)
    .where(isStillGood(now))
    .executeTakeFirst();
}

export async function keepHashOfCode(tx: Tx, id: string, hash: Buffer): Promise<void> {
  await tx.updateTable('auth.codes').set({ code_hash: hash }).where('id', '=', id).execute();
}

/** Counts the try and locks the row in one statement: rivals wait here, so that five tries are five. */
export async function takeTry(
  tx: Tx,
  tokenHash: Buffer,
  now: Temporal.Instant,
): Promise<CodeRow | undefined> {
  return tx
    .updateTable('auth.codes')
    .set((is) => ({ tries: is('tries', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where(isStillGood(now))
    .returningAll()
    .executeTakeFirst();
}

/** Uses a code up, for a session or for nobody who may enter. */
export async function markCodeUsed(
  tx: Tx,
  id: string,
  use: { sessionId: string | null; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('auth.codes')
    .set({ used_at: use.now, session_id: use.sessionId })
    .where('id', '=', id)
    .execute();
}

/** The code of a browser, and the session that it has begun, as far as that goes on. */
export async function findCodeWithSession(tx: Tx, tokenHash: Buffer) {
  return tx
    .selectFrom('auth.codes as c')
    .leftJoin('auth.sessions as s', (join) =>
      join.onRef('s.id', '=', 'c.session_id').on('s.ended_at', 'is', null),
    )
    .select(['c.id', 'c.email', 'c.expires_at', 'c.code_hash', 'c.tries', 'c.used_at', 'c.back'])
    .select(['s.id as sessionId', 's.person_id as personId'])
    .where('c.token_hash', '=', tokenHash)
    .executeTakeFirst();
}

/** Where a browser's unused code was sent, and where it leads; it may be over by now. */
export async function findWaiting(
  db: Database,
  tokenHash: Buffer,
): Promise<Pick<CodeRow, 'email' | 'back'> | null> {
  const row = await db
    .selectFrom('auth.codes')
    .select(['email', 'back'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}
