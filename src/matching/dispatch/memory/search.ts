import { distancePoints } from '../factors.ts';
import { SearchAround } from './around.ts';
import { leastPostingPoints, mostCategoryPoints, mostPostingPoints } from './check.ts';
import { Contest, type SearchBounds } from './contest.ts';
import type { Frontier } from './frontier.ts';
import type { PostingArena } from './lists/arena.ts';
import { NO_CATEGORY } from './lists/ladder.ts';
import type { Plan } from './plan.ts';
import { besideSlot, knowsCategory, levelOf, slotOf } from './posting.ts';
import type { Roster } from './roster.ts';
import type { Shelves } from './shelves.ts';
import type { Entry } from './top.ts';

/** A shelf with fewer people is looked through by score even for a visit, quicker than going over its cells. */
const SMALL_SHELF = 300;

/** The parts of the index that a search reads, and the frontier it may use. */
export type SearchedIndex = { roster: Roster; shelves: Shelves; frontier: Frontier; bounds: SearchBounds };

/** The best who fit, best first: one exact search. */
export function findBest(plan: Plan, limit: number, index: SearchedIndex): Entry[] {
  const contest = new Contest(plan, limit, index.roster, index.bounds);
  const around: number[] = [];
  const byScore: number[] = [];
  for (const [number, { shelf }] of plan.options.entries()) {
    if (plan.isInPerson && shelf.size > SMALL_SHELF) around.push(number);
    else byScore.push(number);
  }
  if (around.length > 0) new SearchAround(contest, around, index.shelves.byPlace, index.frontier).run();
  if (byScore.length > 0) new Descent(contest, byScore, index.shelves.byScore).run();
  return contest.top.entries;
}

/**
 * The search by score: goes down the ladders of some languages together, from the highest possible score, until
 * nobody can enter any more. Those who know the category are met on its ladder, everybody else on the one without.
 */
class Descent {
  private contest: Contest;
  private arena: PostingArena;
  private options: readonly number[];

  constructor(contest: Contest, options: readonly number[], arena: PostingArena) {
    this.contest = contest;
    this.options = options;
    this.arena = arena;
  }

  run(): void {
    const { plan, top } = this.contest;
    const { weights, isInPerson, category } = plan;
    const distance = isInPerson ? weights.distanceFull : 0;
    const shifts = this.options.map((number) => distance + this.contest.shiftOf(plan.options[number]!));
    const highest = mostPostingPoints(weights) + mostCategoryPoints(weights) + Math.max(...shifts);
    const lowest = leastPostingPoints(weights) + Math.min(...shifts);
    for (let bound = highest; bound >= Math.max(lowest, top.floor); bound--) {
      for (let index = 0; index < shifts.length; index++) {
        const number = this.options[index]!;
        this.stepOn(number, category, bound - shifts[index]!, bound);
        this.stepOn(number, NO_CATEGORY, bound - shifts[index]!, bound);
      }
    }
  }

  /** Looks at everybody on a rung, all of whom have the same bound; the later have the later ids. */
  private stepOn(option: number, category: number, score: number, bound: number): void {
    const { contest, arena } = this;
    const { plan, top } = contest;
    const list = plan.options[option]!.shelf.ladder.listOf(category, score);
    if (list < 0) return;
    const { words, step } = arena;
    const start = arena.startOf(list) * step;
    const end = start + arena.lengthOf(list) * step;
    for (let at = start; at < end; at += step) {
      const key = words[at]!;
      const who = words[at + 1]!;
      if (levelOf(key) < plan.neededLevel || (plan.gender !== 0 && besideSlot(who) !== plan.gender)) continue;
      if (category === NO_CATEGORY && knowsCategory(key, plan.category)) continue;
      if (!top.admits(bound, slotOf(who))) return;
      const distance = plan.isInPerson ? this.distanceTo(slotOf(who)) : 0;
      if (distance !== null) contest.consider(slotOf(who), bound + distance, option, levelOf(key));
    }
  }

  /** Points that the distance to somebody takes from the bound, 0 or less; null when it is further than they go. */
  private distanceTo(slot: number): number | null {
    const { plan } = this.contest;
    const meters = plan.reachableMeters(slot);
    return meters < 0 ? null : distancePoints(meters, plan.weights) - plan.weights.distanceFull;
  }
}
