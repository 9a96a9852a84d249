import type pg from 'pg';
import { distancePoints } from '../../../matching/dispatch/factors.ts';
import { EASY_JAPANESE, languageOptions, preferencePoints } from '../../../matching/dispatch/language.ts';
import {
  checkIndexWeights,
  mostPostingPoints,
  mostRestPoints,
} from '../../../matching/dispatch/memory/check.ts';
import {
  CELLS_ACROSS,
  cellOf,
  metersToCell,
  metersToRing,
  visitRing,
} from '../../../matching/dispatch/memory/grid.ts';
import { MOST_REACH } from '../../../matching/dispatch/memory/roster.ts';
import { compareRanked, rankVolunteers } from '../../../matching/dispatch/rank.ts';
import { checkRequest } from '../../../matching/dispatch/request.ts';
import type { DispatchIndex, DispatchRequest, RankedVolunteer } from '../../../matching/dispatch/types.ts';
import type { Weights } from '../../../matching/dispatch/weights.ts';
import { type Candidate, findCandidates, type Look, type Zone } from './store/search.ts';
import { countDispatchRows, readScoredOn } from './store/write.ts';

/** A language with fewer people is read as a whole, which is quicker than asking for many cells. */
const SMALL = 4_000;
const COUNTS_LAST_MILLISECONDS = 10 * 60_000;

/** How far around the place to look for a first idea of the best, and how many to take of each cell. */
const SAMPLES = [
  { rings: 1, perZone: 10 },
  { rings: 4, perZone: 30 },
  { rings: 12, perZone: null },
] as const;

/** A language in which the request can be served. */
interface Option {
  readonly language: string;
  readonly isSmall: boolean;
  readonly shift: number;
  /** The most that a row can get beside its score and distance; and with the score. */
  readonly extra: number;
  readonly most: number;
}

/** A zone with the points for living there. */
type PlacedZone = Zone & { readonly points: number };

interface Counts {
  readonly sizes: ReadonlyMap<string, number>;
  readonly scoredOn: number;
  readonly until: number;
}

/**
 * The dispatch ranking out of PostgreSQL alone: what a process uses that holds no index in memory. It answers as
 * `rankVolunteers` does over the volunteers that were written, and leaves the last word to that function.
 */
export class SqlDispatchIndex implements DispatchIndex {
  readonly #pool: pg.Pool;
  readonly #weights: Weights;
  readonly #small: number;
  #counts: Counts | null = null;

  /**
   * @param weights those with which the volunteers were written
   * @param small below how many people a language is read as a whole: changes the way, never the answer
   * @throws RangeError for weights that do not fit the index
   */
  constructor(pool: pg.Pool, weights: Weights, small = SMALL) {
    this.#small = small;
    checkIndexWeights(weights);
    this.#pool = pool;
    this.#weights = weights;
  }

