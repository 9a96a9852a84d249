import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import type { Pair, PairState } from '../../types.ts';
import { selectPairs, toPair } from '../store.ts';

/** The parts of the list of pairs. */
export const PARTS = ['proposals', 'introductions', 'running', 'over'] as const;
export type Part = (typeof PARTS)[number];
const STATES_OF: Readonly<Record<Part, readonly PairState[]>> = {
  proposals: ['proposed', 'offered'],
  introductions: ['introduction'],
  running: ['active', 'paused'],
  over: ['fell_through', 'completed', 'ended'],
};

/** Nobody finds what they are in themselves. */
const isNotOf = (readerId: string | null) =>
  sql<boolean>`not exists (select from pairs.members m where m.person_id = ${readerId}::uuid
    and m.application_id in (p.volunteer_application_id, p.resident_application_id))`;

/** Pairs of a part: the oldest first, of what is over the newest. @param of.inCareOf of one coordinator only */
export function listPairs(
  db: Database,
  of: { readonly part: Part; readonly readerId: string | null; readonly inCareOf: string | null },
  window: Window,
): Promise<Page<Pair>> {
  const pairs = selectPairs(db)
    .where('p.state', 'in', STATES_OF[of.part])
    .where(isNotOf(of.readerId))
    .$if(of.inCareOf !== null, (query) => query.where('p.coordinator_id', '=', of.inCareOf));
  return pageOf(db, pairs, { ...window, order: of.part === 'over' ? 'desc' : 'asc' });
}

async function pageOf(
  db: Database,
  pairs: ReturnType<typeof selectPairs>,
  window: Window & { readonly order: 'asc' | 'desc' },
): Promise<Page<Pair>> {
  const { after, limit, order } = window;
  const behind = order === 'desc' ? sql.raw('<') : sql.raw('>');
  const rows = await pairs
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(p.proposed_at, p.id) ${behind} (select proposed_at, id from pairs.pairs where id = ${after}::uuid)`,
      ),
    )
    .orderBy('p.proposed_at', order)
    .orderBy('p.id', order)
    .limit(limit + 1)
    .execute();
  return toPage(
    rows.map((row) => toPair(db, row)),
    window,
    ({ id }) => id,
  );
}

/** How many there are of each part but those that are over. */
export async function countPairs(
  db: Database,
  readerId: string | null,
): Promise<Readonly<Record<string, number>>> {
  const rows = await selectPairs(db)
    .clearSelect()
    .select(['p.state', sql<number>`count(*)::int`.as('count')])
    .where('p.state', 'in', [...STATES_OF.proposals, ...STATES_OF.introductions, ...STATES_OF.running])
    .where(isNotOf(readerId))
    .groupBy('p.state')
    .execute();
  const countOf = (part: Part) =>
    rows.filter(({ state }) => STATES_OF[part].includes(state)).reduce((sum, { count }) => sum + count, 0);
  return {
    '': countOf('proposals'),
    introductions: countOf('introductions'),
    running: countOf('running'),
  };
}

/** The pairs in which somebody is or was, the newest first; not those of the reader. */
export function listPairsWith(
  db: Database,
  of: { readonly personId: string; readonly readerId: string },
  window: Window,
): Promise<Page<Pair>> {
  const pairs = selectPairs(db)
    .where(
      sql<boolean>`p.id in (
        select own.id from pairs.members m
        join pairs.pairs own on m.application_id in (own.volunteer_application_id, own.resident_application_id)
        where m.person_id = ${of.personId}::uuid)`,
    )
    .where(isNotOf(of.readerId));
  return pageOf(db, pairs, { ...window, order: 'desc' });
}
