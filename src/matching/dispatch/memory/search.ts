import { askedPoints, distancePoints, servedPoints } from '../factors.ts';
import type { PostingArena } from './arena.ts';
import { mostPostingPoints, mostRestPoints } from './check.ts';
import type { Frontier, Stretch } from './frontier.ts';
import { CELLS_ACROSS, cellOf, metersToCell, metersToRing, visitRing } from './grid.ts';
import type { Option, Plan } from './plan.ts';
import { hintsOf, levelOf, maskOf, NO_SCORE, POSTING_WORDS, scoreOf, slotOf } from './posting.ts';
import type { Roster } from './roster.ts';
import { type Entry, Top } from './top.ts';

/** A shelf with fewer people is looked through as a whole, which is quicker than going over its cells. */
const SMALL_SHELF = 1000;

/** What a search needs to know of the index beside the lists. */
export type SearchBounds = {
  /** The days as of which the oldest and the newest postings count rest. */
  oldestDay: number;
  newestDay: number;
  /** The furthest that anybody goes, in meters. */
  furthestReach: number;
};

/** The parts of the index that a search reads, and the frontier it may use. */
export type SearchedIndex = { roster: Roster; arena: PostingArena; frontier: Frontier; bounds: SearchBounds };

/**
 * One exact search, best first. Every list has an upper bound on the score of whoever comes next in it: the
 * posting's score, plus the most that category and distance can still add. The place with the highest bound is
 * looked at first; when the highest bound cannot beat the last of the best any more, they are proven.
 */
export class Search {
  private plan: Plan;
  private roster: Roster;
  private arena: PostingArena;
  private frontier: Frontier;
  private top: Top;
  private bounds: SearchBounds;
  private lag: number;
  private isLate: boolean;
  private mostCategory: number;
  private byCell: number[] = [];
  private ring = 0;
  private ringBound = -Infinity;
  private center = 0;

  constructor(plan: Plan, limit: number, index: SearchedIndex) {
    this.plan = plan;
    this.frontier = index.frontier;
    this.roster = index.roster;
    this.arena = index.arena;
    this.bounds = index.bounds;
    this.top = new Top(limit, (one, other) => index.roster.compare(one, other));
    const { weights, request } = plan;
    const days = Math.max(0, request.today - index.bounds.oldestDay);
    this.lag = Math.min(days * (weights.askedPerDay + weights.servedPerDay), mostRestPoints(weights));
    this.isLate = request.today !== index.bounds.oldestDay || request.today !== index.bounds.newestDay;
    this.mostCategory = weights.categorySkill + weights.categoryPractice;
  }

  /** The best who fit, best first. */
  run(): Entry[] {
    const { frontier } = this;
    frontier.clear();
    this.open();
    for (;;) {
      const best = Math.max(frontier.best, this.ringBound);
      if (best === -Infinity || best < this.top.floor) return this.top.entries;
      if (this.ringBound >= frontier.best) this.openRing();
      else this.follow(frontier.pop());
    }
  }

  private open(): void {
    const { plan } = this;
    for (const [index, option] of plan.options.entries()) {
      if (plan.isInPerson && option.shelf.size > SMALL_SHELF) this.byCell.push(index);
      else this.openMasks(option, index);
    }
    if (this.byCell.length === 0 || !plan.request.place) return;
    this.center = cellOf(plan.request.place);
    this.ringBound = this.boundOfRing(0);
  }

  private openMasks({ shelf, preference }: Option, option: number): void {
    const { lists, heads } = shelf.byMask;
    const { weights, categoryBit, isInPerson } = this.plan;
    const addend = this.lag - preference + (isInPerson ? weights.distanceFull : 0);
    for (let mask = 0; mask < lists.length; mask++) {
      if (heads[mask] === NO_SCORE) continue;
      const category = (mask & categoryBit) !== 0 ? this.mostCategory : 0;
      this.openList(heads[mask]!, { list: lists[mask]!, addend: addend + category, spare: 0, option });
    }
  }

  private openRing(): void {
    for (const option of this.byCell) {
      visitRing(this.center, this.ring, (cell) => this.openCell(option, cell));
    }
    this.ring++;
    const isDone = this.ring >= CELLS_ACROSS || metersToRing(this.ring) > this.bounds.furthestReach;
    this.ringBound = isDone ? -Infinity : this.boundOfRing(this.ring);
  }

  private openCell(index: number, cell: number): void {
    const { shelf, preference } = this.plan.options[index]!;
    const head = shelf.byCell.heads[cell]!;
    if (head === NO_SCORE) return;
    const meters = metersToCell(this.plan.request.place!, cell);
    if (meters > this.bounds.furthestReach) return;
    const spare = this.mostCategory;
    const addend = this.lag + spare - preference + distancePoints(meters, this.plan.weights);
    this.openList(head, { list: shelf.byCell.lists[cell]!, addend, spare, option: index });
  }

  private openList(head: number, stretch: Stretch): void {
    const bound = head + stretch.addend;
    if (bound >= this.top.floor) this.frontier.add(bound, stretch);
  }

  private boundOfRing(ring: number): number {
    const { weights } = this.plan;
    return (
      mostPostingPoints(weights) + this.lag + this.mostCategory + distancePoints(metersToRing(ring), weights)
    );
  }

  /** Goes along a list for as long as nothing else promises more. */
  private follow(entry: number): void {
    const { arena, frontier, top } = this;
    const { words } = arena;
    const list = frontier.lists[entry]!;
    const addend = frontier.addends[entry]!;
    const start = arena.starts[list]!;
    const end = start + arena.lengths[list]!;
    const rival = Math.max(frontier.best, this.ringBound);
    for (let place = start + frontier.done[entry]!; place < end; place++) {
      const first = words[place * POSTING_WORDS]!;
      const second = words[place * POSTING_WORDS + 1]!;
      const bound = scoreOf(second) + addend;
      // Whoever comes later in this list has a lower bound, or the same bound and a later id.
      if (!top.admits(bound, slotOf(first))) return;
      if (bound < rival) {
        frontier.done[entry] = place - start;
        frontier.push(bound, entry);
        return;
      }
      if (this.isWorthALook(first, second, bound - frontier.spares[entry]!)) {
        this.consider(slotOf(first), second, frontier.options[entry]!);
      }
    }
  }

  /** What the posting alone tells: level, hints, and the bound when the category is not known. */
  private isWorthALook(first: number, second: number, boundWithout: number): boolean {
    const { plan, top } = this;
    if (levelOf(second) < plan.neededLevel) return false;
    if (boundWithout < top.floor && (maskOf(second) & plan.categoryBit) === 0) return false;
    return plan.isHinted(hintsOf(first, second));
  }

  private consider(slot: number, second: number, option: number): void {
    const { plan, top } = this;
    if (!plan.isOpenTo(slot)) return;
    const added = plan.addedPoints(slot);
    if (added < 0) return;
    const earned = scoreOf(second) + (this.isLate ? this.restSince(slot) : 0);
    const score = earned + added - plan.options[option]!.preference;
    if (top.admits(score, slot)) top.offer({ slot, score, option, level: levelOf(second) });
  }

  /** Points of rest that somebody has gained, or lost, since their postings were written. */
  private restSince(slot: number): number {
    return this.restOn(slot, this.plan.request.today) - this.restOn(slot, this.roster.scoredOn[slot]!);
  }

  private restOn(slot: number, day: number): number {
    const { weights } = this.plan;
    return (
      askedPoints(this.roster.daysSinceAsked(slot, day), weights) +
      servedPoints(this.roster.daysSinceServed(slot, day), weights)
    );
  }
}
