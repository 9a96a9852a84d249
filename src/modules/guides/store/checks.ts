import { type Insertable, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { GuidesChecks } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Check } from '../types.ts';

const found = sealedColumn('guides.checks.found');

function checks(db: Database) {
  return db
    .selectFrom('guides.checks')
    .select(['id', 'fact_id', 'volunteer_id', 'state', 'asked_at', 'found', 'version']);
}
type Row = Awaited<ReturnType<ReturnType<typeof checks>['execute']>>[number];

const open = (db: Database, row: Row): Check => ({
  id: row.id,
  factId: row.fact_id,
  volunteerId: row.volunteer_id,
  state: row.state,
  askedAt: row.asked_at,
  found: found.open(db, row.id, row.found),
  version: row.version,
});

/** @returns the new one's id: a volunteer is asked */
export async function insertCheck(
  tx: Tx,
  check: Pick<Check, 'factId' | 'volunteerId'>,
  now: Temporal.Instant,
): Promise<string> {
  const { id } = await tx
    .insertInto('guides.checks')
    .values({ fact_id: check.factId, volunteer_id: check.volunteerId, asked_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export type CheckChanges = Partial<
  Pick<Insertable<GuidesChecks>, 'state' | 'answered_at' | 'settled_by'> & { readonly words: string }
>;

export async function updateCheck(tx: Tx, id: string, { words, ...changes }: CheckChanges): Promise<void> {
  await tx
    .updateTable('guides.checks')
    .set((is) => ({
      ...changes,
      ...(words !== undefined && { found: found.seal(tx, id, words) }),
      version: is('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** @returns null where there is none; with `locked`, nobody answers it before the transaction ends */
export async function findCheck(db: Database, id: string, lock?: 'locked'): Promise<Check | null> {
  const query = checks(db).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? open(db, row) : null;
}

/** The one that waits for somebody; null where none does. */
export async function findAsked(db: Database, volunteerId: string): Promise<Check | null> {
  const row = await checks(db)
    .where('volunteer_id', '=', volunteerId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return row ? open(db, row) : null;
}

/** The one of a fact that is under way: somebody is asked, or has said what changed. */
export async function findOpenOf(db: Database, factId: string): Promise<Check | null> {
  const row = await checks(db)
    .where('fact_id', '=', factId)
    .where('state', 'in', ['asked', 'changed'])
    .executeTakeFirst();
  return row ? open(db, row) : null;
}

/** Those that nobody has answered since an instant. */
export async function listUnanswered(
  db: Database,
  askedBefore: Temporal.Instant,
  most: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('guides.checks')
    .select('id')
    .where('state', '=', 'asked')
    .where('asked_at', '<', askedBefore)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** How much some volunteers have been asked: how often since an instant, whether they are now, and of which facts. */
export interface Asked {
  readonly count: number;
  readonly isAskedNow: boolean;
  readonly factIds: readonly string[];
}

export async function howOftenAsked(
  db: Database,
  volunteerIds: readonly string[],
  since: Temporal.Instant,
): Promise<ReadonlyMap<string, Asked>> {
  const { rows } = await sql<Asked & { volunteer_id: string }>`
    select volunteer_id, count(*)::integer as count, bool_or(state = 'asked') as "isAskedNow",
      array_agg(fact_id) as "factIds"
    from guides.checks where volunteer_id = any(${[...volunteerIds]}::uuid[]) and (asked_at >= ${since}::timestamptz or state = 'asked')
    group by volunteer_id`.execute(db);
  return new Map(rows.map(({ volunteer_id, ...asked }) => [volunteer_id, asked]));
}
