import { type Posting, type PostingForm, scoreOf, slotOf } from '../posting.ts';

/** Order of two volunteers by id: negative when the first comes first. */
export type SlotOrder = (one: number, other: number) => number;

/** Calls `visit` with many postings, always the same in the same order. */
export type PostingWalk = (visit: (posting: Posting) => void) => void;

/** A list in `directory`: where it starts, how many postings it has and for how many there is room. */
const ENTRY = 3;
const START = 0;
const LENGTH = 1;
const ROOM = 2;

/**
 * Many sorted posting lists in one typed array, so that reading a list is reading on. A list is sorted by score,
 * highest first, equal scores by id. It lives in a block with some room; a full list moves to a block a quarter
 * larger, and its old block is used again. Starts, lengths and room count postings.
 */
export class PostingArena {
  words: Int32Array;
  /** Words from one posting to the next. */
  readonly step: number;
  private directory = new Int32Array(1024 * ENTRY);
  private form: PostingForm;
  private used = 0;
  private lists = 0;
  private freeBlocks = new Map<number, number[]>();
  private order: SlotOrder;

  constructor(form: PostingForm, order: SlotOrder) {
    this.form = form;
    this.step = form.words;
    this.order = order;
    this.words = new Int32Array(1024 * form.words);
  }

  /** Makes so many empty lists, numbered one after the other, and returns the number of the first. */
  newLists(count: number): number {
    const first = this.lists;
    this.lists += count;
    while (this.lists * ENTRY > this.directory.length) this.directory = grown(this.directory, Int32Array);
    return first;
  }

  startOf(list: number): number {
    return this.directory[list * ENTRY + START]!;
  }

  lengthOf(list: number): number {
    return this.directory[list * ENTRY + LENGTH]!;
  }

  /** Makes room in an empty list: lists reserved one after the other lie side by side. */
  reserve(list: number, size: number): void {
    const room = blockSize(size);
    this.directory[list * ENTRY + START] = this.takeBlock(room);
    this.directory[list * ENTRY + ROOM] = room;
  }

  /** Puts a posting with a score behind all others; for bulk loading in sorted order. */
  append(list: number, posting: Posting, score: number): void {
    this.makeRoom(list);
    this.write(this.startOf(list) + this.lengthOf(list), posting, score);
    this.directory[list * ENTRY + LENGTH]!++;
  }

  /** Puts a posting with a score in its place. */
  insert(list: number, posting: Posting, score: number): void {
    this.makeRoom(list);
    const at = this.find(list, posting.signature.slot, score);
    this.move(at, this.startOf(list) + this.lengthOf(list), at + 1);
    this.write(at, posting, score);
    this.directory[list * ENTRY + LENGTH]!++;
  }

  /** Takes a posting out; it must be there with this very score. */
  remove(list: number, posting: Posting, score: number): void {
    const at = this.find(list, posting.signature.slot, score);
    const end = this.startOf(list) + this.lengthOf(list);
    if (at >= end || slotOf(this.words[at * this.step + 1]!) !== posting.signature.slot) {
      throw new Error('A posting to remove is not in its list.');
    }
    this.move(at + 1, end, at);
    this.directory[list * ENTRY + LENGTH]!--;
  }

  private find(list: number, slot: number, score: number): number {
    let low = this.startOf(list);
    let high = low + this.lengthOf(list);
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = scoreOf(this.words[middle * this.step]!);
      const isBefore =
        other > score ||
        (other === score && this.order(slotOf(this.words[middle * this.step + 1]!), slot) < 0);
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private write(at: number, posting: Posting, score: number): void {
    this.form.write(this.words, at * this.step, posting, score);
  }

  private move(from: number, end: number, to: number): void {
    this.words.copyWithin(to * this.step, from * this.step, end * this.step);
  }

  private makeRoom(list: number): void {
    const length = this.lengthOf(list);
    const room = this.directory[list * ENTRY + ROOM]!;
    if (length < room) return;
    const start = this.startOf(list);
    this.reserve(list, room * 1.25 + 1);
    this.move(start, start + length, this.startOf(list));
    if (room === 0) return;
    const free = this.freeBlocks.get(room);
    if (free) free.push(start);
    else this.freeBlocks.set(room, [start]);
  }

  private takeBlock(room: number): number {
    const free = this.freeBlocks.get(room)?.pop();
    if (free !== undefined) return free;
    const start = this.used;
    this.used += room;
    while (this.used * this.step > this.words.length) this.words = grown(this.words, Int32Array);
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
