import { askedPoints, distancePoints, servedPoints } from '../factors.ts';
import type { PostingArena } from './arena.ts';
import { mostPostingPoints, mostRestPoints } from './check.ts';
import { FAR, type Frontier, type Stretch } from './frontier.ts';
import {
  CELLS_ACROSS,
  cellOf,
  edgesOf,
  metersToCell,
  metersToEighth,
  metersToRing,
  visitRing,
} from './grid.ts';
import type { Option, Plan } from './plan.ts';
import { genderOf, levelOf, NO_SCORE, scoreOf, slotOf } from './posting.ts';
import type { Roster } from './roster.ts';
import { type Entry, Top } from './top.ts';

/** A shelf with fewer people is looked through as a whole, which is quicker than going over its cells. */
const SMALL_SHELF = 1000;

/** A list is followed until another promises so many points more: going to and fro costs more than a few looks. */
const PATIENCE = 12;

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
 * posting's score, plus the most that category and distance can still add. The list with the highest bound is
 * followed first; when the highest bound cannot beat the last of the best any more, they are proven.
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
  private now: Stretch = { list: 0, option: 0, shift: 0, distance: 0, category: 0, west: FAR, south: FAR };

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
    const { frontier, top } = this;
    frontier.clear();
    this.open();
    for (;;) {
      const best = Math.max(frontier.best, this.ringBound);
      if (best === -Infinity || best < top.floor) return top.entries;
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
    const stretch = { ...this.now, option, shift: this.lag - preference, west: FAR, south: FAR };
    stretch.distance = isInPerson ? weights.distanceFull : 0;
    for (let mask = 0; mask < lists.length; mask++) {
      if (heads[mask] === NO_SCORE) continue;
      stretch.list = lists[mask]!;
      stretch.category = (mask & categoryBit) !== 0 ? this.mostCategory : 0;
      this.openList(heads[mask]!, stretch);
    }
  }

  private openRing(): void {
    const place = this.plan.request.place!;
    visitRing(this.center, this.ring, (cell) => {
      let meters = -1;
      for (const option of this.byCell) {
        const { shelf } = this.plan.options[option]!;
        if (shelf.byCell.heads[cell] === NO_SCORE) continue;
        if (meters < 0) meters = metersToCell(place, cell);
        if (meters <= this.bounds.furthestReach) this.openCell(cell, option, meters);
      }
    });
    this.ring++;
    const isDone = this.ring >= CELLS_ACROSS || metersToRing(this.ring) > this.bounds.furthestReach;
    this.ringBound = isDone ? -Infinity : this.boundOfRing(this.ring);
  }

  private openCell(cell: number, option: number, meters: number): void {
    const { request, weights, options } = this.plan;
    const { shelf, preference } = options[option]!;
    const stretch = this.now;
    stretch.list = shelf.byCell.lists[cell]!;
    stretch.option = option;
    stretch.shift = this.lag - preference;
    stretch.distance = distancePoints(meters, weights);
    stretch.category = this.mostCategory;
    const edges = edgesOf(cell, request.place!);
    stretch.west = edges ? edges.west : FAR;
    stretch.south = edges ? edges.south : FAR;
    this.openList(shelf.byCell.heads[cell]!, stretch);
  }

  private openList(head: number, stretch: Stretch): void {
    const bound = head + stretch.shift + stretch.distance + stretch.category;
    if (bound >= this.top.floor) this.frontier.add(bound, stretch);
  }

  private boundOfRing(ring: number): number {
    const { weights } = this.plan;
    return (
      mostPostingPoints(weights) + this.lag + this.mostCategory + distancePoints(metersToRing(ring), weights)
    );
  }

  /** Goes along a list for as long as nothing else promises much more. */
  private follow(entry: number): void {
    const { arena, frontier, plan, top, now } = this;
    const done = frontier.read(entry, now);
    const most = now.shift + now.distance + now.category;
    const start = arena.starts[now.list]!;
    const end = start + arena.lengths[now.list]!;
    const patience = Math.max(frontier.best, this.ringBound) - PATIENCE;
    for (let place = start + done; place < end; place++) {
      const key = arena.keys[place]!;
      const bound = scoreOf(key) + most;
      if (bound < top.floor) return;
      if (bound < patience) {
        frontier.putBack(bound, entry, place - start);
        return;
      }
      if (levelOf(key) < plan.neededLevel) continue;
      const known = bound - now.category + plan.categoryPoints(key);
      if (known < top.floor || !this.isWorthALook(place, known)) continue;
      // Whoever comes later in this list has a lower bound, or the same bound and a later id.
      if (bound === top.floor && !top.admits(bound, slotOf(arena.whos[place]!))) return;
      this.consider(place);
    }
  }

  /** What the rest of a posting tells: gender, distance to its eighth of the cell, hours. */
  private isWorthALook(place: number, known: number): boolean {
    const { plan, top, arena, now } = this;
    const who = arena.whos[place]!;
    if (plan.gender !== 0 && genderOf(who) !== plan.gender) return false;
    if (now.west !== FAR && top.floor > 0) {
      const nearest = distancePoints(metersToEighth(who, now.west, now.south), plan.weights);
      if (known - now.distance + nearest < top.floor) return false;
    }
    return plan.isWithinHours(arena.hours[place * 2]!, arena.hours[place * 2 + 1]!);
  }

  private consider(place: number): void {
    const { plan, top, now, arena } = this;
    const slot = slotOf(arena.whos[place]!);
    if (!plan.isOpenTo(slot)) return;
    const distance = plan.isInPerson ? plan.distanceOf(slot) : 0;
    if (distance < 0) return;
    const key = arena.keys[place]!;
    const earned = scoreOf(key) + (this.isLate ? this.restSince(slot) : 0) + plan.categoryPoints(key);
    const score = earned + distance - plan.options[now.option]!.preference;
    if (top.admits(score, slot)) top.offer({ slot, score, option: now.option, level: levelOf(key) });
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
