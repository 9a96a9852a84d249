import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Role } from '../../../platform/permissions.ts';
import { newToken } from '../keys.ts';
import type { SignIn } from '../types.ts';
import { sessionCookie } from './cookie.ts';
import { deviceOf } from './device.ts';
import { dayOf, isOver, limitFor } from './rules.ts';

/** A device where somebody is signed in, as they see it. */
export interface OwnSession {
  readonly id: string;
  readonly browser: string;
  readonly system: string;
  readonly createdAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
}

interface Beginning {
  readonly personId: string;
  readonly means: 'code' | 'passkey' | 'demonstration';
  readonly strength: 'strong' | 'weak';
  readonly headers: Headers;
  readonly now: Temporal.Instant;
}

/**
 * Begins a session.
 * @returns null for somebody who may not enter (access ended, a child)
 */
export async function beginSession(
  tx: Tx,
  signIn: SignIn,
  beginning: Beginning,
): Promise<{ id: string; cookie: string } | null> {
  const { personId, means, strength, headers, now } = beginning;
  const roles = await findRoles(tx, signIn, { personId, now });
  if (!roles) return null;
  const token = newToken();
  const { id } = await tx
    .insertInto('auth.sessions')
    .values({
      token_hash: signIn.keys.hashOf('session', token),
      person_id: personId,
      means,
      ...deviceOf(headers),
      created_at: now,
      last_seen_at: now,
      strong_at: strength === 'strong' ? now : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, cookie: sessionCookie(token, limitFor(signIn.limits, roles).most) };
}

/** Gives a session another token; the one before opens nothing any more. @returns the new one */
export async function renewSessionToken(tx: Tx, signIn: SignIn, id: string): Promise<string> {
  const token = newToken();
  await tx
    .updateTable('auth.sessions')
    .set({ token_hash: signIn.keys.hashOf('session', token) })
    .where('id', '=', id)
    .execute();
  return token;
}

/** @returns null for somebody who may not enter */
export async function findRoles(
  db: Database,
  signIn: SignIn,
  who: { personId: string; now: Temporal.Instant },
): Promise<ReadonlySet<Role> | null> {
  const found = await sql<{ roles: Role[] }>`
    select roles from ${sql.raw(signIn.people.actorFunction)}(${who.personId}::uuid, ${dayOf(who.now)}::date)`.execute(
    db,
  );
  return found.rows[0] ? new Set(found.rows[0].roles) : null;
}

/** Where somebody is signed in now, the latest used first. */
export async function listSessions(
  db: Database,
  signIn: SignIn,
  who: { personId: string; roles: ReadonlySet<Role>; now: Temporal.Instant },
): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('auth.sessions')
    .select(['id', 'browser', 'system', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .where('person_id', '=', who.personId)
    .where('ended_at', 'is', null)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
  const limit = limitFor(signIn.limits, who.roles);
  return rows.filter((session) => !isOver(session, limit, who.now));
}

/** Ends one of somebody's own sessions; another person's stays as it is. */
export async function endSession(
  tx: Tx,
  which: { id: string; personId: string; now: Temporal.Instant },
): Promise<'ended' | 'no_such_session'> {
  const ended = await tx
    .updateTable('auth.sessions')
    .set({ ended_at: which.now })
    .where('id', '=', which.id)
    .where('person_id', '=', which.personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n ? 'ended' : 'no_such_session';
}

/** Ends all of somebody's sessions but one. @returns how many were ended */
export async function endOtherSessions(
  tx: Tx,
  which: { except: string | null; personId: string; now: Temporal.Instant },
): Promise<number> {
  let query = tx
    .updateTable('auth.sessions')
    .set({ ended_at: which.now })
    .where('person_id', '=', which.personId)
    .where('ended_at', 'is', null);
  if (which.except) query = query.where('id', '!=', which.except);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/**
 * A passkey or second factor now stands behind a session. It goes on under a new token: whoever knew the one of before is
 * nobody now, and never becomes strong.
 * @returns the cookie with the new token
 * @throws for somebody who may not enter
 */
export async function strengthenSession(
  tx: Tx,
  signIn: SignIn,
  which: { sessionId: string; personId: string; now: Temporal.Instant },
): Promise<string> {
  const { sessionId, now } = which;
  const roles = await findRoles(tx, signIn, which);
  if (!roles) throw new Error('a session of somebody who may not enter');
  await tx.updateTable('auth.sessions').set({ strong_at: now }).where('id', '=', sessionId).execute();
  return sessionCookie(await renewSessionToken(tx, signIn, sessionId), limitFor(signIn.limits, roles).most);
}

/** Notes that a session is in use. */
export async function noteUse(db: Database, id: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('auth.sessions')
    .set({ last_seen_at: now })
    .where('id', '=', id)
    .where('last_seen_at', '<', now)
    .execute();
}
