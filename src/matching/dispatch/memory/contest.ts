import { askedPoints, servedPoints } from '../factors.ts';
import type { Level } from '../types.ts';
import { mostRestPoints } from './check.ts';
import type { Option, Plan } from './plan.ts';
import type { Roster } from './roster.ts';
import { Top } from './top.ts';

/** What a search needs to know of the index beside the lists. */
export type SearchBounds = {
  /** The days as of which the oldest and the newest postings count rest. */
  oldestDay: number;
  newestDay: number;
  /** The furthest that anybody goes, in meters. */
  furthestReach: number;
};

/** One search for the best: what the lists tell comes in, the full record has the last word. */
export class Contest {
  readonly plan: Plan;
  readonly top: Top;
  readonly bounds: SearchBounds;
  private roster: Roster;
  /** The most that rest can have added since the oldest posting was written. */
  private lag: number;
  private isLate: boolean;

  constructor(plan: Plan, limit: number, roster: Roster, bounds: SearchBounds) {
    this.plan = plan;
    this.roster = roster;
    this.bounds = bounds;
    this.top = new Top(limit, (one, other) => roster.compare(one, other));
    const { weights, request } = plan;
    const days = Math.max(0, request.today - bounds.oldestDay);
    this.lag = Math.min(days * (weights.askedPerDay + weights.servedPerDay), mostRestPoints(weights));
    this.isLate = request.today !== bounds.oldestDay || request.today !== bounds.newestDay;
  }

  /** What everybody on the shelf of an option gets or loses at most, beside their posting. */
  shiftOf(option: Option): number {
    return this.lag - option.preference;
  }

  /**
   * Enters somebody who has this score, or with rest still to be counted one up to it, unless anything speaks
   * against it.
   */
  consider(slot: number, bound: number, option: number, level: Level): void {
    const score = this.isLate ? bound - this.lag + this.restSince(slot) : bound;
    if (!this.top.admits(score, slot) || !this.plan.isOpenTo(slot)) return;
    this.top.offer({ slot, score, option, level });
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
