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

/** Who fits best, and whatever else a program says of those whom it judged. */
interface Judged {
  readonly ranked: readonly RankedVolunteer[];
}

interface Asking<Judgment> {
  readonly request: DispatchRequest;
  /** How many are wanted. */
  readonly most: number;
  /** How many who come nearest to the request are judged beside them, where not everybody is: to say why they do not fit. */
  readonly nearest: number;
  /** Says who of some people fits at this moment, best first. */
  judge(ids: readonly string[]): Promise<Judgment>;
}

/**
 * The best who fit a request at this moment, and the judgment on all who were looked at.
 * @param few up to how many everybody is: changes the way, never who is named
 * @returns `isCut` where more fit than are wanted
 */
export async function findFitting<Judgment extends Judged>(
  db: Database,
  volunteers: Volunteers,
  asking: Asking<Judgment>,
  few = FEW,
): Promise<Judgment & { looked: 'everybody' | 'nearest'; isCut: boolean }> {
  const everybody = await volunteers.list(db, null, few + 1);
  const looked = everybody.length <= few ? 'everybody' : 'nearest';
  const judged = looked === 'everybody' ? await asking.judge(everybody) : await propose(db, asking);
  const { ranked } = judged;
  return { ...judged, ranked: ranked.slice(0, asking.most), looked, isCut: ranked.length > asking.most };
}

/**
 * The index proposes, what holds at this moment decides: those proposed, and those who changed since they were copied into
 * the index, are judged. When too few of those proposed fit, the next ones are.
 */
async function propose<Judgment extends Judged>(
  db: Database,
  { request: asked, most, nearest, judge }: Asking<Judgment>,
): Promise<Judgment> {
  // Asked first: whoever is copied in the meantime is then found in the index.
  const changed = await listChanged(db, MOST_CHANGED);
  const near = nearest > 0 ? await listNearest(db, asked, nearest) : [];
  const index = new SqlDispatchIndex(db, DEFAULT_WEIGHTS);
  const unfit = new Set<string>();
  let first: Judgment | undefined;
  for (let atMost = Math.min(most + 10, MOST_PROPOSED); ; atMost = Math.min(atMost * 4, MOST_PROPOSED)) {
    const request = { ...asked, askedVolunteerIds: [...asked.askedVolunteerIds, ...unfit] };
    const proposed = await index.best(request, atMost);
    const ids = proposed.map(({ volunteerId }) => volunteerId);
    const judged = await judge([...new Set([...changed, ...ids, ...(first ? [] : near)])]);
    first ??= judged;
    const { ranked } = judged;
    const last = proposed.at(-1);
    const worst = ranked[most - 1];
    const isProven = worst !== undefined && last !== undefined && compareRanked(worst, last) <= 0;
    if (!last || proposed.length < atMost || isProven) return { ...first, ranked };
    const fitting = new Set(ranked.map(({ volunteerId }) => volunteerId));
    const others = ids.filter((id) => !fitting.has(id));
    if (atMost === MOST_PROPOSED && others.length === 0) return { ...first, ranked };
    for (const id of others) unfit.add(id);
  }
}
