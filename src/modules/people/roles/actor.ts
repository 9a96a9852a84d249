import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Actor, Role } from '../../../platform/permissions.ts';
import { dayInJapan } from '../rules.ts';

/** A person as an actor, before it is known how they signed in. */
export type ActingPerson = Pick<Actor, 'personId' | 'name' | 'roles' | 'locale'>;

/**
 * Somebody's name to call, language and roles of today, in one query.
 * @returns null for somebody who may not act: unknown, a child, or with ended access
 */
export async function findActor(
  db: Database,
  personId: string,
  now: Temporal.Instant,
): Promise<ActingPerson | null> {
  const found = await sql<{ name: string; locale: Locale; roles: Role[] }>`
    select name, locale, roles from people.actor(${personId}::uuid, ${dayInJapan(now)}::date)`.execute(db);
  const row = found.rows[0];
  return row ? { personId, name: row.name, locale: row.locale, roles: new Set(row.roles) } : null;
}
