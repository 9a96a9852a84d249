import type { Connection } from '../../../platform/database/connect.ts';
import { isLocale } from '../../../platform/languages/locales.ts';
import { type Actor, NOBODY, type Role } from '../../../platform/permissions.ts';
import { isUse } from '../../../platform/web/passage/use.ts';
import type { PeopleDoor, SignIn } from '../types.ts';
import { readSessionToken } from './cookie.ts';
import { dayOf, isOver, limitFor } from './rules.ts';
import { noteUse } from './store.ts';

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly created_at: Temporal.Instant;
  readonly last_seen_at: Temporal.Instant;
  readonly proved_at: Temporal.Instant | null;
  readonly means: string;
  readonly name: string;
  readonly romaji: string | null;
  readonly kana: string | null;
  readonly locale: string;
  readonly roles: readonly Role[];
  readonly unread: number;
}

/** Use is noted this often at the most: a write for every page would cost more than the page. */
const NOTED_EVERY_MINUTES = 5;

/**
 * Finds who is asking by one prepared query: session, person and roles as they are now. Somebody whose access has
 * ended, a session that was ended and one that has run out are nobody; so is, outside a demonstration, a session that
 * began in one.
 * @param actorFunction and `unreadFunction`: see `PeopleDoor`
 */
export function actorFinder(
  connection: Connection,
  {
    actorFunction,
    unreadFunction,
    keys,
    limits,
    demonstration,
  }: Pick<SignIn, 'keys' | 'limits' | 'demonstration'> & PeopleDoor,
) {
  for (const name of [actorFunction, unreadFunction ?? actorFunction])
    if (!/^[a-z_]+\.[a-z_]+$/.test(name)) throw new Error(`${name} is no name of a function`);
  const counted = unreadFunction ? `${unreadFunction}(s.person_id)` : '0';
  const query = {
    name: 'actor-of-session',
    text: `select s.id, s.person_id, s.created_at, s.last_seen_at, s.strong_at as proved_at, s.means,
             a.name, a.romaji, a.kana, a.locale, a.roles, ${counted} as unread
           from auth.sessions s cross join lateral ${actorFunction}(s.person_id, $2::date) a
           where s.token_hash = $1 and s.ended_at is null and ($3::boolean or s.means <> 'demonstration')`,
  };
  return async (headers: Headers, now: Temporal.Instant): Promise<Actor> => {
    const token = readSessionToken(headers);
    if (!token) return NOBODY;
    const values = [keys.hashOf('session', token), dayOf(now), demonstration];
    const { rows } = await connection.pool.query<Row>({ ...query, values });
    const row = rows[0];
    if (!row) return NOBODY;
    const roles = new Set(row.roles);
    const session = { createdAt: row.created_at, lastSeenAt: row.last_seen_at };
    if (isOver(session, limitFor(limits, roles), now)) return NOBODY;
    if (isUse(headers) && now.since(row.last_seen_at).total('minutes') >= NOTED_EVERY_MINUTES)
      await noteUse(connection.db, row.id, now);
    const locale = isLocale(row.locale) ? row.locale : null;
    const { person_id: personId, id: sessionId, name, romaji, kana, unread: waiting } = row;
    // An invented person has no means to show again.
    const isInvented = row.means === 'demonstration';
    const provedAt = row.proved_at && isInvented ? now : row.proved_at;
    const signedInAt = isInvented ? now : row.created_at;
    const strong = provedAt !== null;
    const unread = Number(waiting);
    const named = { name, otherNames: { romaji, kana } };
    return { personId, sessionId, ...named, roles, locale, strong, provedAt, signedInAt, unread };
  };
}
