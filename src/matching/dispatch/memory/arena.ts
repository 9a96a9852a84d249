import { firstWord, NO_SCORE, POSTING_WORDS, type Posting, scoreOf, secondWord, slotOf } from './posting.ts';

/** Order of two volunteers by id: negative when the first comes first. */
export type SlotOrder = (one: number, other: number) => number;

/**
 * Many sorted posting lists in one typed array. A list is sorted by score, highest first, equal scores by id. It
 * lives in a block for a power of two of postings; a full list moves to a block twice as large, and its old block
 * is used again. `starts` and `lengths` count postings.
 */
export class PostingArena {
  words = new Int32Array(4096);
  starts = new Int32Array(1024);
  lengths = new Int32Array(1024);
  private capacities = new Int32Array(1024);
  private used = 0;
  private lists = 0;
  private freeBlocks = new Map<number, number[]>();
  private order: SlotOrder;

  constructor(order: SlotOrder) {
    this.order = order;
  }

  /** Makes an empty list with room for at least `size` postings and returns its number. */
  newList(size: number): number {
    const list = this.lists++;
    if (list === this.starts.length) {
      this.starts = grown(this.starts, Int32Array);
      this.lengths = grown(this.lengths, Int32Array);
      this.capacities = grown(this.capacities, Int32Array);
    }
    const capacity = 2 ** Math.ceil(Math.log2(size));
    this.starts[list] = this.takeBlock(capacity);
    this.capacities[list] = capacity;
    return list;
  }

  /** Puts a posting behind all others; for bulk loading in sorted order. */
  append(list: number, posting: Posting): void {
    this.makeRoom(list);
    this.write(this.starts[list]! + this.lengths[list]!, posting);
    this.lengths[list]!++;
  }

  /** Puts a posting in its place. */
  insert(list: number, posting: Posting): void {
    this.makeRoom(list);
    const at = this.find(list, posting);
    const end = this.starts[list]! + this.lengths[list]!;
    this.move(at, end, at + 1);
    this.write(at, posting);
    this.lengths[list]!++;
  }

  /** Takes a posting out; it must be there with this very score. */
  remove(list: number, posting: Posting): void {
    const at = this.find(list, posting);
    const end = this.starts[list]! + this.lengths[list]!;
    if (at >= end || slotOf(this.words[at * POSTING_WORDS]!) !== posting.slot) {
      throw new Error('A posting to remove is not in its list.');
    }
    this.move(at + 1, end, at);
    this.lengths[list]!--;
  }

  /** Score of the first posting, the highest; NO_SCORE for an empty list. */
  headScore(list: number): number {
    return this.lengths[list] === 0 ? NO_SCORE : scoreOf(this.words[this.starts[list]! * POSTING_WORDS + 1]!);
  }

  private find(list: number, { slot, score }: Posting): number {
    let low = this.starts[list]!;
    let high = low + this.lengths[list]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = scoreOf(this.words[middle * POSTING_WORDS + 1]!);
      const isBefore =
        other > score ||
        (other === score && this.order(slotOf(this.words[middle * POSTING_WORDS]!), slot) < 0);
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private write(at: number, posting: Posting): void {
    this.words[at * POSTING_WORDS] = firstWord(posting);
    this.words[at * POSTING_WORDS + 1] = secondWord(posting);
  }

  private move(from: number, end: number, to: number): void {
    this.words.copyWithin(to * POSTING_WORDS, from * POSTING_WORDS, end * POSTING_WORDS);
  }

  private makeRoom(list: number): void {
    const length = this.lengths[list]!;
    const capacity = this.capacities[list]!;
    if (length < capacity) return;
    const start = this.starts[list]!;
    const larger = this.takeBlock(capacity * 2);
    this.move(start, start + length, larger);
    const free = this.freeBlocks.get(capacity);
    if (free) free.push(start);
    else this.freeBlocks.set(capacity, [start]);
    this.starts[list] = larger;
    this.capacities[list] = capacity * 2;
  }

  private takeBlock(capacity: number): number {
    const free = this.freeBlocks.get(capacity)?.pop();
    if (free !== undefined) return free;
    const start = this.used;
    this.used += capacity;
    while (this.used * POSTING_WORDS > this.words.length) this.words = grown(this.words, Int32Array);
    return start;
  }
}

/** The same numbers in an array twice as long. */
export function grown<T extends Int32Array | Uint32Array | Uint16Array | Float64Array>(
  array: T,
  kind: new (length: number) => T,
): T {
  const larger = new kind(array.length * 2);
  larger.set(array);
  return larger;
}
