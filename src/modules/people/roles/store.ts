import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Actor, Role } from '../../../platform/permissions.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { dayInJapan } from '../rules.ts';
import type { HeldRole } from '../types.ts';

const grantReason = sealedColumn('people.roles.grant_reason');
const endReason = sealedColumn('people.roles.end_reason');

/** All roles somebody holds or held, the newest first. */
export async function listRoles(db: Database, personId: string): Promise<HeldRole[]> {
  const rows = await db
    .selectFrom('people.roles')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('since_on', 'desc')
    .orderBy('role')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    role: row.role as Role,
    sinceOn: row.since_on,
    untilOn: row.until_on,
  }));
}

/** Whether somebody holds a role on a day. */
export async function holdsRole(
  db: Database,
  personId: string,
  held: { role: Role; on: Temporal.PlainDate },
): Promise<boolean> {
  const found = await db
    .selectFrom('people.roles')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', held.role)
    .where('since_on', '<=', held.on)
    .where((is) => is.or([is('until_on', 'is', null), is('until_on', '>', held.on)]))
    .executeTakeFirst();
  return found !== undefined;
}

/** Who holds a role on a day and may come in, in the order of lists. */
export async function listPersonIdsWithRole(
  db: Database,
  role: Role,
  on: Temporal.PlainDate,
): Promise<string[]> {
  const rows = await db
    .selectFrom('people.roles as r')
    .innerJoin('people.persons as p', 'p.id', 'r.person_id')
    .select('p.id')
    .where('r.role', '=', role)
    .where('r.since_on', '<=', on)
    .where((is) => is.or([is('r.until_on', 'is', null), is('r.until_on', '>', on)]))
    .where('p.access_ended_at', 'is', null)
    .orderBy('p.sort_key')
    .orderBy('p.id')
    .execute();
  return rows.map((row) => row.id);
}

/** Who coordinates today and may come in. */
export function listCoordinators(db: Database, now: Temporal.Instant): Promise<string[]> {
  return listPersonIdsWithRole(db, 'coordinator', dayInJapan(now));
}

/** For a question of another module: whether whoever a column names coordinates on a day and may come in. */
export const isCoordinatorOn = (personId: RawBuilder<unknown>, on: Temporal.PlainDate): RawBuilder<boolean> =>
  sql`exists (select from people.roles r join people.persons p on p.id = r.person_id
    where r.person_id = ${personId} and r.role = 'coordinator' and r.since_on <= ${on}::date
      and (r.until_on is null or r.until_on > ${on}::date) and p.access_ended_at is null)`;

/** Who administers today and may come in. */
export function listAdministrators(db: Database, now: Temporal.Instant): Promise<string[]> {
  return listPersonIdsWithRole(db, 'administrator', dayInJapan(now));
}

export interface NewRole {
  readonly personId: string;
  readonly role: Role;
  readonly sinceOn: Temporal.PlainDate;
  readonly grantedBy?: string | null;
  readonly reason?: string;
}

export async function insertRole(tx: Tx, role: NewRole): Promise<void> {
  await tx
    .insertInto('people.roles')
    .values({
      person_id: role.personId,
      role: role.role,
      since_on: role.sinceOn,
      granted_by: role.grantedBy ?? null,
      grant_reason: grantReason.seal(tx, `${role.personId} ${role.role}`, role.reason ?? ''),
    })
    .execute();
}

/** Ends the role somebody holds on a day; nothing when they don't hold it. */
export async function updateRoleEnd(
  tx: Tx,
  held: { personId: string; role: Role; untilOn: Temporal.PlainDate },
  by: { personId: string | null; reason: string },
): Promise<void> {
  await tx
    .updateTable('people.roles')
    .set({
      until_on: held.untilOn,
      ended_by: by.personId,
      end_reason: endReason.seal(tx, `${held.personId} ${held.role}`, by.reason),
    })
    .where('person_id', '=', held.personId)
    .where('role', '=', held.role)
    .where('since_on', '<=', held.untilOn)
    .where((is) => is.or([is('until_on', 'is', null), is('until_on', '>', held.untilOn)]))
    .execute();
}

/** Lets one transaction after the other judge who is left; the database takes the same lock (0105). */
export async function lockLastOnes(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('people.last ones', 0))`.execute(tx);
}

/** Who holds one of some roles without an end, and may come in; each once. */
export async function listOpenHolders(db: Database, roles: readonly Role[]): Promise<string[]> {
  const { rows } = await openHolders(roles).execute(db);
  return rows.map(({ person_id }) => person_id);
}

/** The same for another query to ask. The roles stand in its text: how few hold one, a plan for all requests knows only so. */
export function openHolders(roles: readonly Role[]): RawBuilder<{ readonly person_id: string }> {
  return sql`
    select distinct r.person_id from people.roles r join people.persons p on p.id = r.person_id
    where r.role in (${sql.join(roles.map((role) => sql.lit(role)))}) and r.until_on is null and p.access_ended_at is null`;
}

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
