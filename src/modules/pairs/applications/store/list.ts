import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import type { Application, ApplicationState, Side } from '../../types.ts';
import { selectApplications, toApplication } from '../store.ts';

/** The parts of the list of applications. */
export const PARTS = ['submitted', 'accepted', 'ready', 'paused', 'over'] as const;
export type Part = (typeof PARTS)[number];
const STATES_OF: Readonly<Record<Part, readonly ApplicationState[]>> = {
  submitted: ['submitted'],
  accepted: ['accepted'],
  ready: ['ready'],
  paused: ['paused'],
  over: ['declined', 'withdrawn', 'expired', 'ended'],
};

/** Applications of a part, of both sides or one: who waits, the longest first; what is over, the newest first. */
export async function listApplications(
  db: Database,
  of: { readonly part: Part; readonly side?: Side | undefined },
  window: Window,
): Promise<Page<Application>> {
  const isOver = of.part === 'over';
  const behind = isOver ? sql.raw('<') : sql.raw('>');
  let query = selectApplications(db)
    .where('a.state', 'in', STATES_OF[of.part])
    .orderBy('a.submitted_at', isOver ? 'desc' : 'asc')
    .orderBy('a.id', isOver ? 'desc' : 'asc')
    .limit(window.limit + 1);
  if (of.side) query = query.where('a.side', '=', of.side);
  if (window.after)
    query = query.where(
      sql<boolean>`(a.submitted_at, a.id) ${behind} (select submitted_at, id from pairs.applications where id = ${window.after}::uuid)`,
    );
  const rows = await query.execute();
  return toPage(
    rows.map((row) => toApplication(db, row)),
    window,
    ({ id }) => id,
  );
}

/** How many wait for a decision, and to be ready. */
export async function countWaiting(db: Database): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('pairs.applications')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('state', 'in', ['submitted', 'accepted'])
    .groupBy('state')
    .execute();
  return {
    '': 0,
    accepted: 0,
    ...Object.fromEntries(rows.map(({ state, count }) => [state === 'submitted' ? '' : state, count])),
  };
}
