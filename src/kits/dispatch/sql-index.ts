import { distancePoints } from '../../matching/dispatch/factors.ts';
import { languageOptions, preferencePoints } from '../../matching/dispatch/language.ts';
import { checkIndexWeights, mostPostingPoints } from '../../matching/dispatch/memory/check.ts';
import { cellOf, metersToCell, metersToRing, visitRing } from '../../matching/dispatch/memory/grid.ts';
import { compareRanked, rankVolunteers } from '../../matching/dispatch/rank.ts';
import { checkRequest } from '../../matching/dispatch/request.ts';
import type { DispatchIndex, DispatchRequest, RankedVolunteer } from '../../matching/dispatch/types.ts';
import type { Weights } from '../../matching/dispatch/weights.ts';
import type { Database } from '../../platform/database/connect.ts';
import { type Found, type Part, searchAnywhere, searchNear, type Wanted } from './store/search.ts';

/** A list with fewer people is read as a whole, which is quicker than asking for many cells (`Part.wholeBelow`). */
const SMALL = 2_000;
const EVERY_LIST = 2 ** 31 - 1;

/** How far to look for a first idea of the best, how many of the nearest cells to sample, and how many rows of each. */
const STAGES = [
  { rings: 5, sample: { cells: 9, rows: 8 } },
  { rings: 6, sample: { cells: 49, rows: 20 } },
  { rings: 10, sample: { cells: 441, rows: 60 } },
] as const;
const MOST_RINGS = 10;

/**
 * The dispatch ranking out of PostgreSQL alone: what a process uses that holds no index in memory. It answers as
 * `rankVolunteers` does over the volunteers that were written, and leaves the last word to that function.
 */
export class SqlDispatchIndex implements DispatchIndex {
  readonly #db: Database;
  readonly #weights: Weights;
  readonly #small: number;

  /**
   * @param weights those with which the volunteers were written
   * @param small below how many people a list is read as a whole: changes the way, never the answer
   * @throws RangeError for weights that do not fit the index
   */
  constructor(db: Database, weights: Weights, small = SMALL) {
    checkIndexWeights(weights);
    this.#db = db;
    this.#weights = weights;
    this.#small = small;
  }

