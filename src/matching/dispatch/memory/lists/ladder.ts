import { CATEGORIES } from '../../types.ts';
import type { Weights } from '../../weights.ts';
import { leastPostingPoints, mostCategoryPoints, mostPostingPoints } from '../check.ts';
import { categoryPoints, keyOf, knowsCategory, type Posting } from '../posting.ts';
import type { PostingArena, PostingWalk } from './arena.ts';

/** In place of a category: the lists of everybody, without points for any. */
export const NO_CATEGORY = CATEGORIES.length;

/**
 * Everybody on a shelf in lists by score, each a rung: once for each category that they know, with the points for it,
 * and once without. Whoever climbs down two of these ladders meets everybody in the order of the ranking. A rung has
 * few people, so that a change moves few.
 */
export class Ladder {
  private arena: PostingArena;
  private weights: Weights;
  private firstList: number;
  private least: number;
  private rungs: number;

  constructor(arena: PostingArena, weights: Weights) {
    this.arena = arena;
    this.weights = weights;
    this.least = leastPostingPoints(weights);
    this.rungs = mostPostingPoints(weights) + mostCategoryPoints(weights) - this.least + 1;
    this.firstList = arena.newLists((CATEGORIES.length + 1) * this.rungs);
  }

  /** The list of those with a score, for a category (by its number) or NO_CATEGORY; -1 for no possible score. */
  listOf(category: number, score: number): number {
    const rung = score - this.least;
    return rung < 0 || rung >= this.rungs ? -1 : this.firstList + category * this.rungs + rung;
  }

  /** Fills an empty ladder with postings in the order of ids. */
  fill(walk: PostingWalk): void {
    const lengths = new Uint32Array((CATEGORIES.length + 1) * this.rungs);
    walk((posting) => this.visitRungs(posting, (list) => lengths[list - this.firstList]!++));
    for (const [rung, length] of lengths.entries()) {
      if (length > 0) this.arena.reserve(this.firstList + rung, length);
    }
    walk((posting) => this.visitRungs(posting, (list, score) => this.arena.append(list, posting, score)));
  }

  insert(posting: Posting): void {
    this.visitRungs(posting, (list, score) => this.arena.insert(list, posting, score));
  }

  remove(posting: Posting): void {
    this.visitRungs(posting, (list, score) => this.arena.remove(list, posting, score));
  }

  private visitRungs(posting: Posting, visit: (list: number, score: number) => void): void {
    visit(this.listOf(NO_CATEGORY, posting.score), posting.score);
    const key = keyOf(posting, posting.score);
    for (let category = 0; category < CATEGORIES.length; category++) {
      if (!knowsCategory(key, category)) continue;
      const score = posting.score + categoryPoints(key, category, this.weights);
      visit(this.listOf(category, score), score);
    }
  }
}
