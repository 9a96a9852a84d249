import { CATEGORIES } from '../../types.ts';
import type { Weights } from '../../weights.ts';
import { CELLS } from '../grid.ts';
import { besideSlot, bestCategoryPoints, lessThanBest, NO_SCORE, type Posting, scoreOf } from '../posting.ts';
import type { PostingArena, PostingWalk } from './arena.ts';

/**
 * Everybody on a shelf who has a place, in lists by square kilometer, each with the points for the category that brings
 * them most: no category leaves a doubt about who comes later. At hand for each square, because most need not be opened:
 * the highest score in it for each category, and how far anybody in it goes.
 */
export class Cells {
  private arena: PostingArena;
  private weights: Weights;
  private firstList: number;
  /** By category, then by cell: the highest score with the points for the category. */
  private heads = new Int16Array(CATEGORIES.length * CELLS).fill(NO_SCORE);
  private reaches = new Uint8Array(CELLS);

  constructor(arena: PostingArena, weights: Weights) {
    this.arena = arena;
    this.weights = weights;
    this.firstList = arena.newLists(CELLS);
  }

  listOf(cell: number): number {
    return this.firstList + cell;
  }

  /** The highest score in a cell for a category (by its number); NO_SCORE when nobody is there. */
  headOf(category: number, cell: number): number {
    return this.heads[category * CELLS + cell]!;
  }

  /** How far anybody in a cell goes, in meters. */
  reachOf(cell: number): number {
    return this.reaches[cell]! * 1000;
  }

  /** Fills empty cells with postings of people with a place, in the order of lists; neighbors by number come to lie side by side. */
  fill(walk: PostingWalk): void {
    const lengths = new Uint32Array(CELLS);
    walk(({ signature }) => lengths[signature.cell]!++);
    for (const [cell, length] of lengths.entries()) {
      if (length > 0) this.arena.reserve(this.listOf(cell), length);
    }
    walk((posting) =>
      this.arena.append(this.listOf(posting.signature.cell), posting, mostOf(posting, this.weights)),
    );
    for (const [cell, length] of lengths.entries()) if (length > 0) this.summarize(cell);
  }

  insert(posting: Posting): void {
    const { cell } = posting.signature;
    this.arena.insert(this.listOf(cell), posting, mostOf(posting, this.weights));
    this.summarize(cell);
  }

  remove(posting: Posting): void {
    const { cell } = posting.signature;
    this.arena.remove(this.listOf(cell), posting, mostOf(posting, this.weights));
    this.summarize(cell);
  }

  private summarize(cell: number): void {
    for (let category = 0; category < CATEGORIES.length; category++) {
      this.heads[category * CELLS + cell] = this.highestScore(cell, category);
    }
    const { words, step, from, end } = this.stretchOf(cell);
    let reach = 0;
    for (let at = from; at < end; at += step) reach = Math.max(reach, besideSlot(words[at + 1]!));
    this.reaches[cell] = reach;
  }

  private highestScore(cell: number, category: number): number {
    const { words, step, from, end } = this.stretchOf(cell);
    let highest = NO_SCORE;
    for (let at = from; at < end; at += step) {
      const most = scoreOf(words[at]!);
      // Whoever comes later has no higher score.
      if (most <= highest) break;
      highest = Math.max(highest, most - lessThanBest(words[at]!, category, this.weights));
    }
    return highest;
  }

  private stretchOf(cell: number) {
    const { words, step } = this.arena;
    const from = this.arena.startOf(this.listOf(cell)) * step;
    return { words, step, from, end: from + this.arena.lengthOf(this.listOf(cell)) * step };
  }
}

/** The score with the points for the category that brings most: the order of lists by place. */
export function mostOf({ score, signature }: Posting, weights: Weights): number {
  return score + bestCategoryPoints(signature.skills, signature.practice, weights);
}
