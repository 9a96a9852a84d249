import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { STAFF_ROLES } from '../permissions.ts';

export interface AuditLine {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly action: string;
  readonly outcome: 'done' | 'seen' | 'refused';
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

const LINE = [
  'id',
  'at',
  'actor_id as actorId',
  'actor_role as actorRole',
  'action',
  'outcome',
  'object_kind as objectKind',
  'object_id as objectId',
  'detail',
] as const;

/**
 * What somebody may know of who has looked at or changed their record, newest first: their own acts, and of the acts of
 * others those that their modules tell (`RecordActs`). This is the only way to read the entries about a person: a page, an export and a count
 * made of it say the same, and none says more.
 * @param wanted.told acts of others that are told; `before` is the `id` of the last line of the page before
 */
export async function listEntriesToldTo(
  db: Database,
  subjectId: string,
  {
    told,
    before,
    limit = 50,
  }: { readonly told: readonly string[]; readonly before?: number | undefined; readonly limit?: number },
): Promise<AuditLine[]> {
  let query = db
    .selectFrom('audit.entries')
    .select(LINE)
    .where('subject_id', '=', subjectId)
    .where((is) => is.or([is('actor_id', '=', subjectId), sql<boolean>`action = any(${[...told]})`]))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before !== undefined)
    query = query.where(
      sql<boolean>`(at, id) < (select at, id from audit.entries where id = ${before} and subject_id = ${subjectId})`,
    );
  return (await query.execute()) as AuditLine[];
}

/** What was changed in things of some kinds, newest first; an edit that says it changed nothing is none. */
export async function listChangesOf(
  db: Database,
  objectKinds: readonly string[],
  limit: number,
): Promise<AuditLine[]> {
  const rows = await db
    .selectFrom('audit.entries')
    .select(LINE)
    .where(sql<boolean>`object_kind = any(${[...objectKinds]})`)
    .where('outcome', '=', 'done')
    .where(sql<boolean>`detail->>'changed' is distinct from ''`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows as AuditLine[];
}

/** One entry; null when there is none by that number. */
export async function findEntry(db: Database, id: number): Promise<AuditLine | null> {
  const row = await db.selectFrom('audit.entries').select(LINE).where('id', '=', id).executeTakeFirst();
  return (row as AuditLine | undefined) ?? null;
}

/**
 * Whether somebody of the staff has done something about somebody else since an instant, in whatever program: whoever
 * depends on them should not be asked a favor by them. Having looked is no deed.
 * @param besides the module whose own acts do not count
 */
export async function hasActedAbout(
  db: Database,
  { actorId, subjectId }: { readonly actorId: string; readonly subjectId: string },
  since: Temporal.Instant,
  besides: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('audit.entries')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('at', '>=', since)
    .where('actor_id', '=', actorId)
    .where('actor_role', 'in', STAFF_ROLES)
    .where('outcome', '=', 'done')
    .where('action', 'not like', `${besides}.%`)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** @returns the first position at which the chain of entries does not hold; null when all of it holds */
export async function findChainBreak(db: Database): Promise<number | null> {
  const found = await sql<{ position: number | null }>`select audit.first_break() as position`.execute(db);
  return found.rows[0]?.position ?? null;
}
