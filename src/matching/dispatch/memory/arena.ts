import { keyOf, NO_SCORE, type Posting, scoreOf, slotOf, whoOf } from './posting.ts';

/** Order of two volunteers by id: negative when the first comes first. */
export type SlotOrder = (one: number, other: number) => number;

/**
 * Many sorted posting lists in a few typed arrays. A list is sorted by score, highest first, equal scores by id. It
 * lives in a block with some room; a full list moves to a block a quarter larger, and its old block is used again.
 * `starts` and `lengths` count postings.
 */
export class PostingArena {
  keys = new Int32Array(1024);
  whos = new Int32Array(1024);
  hours = new Int32Array(2048);
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
    const capacity = blockSize(size);
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
    if (at >= end || slotOf(this.whos[at]!) !== posting.slot) {
      throw new Error('A posting to remove is not in its list.');
    }
    this.move(at + 1, end, at);
    this.lengths[list]!--;
  }

  /** Score of the first posting, the highest; NO_SCORE for an empty list. */
  headScore(list: number): number {
    return this.lengths[list] === 0 ? NO_SCORE : scoreOf(this.keys[this.starts[list]!]!);
  }

  private find(list: number, { slot, score }: Posting): number {
    let low = this.starts[list]!;
    let high = low + this.lengths[list]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = scoreOf(this.keys[middle]!);
      const isBefore = other > score || (other === score && this.order(slotOf(this.whos[middle]!), slot) < 0);
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private write(at: number, posting: Posting): void {
    this.keys[at] = keyOf(posting);
    this.whos[at] = whoOf(posting);
    this.hours[at * 2] = posting.earlyHours;
    this.hours[at * 2 + 1] = posting.lateHours;
  }

  private move(from: number, end: number, to: number): void {
    this.keys.copyWithin(to, from, end);
    this.whos.copyWithin(to, from, end);
    this.hours.copyWithin(to * 2, from * 2, end * 2);
  }

  private makeRoom(list: number): void {
    const length = this.lengths[list]!;
    const capacity = this.capacities[list]!;
    if (length < capacity) return;
    const start = this.starts[list]!;
    const enlarged = blockSize(capacity * 1.25 + 1);
    const larger = this.takeBlock(enlarged);
    this.move(start, start + length, larger);
    const free = this.freeBlocks.get(capacity);
    if (free) free.push(start);
    else this.freeBlocks.set(capacity, [start]);
    this.starts[list] = larger;
    this.capacities[list] = enlarged;
  }

  private takeBlock(capacity: number): number {
    const free = this.freeBlocks.get(capacity)?.pop();
    if (free !== undefined) return free;
    const start = this.used;
    this.used += capacity;
    while (this.used > this.keys.length) {
      this.keys = grown(this.keys, Int32Array);
      this.whos = grown(this.whos, Int32Array);
      this.hours = grown(this.hours, Int32Array);
    }
    return start;
  }
}

/** Room for so many postings in one of few sizes, four to each doubling, so that freed blocks find a new use. */
function blockSize(postings: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(postings)) - 2);
  return Math.ceil(postings / step) * step;
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
