import type { PostingArena } from './arena.ts';
import { CELLS_ACROSS } from './grid.ts';
import { NO_SCORE, type Posting } from './posting.ts';

/** The lists of one kind by key (cell or category mask), each with the score of its first posting at hand. */
export class ListFamily {
  readonly lists: Int32Array;
  readonly heads: Int16Array;
  private arena: PostingArena;

  constructor(arena: PostingArena, keys: number) {
    this.arena = arena;
    this.lists = new Int32Array(keys).fill(-1);
    this.heads = new Int16Array(keys).fill(NO_SCORE);
  }

  /** Makes room for lists of these lengths, so that neighbors by key lie side by side. */
  reserve(lengths: Uint32Array): void {
    for (const [key, length] of lengths.entries()) if (length > 0) this.listAt(key, length);
  }

  /** Puts a posting behind all others; for bulk loading in sorted order. */
  append(key: number, posting: Posting): void {
    this.arena.append(this.listAt(key, 1), posting);
    if (this.heads[key] === NO_SCORE) this.heads[key] = posting.score;
  }

  insert(key: number, posting: Posting): void {
    const list = this.listAt(key, 1);
    this.arena.insert(list, posting);
    this.heads[key] = this.arena.headScore(list);
  }

  remove(key: number, posting: Posting): void {
    const list = this.lists[key]!;
    this.arena.remove(list, posting);
    this.heads[key] = this.arena.headScore(list);
  }

  private listAt(key: number, size: number): number {
    if (this.lists[key] === -1) this.lists[key] = this.arena.newList(size);
    return this.lists[key]!;
  }
}

/** Everybody who can do one task in one language: once by the categories they know, once by where they live. */
export class Shelf {
  readonly byMask: ListFamily;
  readonly byCell: ListFamily;
  size = 0;

  constructor(arena: PostingArena) {
    this.byMask = new ListFamily(arena, 256);
    this.byCell = new ListFamily(arena, CELLS_ACROSS * CELLS_ACROSS);
  }
}
