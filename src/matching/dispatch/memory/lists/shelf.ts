import type { Weights } from '../../weights.ts';
import type { PostingArena } from './arena.ts';
import { Cells } from './cells.ts';
import { Ladder } from './ladder.ts';

/** Everybody who can do one task in one language: once by where they live, once by score. */
export class Shelf {
  readonly cells: Cells;
  readonly ladder: Ladder;
  size = 0;

  constructor(byPlace: PostingArena, byScore: PostingArena, weights: Weights) {
    this.cells = new Cells(byPlace, weights);
    this.ladder = new Ladder(byScore, weights);
  }
}
