import { compareRanked } from '../../matching/dispatch/rank.ts';
import type { DispatchRequest, RankedVolunteer } from '../../matching/dispatch/types.ts';
import { DEFAULT_WEIGHTS } from '../../matching/dispatch/weights.ts';
import type { Database } from '../../platform/database/connect.ts';
import { SqlDispatchIndex } from './sql-index.ts';
import { listChanged } from './store/changes.ts';
import { listNearest } from './store/nearest.ts';
import type { Volunteers } from './volunteers.ts';

/** Up to so many are all judged for each request: read and ranked in some fifty milliseconds, by nothing that could be behind the times. */
export const FEW = 200;
/** Whoever changed in the last moments is looked at beside those whom the index proposes; more than these never are. */
const MOST_CHANGED = 1000;
/** Of those who fit, no more are ever ranked. */
export const MOST_PROPOSED = 1000;

/** A request, and how many people are wanted for it. */
interface Wanting {
  readonly request: DispatchRequest;
  readonly most: number;
}

interface Asking<Ranked> extends Wanting {
  /** Says who of some people fits at this moment, best first. */
  judge(ids: readonly string[]): Promise<readonly Ranked[]>;
}

/** The best who fit a request at this moment. @param few up to how many all are judged: changes the way, never the answer */
export async function findBest<Ranked extends RankedVolunteer>(
  db: Database,
  volunteers: Volunteers,
  asking: Asking<Ranked>,
  few = FEW,
): Promise<readonly Ranked[]> {
  const everybody = await volunteers.list(db, null, few + 1);
  const ranked = everybody.length <= few ? await asking.judge(everybody) : await propose(db, asking);
  return ranked.slice(0, asking.most);
}

/** Whom to look at to explain who does not fit: everybody, or as many as wanted who come nearest to a request, and who has just changed. */
export async function lookAround(
  db: Database,
  volunteers: Volunteers,
  { request, most }: Wanting,
  few = FEW,
): Promise<{ ids: readonly string[]; looked: 'everybody' | 'nearest' }> {
  const everybody = await volunteers.list(db, null, few + 1);
  if (everybody.length <= few) return { ids: everybody, looked: 'everybody' };
  const nearest = await listNearest(db, request, most);
  const changed = await listChanged(db, most);
  return { ids: [...new Set([...changed, ...nearest])], looked: 'nearest' };
}

/**
 * The index proposes, what holds at this moment decides: those proposed, and those who changed since they were copied into
 * the index, are judged. When too few of those proposed fit, the next ones are.
 */
async function propose<Ranked extends RankedVolunteer>(
  db: Database,
  { request: asked, most, judge }: Asking<Ranked>,
): Promise<readonly Ranked[]> {
  // Asked first: whoever is copied in the meantime is then found in the index.
  const changed = await listChanged(db, MOST_CHANGED);
  const index = new SqlDispatchIndex(db, DEFAULT_WEIGHTS);
  const unfit = new Set<string>();
  for (let atMost = Math.min(most + 10, MOST_PROPOSED); ; atMost = Math.min(atMost * 4, MOST_PROPOSED)) {
    const request = { ...asked, askedVolunteerIds: [...asked.askedVolunteerIds, ...unfit] };
    const proposed = await index.best(request, atMost);
    const ids = proposed.map(({ volunteerId }) => volunteerId);
    const ranked = await judge([...new Set([...changed, ...ids])]);
    const last = proposed.at(-1);
    const worst = ranked[most - 1];
    const isProven = worst !== undefined && last !== undefined && compareRanked(worst, last) <= 0;
    if (!last || proposed.length < atMost || isProven) return ranked;
    const fitting = new Set(ranked.map(({ volunteerId }) => volunteerId));
    const others = ids.filter((id) => !fitting.has(id));
    if (atMost === MOST_PROPOSED && others.length === 0) return ranked;
    for (const id of others) unfit.add(id);
  }
}
