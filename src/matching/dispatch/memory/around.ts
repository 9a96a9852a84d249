import { distancePoints } from '../factors.ts';
import { mostCategoryPoints, mostPostingPoints } from './check.ts';
import type { Contest } from './contest.ts';
import type { Frontier, Stretch } from './frontier.ts';
import { CELLS_ACROSS, cellOf, metersToCell, metersToRing, visitRing } from './grid.ts';
import type { PostingArena } from './lists/arena.ts';
import {
  besideSlot,
  EARLY_WORD,
  EAST_WORD,
  LATE_WORD,
  lessThanBest,
  levelOf,
  NO_SCORE,
  NORTH_WORD,
  scoreOf,
  slotOf,
} from './posting.ts';

/**
 * The search around a place, best first. Every list has an upper bound on the score of whoever comes next in it. The
 * list with the highest bound is followed first, and squares are opened ring by ring as long as the next ring could
 * hold a higher one. When the highest bound cannot beat the last of the best any more, they are proven.
 */
export class SearchAround {
  private contest: Contest;
  private arena: PostingArena;
  private frontier: Frontier;
  private options: readonly number[];
  private center: number;
  private ring = 0;
  private ringBound: number;
  private now: Stretch = { start: 0, end: 0, option: 0, distance: 0 };

  /** @param options the numbers of the languages whose shelves are to be searched */
  constructor(contest: Contest, options: readonly number[], arena: PostingArena, frontier: Frontier) {
    this.contest = contest;
    this.options = options;
    this.arena = arena;
    this.frontier = frontier;
    this.center = cellOf(contest.plan.request.place!);
    this.ringBound = this.boundOfRing(0);
  }

  run(): void {
    const { frontier } = this;
    const { top } = this.contest;
    frontier.clear();
    for (;;) {
      const best = Math.max(frontier.best, this.ringBound);
      if (best === -Infinity || best < top.floor) return;
      if (this.ringBound >= frontier.best) this.openRing();
      else this.follow(frontier.pop());
    }
  }

  private openRing(): void {
    const { furthestReach } = this.contest.bounds;
    visitRing(this.center, this.ring, (cell) => this.openCell(cell));
    this.ring++;
    const isDone = this.ring >= CELLS_ACROSS || metersToRing(this.ring) > furthestReach;
    this.ringBound = isDone ? -Infinity : this.boundOfRing(this.ring);
  }

  private openCell(cell: number): void {
    const { plan, top } = this.contest;
    let meters = -1;
    for (const number of this.options) {
      const option = plan.options[number]!;
      const { cells } = option.shelf;
      const head = cells.headOf(plan.category, cell);
      if (head === NO_SCORE) continue;
      if (meters < 0) meters = metersToCell(plan.request.place!, cell);
      const distance = distancePoints(meters, plan.weights);
      const bound = head + this.contest.shiftOf(option) + distance;
      if (bound < top.floor || meters > cells.reachOf(cell)) continue;
      const { now, arena } = this;
      const list = cells.listOf(cell);
      now.start = arena.startOf(list);
      now.end = now.start + arena.lengthOf(list);
      now.option = number;
      now.distance = distance;
      this.frontier.add(bound, now);
    }
  }

  private boundOfRing(ring: number): number {
    const { weights, options } = this.contest.plan;
    const shift = Math.max(...this.options.map((number) => this.contest.shiftOf(options[number]!)));
    const distance = distancePoints(metersToRing(ring), weights);
    return mostPostingPoints(weights) + mostCategoryPoints(weights) + shift + distance;
  }

  /** Goes along a list for as long as anybody in it could still enter. */
  private follow(entry: number): void {
    const { contest, now } = this;
    const { plan, top } = contest;
    const { words, step } = this.arena;
    this.frontier.read(entry, now);
    const { category, neededLevel, weights } = plan;
    const shift = contest.shiftOf(plan.options[now.option]!) + now.distance;
    for (let at = now.start * step; at < now.end * step; at += step) {
      const key = words[at]!;
      const most = scoreOf(key) + shift;
      if (most < top.floor) return;
      const bound = most - lessThanBest(key, category, weights);
      if (bound < top.floor || levelOf(key) < neededLevel) continue;
      const distance = this.distanceAt(at);
      if (distance < 0) continue;
      contest.consider(slotOf(words[at + 1]!), bound - now.distance + distance, now.option, levelOf(key));
    }
  }

  /** Points for the distance to whom a posting stands for, -1 when it already rules them out. */
  private distanceAt(at: number): number {
    const { plan } = this.contest;
    const { words } = this.arena;
    const early = words[at + EARLY_WORD]!;
    if (plan.gender !== 0 && early >>> 30 !== plan.gender) return -1;
    if (!plan.isWithinHours(early, words[at + LATE_WORD]!)) return -1;
    const meters = plan.metersTo(words[at + EAST_WORD]!, words[at + NORTH_WORD]!);
    return meters > besideSlot(words[at + 1]!) * 1000 ? -1 : distancePoints(meters, plan.weights);
  }
}
