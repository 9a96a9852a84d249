import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import type { Concern, ConcernState } from '../../types.ts';
import { toConcern } from './concerns.ts';

/**
 * Concerns for somebody on the staff: never one about themselves. What nobody has looked into stands first, then what is
 * being looked into, the newest first; then what was closed last.
 */
export async function listConcerns(
  db: Database,
  { readerId, state }: { readonly readerId: string; readonly state: ConcernState | null },
  window: Window,
): Promise<Page<Concern>> {
  let query = db
    .selectFrom('trust.concerns')
    .selectAll()
    .where('about_person_id', 'is distinct from', readerId)
    .$if(state !== null, (all) => all.where('state', '=', state));
  if (window.after)
    query = query.where(
      sql<boolean>`exists (
        select from trust.concerns c where c.id = ${window.after} and c.about_person_id is distinct from ${readerId} and (concerns.state > c.state or concerns.state = c.state
          and (coalesce(concerns.closed_at, concerns.raised_at), concerns.id) < (coalesce(c.closed_at, c.raised_at), c.id)))`,
    );
  const rows = await query
    .orderBy('state')
    .orderBy(sql`coalesce(closed_at, raised_at)`, 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  return toPage(
    rows.map((row) => toConcern(db, row)),
    window,
    ({ id }) => id,
  );
}

/** How many of them are under way, by their state. */
export async function countOpenConcerns(
  db: Database,
  readerId: string,
): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('trust.concerns')
    .select((is) => ['state', is.fn.countAll<number>().as('count')])
    .where('about_person_id', 'is distinct from', readerId)
    .where('state', '<>', sql.lit('closed'))
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

/** The concerns about one person and those they raised, the newest first; none about whoever reads. */
export async function listConcernsWith(
  db: Database,
  who: { readonly personId: string; readonly readerId: string },
  window: Window,
): Promise<Page<Concern>> {
  let query = concernsWith(db, who).selectAll();
  if (window.after)
    query = query.where(
      sql<boolean>`(raised_at, id) < (
        select raised_at, id from trust.concerns where id = ${window.after} and about_person_id is distinct from ${who.readerId})`,
    );
  const rows = await query
    .orderBy('raised_at', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  return toPage(
    rows.map((row) => toConcern(db, row)),
    window,
    ({ id }) => id,
  );
}

/** How many of them are not closed. */
export async function countOpenConcernsWith(
  db: Database,
  who: { readonly personId: string; readonly readerId: string },
): Promise<number> {
  const row = await concernsWith(db, who)
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow();
  return row.count;
}

function concernsWith(db: Database, who: { readonly personId: string; readonly readerId: string }) {
  const { personId, readerId } = who;
  return db
    .selectFrom('trust.concerns')
    .where((is) => is.or([is('about_person_id', '=', personId), is('raised_by', '=', personId)]))
    .where('about_person_id', 'is distinct from', readerId);
}