  /**
   * The best who fit, in the order and with the reasons of `rankVolunteers`.
   * @param limit how many at most, 1 to 1,000
   * @throws RangeError for a request that cannot be ranked exactly
   */
  async best(request: DispatchRequest, limit: number): Promise<RankedVolunteer[]> {
    checkRequest(request, limit);
    const options = languageOptions(request).map((language, position) => {
      const shift = -preferencePoints({ language, position, level: 0, scarcityGap: 0 }, this.#weights);
      return { language, shift };
    });
    const wanted = { request, weights: this.#weights, options };
    const search = new Search(this.#db, wanted, { limit, small: this.#small });
    return request.mode === 'in_person' ? search.near() : search.anywhere();
  }
}

/** What a part of the search has proven: nobody of that part who is not here comes before the last of them. */
interface Proven {
  readonly ranked: readonly RankedVolunteer[];
  readonly found: Found;
}

class Search {
  readonly #db: Database;
  readonly #wanted: Wanted;
  readonly #limit: number;
  readonly #small: number;
  /** How many candidates to read. */
  #most: number;

  constructor(db: Database, wanted: Wanted, { limit, small }: { limit: number; small: number }) {
    this.#db = db;
    this.#wanted = wanted;
    this.#limit = limit;
    this.#small = small;
    const { askedVolunteerIds, restrictedVolunteerIds } = wanted.request;
    const barred = askedVolunteerIds.length + restrictedVolunteerIds.length;
    // Nearly everybody whose row fits does: pauses, visits and households are what a row does not tell.
    this.#most = limit + 1 + Math.ceil(limit / 20) + Math.min(limit, barred);
  }

  async anywhere(): Promise<RankedVolunteer[]> {
    return [...(await this.#read((most) => searchAnywhere(this.#db, this.#wanted, most))).ranked];
  }

  /** Around the place as far as it takes for a floor, then only where somebody could still reach it. */
  async near(): Promise<RankedVolunteer[]> {
    for (const { rings, sample } of STAGES) {
      const { ranked, found } = await this.#readNear({ cells: this.#cells(0, rings), sample });
      if (!found.isPartial) return [...ranked];
      if (found.floor !== null) return this.#goOn({ ranked, found }, rings);
    }
    return [...(await this.#readNear({ wholeBelow: EVERY_LIST })).ranked];
  }

  /** Goes on outward from so many rings, for as long as somebody there could come before the last. */
  async #goOn({ ranked, found }: Proven, rings: number): Promise<RankedVolunteer[]> {
    const floor = ranked[this.#limit - 1]?.score ?? 0;
    const isWorth = (ring: number) => this.#pointsFrom(ring) + this.#mostPoints() + found.above >= floor;
    let end = rings;
    while (end < MOST_RINGS && isWorth(end + 1)) end++;
    const parts: Partial<Part>[] = [];
    if (end > rings) parts.push({ floor, cells: this.#cells(rings + 1, end) });
    if (isWorth(end + 1)) {
      parts.push({ floor, wholeBelow: EVERY_LIST, wholePoints: this.#pointsFrom(end + 1) });
    }
    const lists = [ranked];
    for (const part of parts) lists.push((await this.#readNear(part)).ranked);
    return merge(lists, this.#limit);
  }

  #readNear(part: Partial<Part>): Promise<Proven> {
    const whole = {
      cells: [],
      sample: { cells: 0, rows: 0 },
      floor: null,
      wholeBelow: this.#small,
      wholePoints: this.#wanted.weights.distanceFull,
      ...part,
    };
    return this.#read((most) => searchNear(this.#db, this.#wanted, { ...whole, most }), whole.floor);
  }

  /**
   * Reads more and more candidates, until nobody who was not returned can come before the last of as many as wanted, or
   * can have the floor that was given; or until nothing can be said because too few were sampled.
   */
  async #read(search: (most: number) => Promise<Found>, given: number | null = null): Promise<Proven> {
    const limit = this.#limit;
    // Where many did not fit, many will not fit further out: what was raised stays raised.
    for (; ; this.#most *= 3) {
      const most = this.#most;
      const found = await search(most);
      const { candidates, last, floor, isPartial, above, below } = found;
      const ranked = this.#rank(found);
      const worst = ranked[limit - 1]?.score ?? Number.NEGATIVE_INFINITY;
      // On the day of writing totals are scores, and equal ones come in the order of ids.
      const isProven =
        candidates.length < most
          ? !isPartial || given !== null || (floor !== null && worst >= floor + above)
          : ranked.length === limit && (above + below === 0 || worst > (last ?? 0) + above);
      if (isProven || (isPartial && floor === null)) return { ranked, found };
    }
  }

  #rank({ candidates }: Found): RankedVolunteer[] {
    const { request, weights } = this.#wanted;
    return rankVolunteers(request, candidates, weights, this.#limit).ranked;
  }

  /** The cells from one ring to another, with the points for living there at the most; the nearest first. */
  #cells(from: number, to: number): Part['cells'] {
    const place = this.#wanted.request.place!;
    const cells: { cell: number; points: number }[] = [];
    for (let ring = from; ring <= to; ring++) {
      visitRing(cellOf(place), ring, (cell) => {
        cells.push({ cell, points: distancePoints(metersToCell(place, cell), this.#wanted.weights) });
      });
    }
    return cells.sort((one, other) => other.points - one.points);
  }

  /** The most points for distance from a ring outward. */
  #pointsFrom(ring: number): number {
    return distancePoints(metersToRing(ring), this.#wanted.weights);
  }

  /** The most points beside distance. */
  #mostPoints(): number {
    const { weights, options } = this.#wanted;
    const shift = Math.max(...options.map((option) => option.shift));
    return shift + mostPostingPoints(weights) + weights.categorySkill + weights.categoryPractice;
  }
}

/** The best of several lists in which a volunteer, if they come twice, comes with the same score. */
function merge(lists: readonly (readonly RankedVolunteer[])[], limit: number): RankedVolunteer[] {
  const byId = new Map(lists.flat().map((ranked) => [ranked.volunteerId, ranked]));
  return [...byId.values()].sort(compareRanked).slice(0, limit);
}