  /**
   * The best who fit, in the order and with the reasons of `rankVolunteers`.
   * @param limit how many at most, 1 to 1,000
   * @throws RangeError for a request that cannot be ranked exactly
   */
  async best(request: DispatchRequest, limit: number): Promise<RankedVolunteer[]> {
    checkRequest(request, limit);
    const options = await this.#optionsOf(request);
    const near = request.mode === 'in_person' ? options.filter(({ isSmall }) => !isSmall) : [];
    const whole = options.filter((option) => !near.includes(option));
    const sampled = await this.#sample(request, limit, { near, whole });
    const floor = sampled[limit - 1]?.score ?? null;
    const { distanceFull } = this.#weights;
    const farthest = request.mode === 'in_person' ? distanceFull : 0;
    // With too few found so far, nothing limits how far away the others may live.
    const anywhere = floor === null ? options : whole;
    const zones = anywhere.map((option) => toZone(option, -1, farthest));
    const cells = floor === null ? [] : this.#cellsWorth(request, near, floor);
    const found = await Promise.all(
      [zones, cells].map((each) => this.#read(request, limit, { zones: each, floor, perZone: null })),
    );
    return merge(found, limit);
  }

  /** A first few good ones, quickly, whose scores tell what need not be read at all. */
  async #sample(
    request: DispatchRequest,
    limit: number,
    { near, whole }: { near: readonly Option[]; whole: readonly Option[] },
  ): Promise<RankedVolunteer[]> {
    const { distanceFull } = this.#weights;
    const zones = whole.map((option) => toZone(option, -1, distanceFull));
    let ranked = await this.#glance(request, limit, { zones, floor: null, perZone: 3 * limit });
    if (near.length === 0) return ranked;
    for (const { rings, perZone } of SAMPLES) {
      const cells = this.#cellsWithin(request, near, rings);
      ranked = merge(
        [ranked, await this.#glance(request, limit, { zones: cells, floor: null, perZone })],
        limit,
      );
      if (ranked.length === limit) break;
    }
    return ranked;
  }

  async #glance(
    request: DispatchRequest,
    limit: number,
    look: Omit<Look, 'limit'>,
  ): Promise<RankedVolunteer[]> {
    if (look.zones.length === 0) return [];
    const candidates = await findCandidates(this.#pool, request, this.#weights, {
      ...look,
      limit: 2 * limit,
    });
    return this.#rank(request, candidates, limit);
  }

  /**
   * The best of some zones, proven: whoever is not returned comes after all that are, so that it is enough when
   * either all were returned or as many as wanted fit.
   */
  async #read(
    request: DispatchRequest,
    limit: number,
    look: Omit<Look, 'limit'>,
  ): Promise<RankedVolunteer[]> {
    if (look.zones.length === 0) return [];
    for (let most = 2 * limit + 10; ; most *= 4) {
      const candidates = await findCandidates(this.#pool, request, this.#weights, { ...look, limit: most });
      const ranked = this.#rank(request, candidates, limit);
      if (candidates.length < most || ranked.length === limit) return ranked;
    }
  }

  #rank(request: DispatchRequest, candidates: readonly Candidate[], limit: number): RankedVolunteer[] {
    const volunteers = new Map(candidates.map(({ facts }) => [facts.id, facts]));
    return rankVolunteers(request, [...volunteers.values()], this.#weights, limit).ranked;
  }

  async #optionsOf(request: DispatchRequest): Promise<Option[]> {
    const { sizes, scoredOn } = await this.#readCounts();
    const weights = this.#weights;
    const days = Math.max(0, request.today - scoredOn);
    const lag = Math.min(days * (weights.askedPerDay + weights.servedPerDay), mostRestPoints(weights));
    return languageOptions(request).map((language, position) => {
      const shift = -preferencePoints({ language, position, level: 0, scarcityGap: 0 }, weights);
      const easy = language === EASY_JAPANESE ? weights.easyJapanese : 0;
      const category = weights.categorySkill + weights.categoryPractice;
      return {
        language,
        isSmall: (sizes.get(`${request.task} ${language}`) ?? 0) < this.#small,
        shift,
        extra: shift + lag + category,
        most: shift + lag + category + mostPostingPoints(weights) - easy,
      };
    });
  }

  /** Sizes decide only what is quicker; an older day makes bounds wider, never wrong. */
  async #readCounts(): Promise<Counts> {
    const now = performance.now();
    if (!this.#counts || this.#counts.until < now) {
      const scoredOn = await readScoredOn(this.#pool);
      const sizes = await countDispatchRows(this.#pool);
      this.#counts = { sizes, scoredOn, until: now + COUNTS_LAST_MILLISECONDS };
    }
    return this.#counts;
  }

  #cellsWithin(request: DispatchRequest, options: readonly Option[], rings: number): PlacedZone[] {
    const place = request.place!;
    const zones: PlacedZone[] = [];
    for (let ring = 0; ring <= rings; ring++) {
      visitRing(cellOf(place), ring, (cell) => {
        const points = distancePoints(metersToCell(place, cell), this.#weights);
        for (const option of options) zones.push(toZone(option, cell, points));
      });
    }
    return zones;
  }

  /** The cells in which somebody could have at least so many points. */
  #cellsWorth(request: DispatchRequest, options: readonly Option[], floor: number): Zone[] {
    if (options.length === 0) return [];
    const most = Math.max(...options.map((option) => option.most));
    let rings = 0;
    const isWorth = (ring: number) =>
      ring < CELLS_ACROSS &&
      metersToRing(ring) <= MOST_REACH * 1000 &&
      most + distancePoints(metersToRing(ring), this.#weights) >= floor;
    while (isWorth(rings + 1)) rings++;
    return this.#cellsWithin(request, options, rings).filter(
      ({ language, points }) =>
        points + (options.find((option) => option.language === language)?.most ?? 0) >= floor,
    );
  }
}

function toZone({ language, shift, extra }: Option, cell: number, points: number): PlacedZone {
  return { language, cell, shift, most: extra + points, points };
}

/** The best of several lists in which a volunteer, if they come twice, comes with the same score. */
function merge(lists: readonly RankedVolunteer[][], limit: number): RankedVolunteer[] {
  const byId = new Map(lists.flat().map((ranked) => [ranked.volunteerId, ranked]));
  return [...byId.values()].sort(compareRanked).slice(0, limit);
}
