import type { Level } from '../types.ts';
import type { SlotOrder } from './lists/arena.ts';

export type Entry = { slot: number; score: number; option: number; level: Level };

/** A floor below every score. */
const NO_FLOOR = -(2 ** 30);

/** The best few found so far, best first: higher score, then id; each volunteer once, in their best language. */
export class Top {
  readonly entries: Entry[] = [];
  /** The score below which nobody can enter any more. */
  floor = NO_FLOOR;
  private limit: number;
  private order: SlotOrder;

  constructor(limit: number, order: SlotOrder) {
    this.limit = limit;
    this.order = order;
  }

  /** Whether somebody with this score, or one up to it, could still enter. */
  admits(score: number, slot: number): boolean {
    if (score !== this.floor) return score > this.floor;
    const last = this.entries[this.limit - 1]!;
    return this.order(slot, last.slot) <= 0;
  }

  /** Enters somebody who is admitted; a second language of the same volunteer counts only when it is better. */
  offer(entry: Entry): void {
    const { entries, limit } = this;
    let at = entries.findIndex(({ slot }) => slot === entry.slot);
    if (at >= 0) {
      if (!isBetterLanguage(entry, entries[at]!)) return;
    } else at = Math.min(entries.length, limit - 1);
    for (; at > 0 && this.comesBefore(entry, entries[at - 1]!); at--) entries[at] = entries[at - 1]!;
    entries[at] = entry;
    if (entries.length === limit) this.floor = entries[limit - 1]!.score;
  }

  private comesBefore(one: Entry, other: Entry): boolean {
    return one.score > other.score || (one.score === other.score && this.order(one.slot, other.slot) < 0);
  }
}

function isBetterLanguage(one: Entry, known: Entry): boolean {
  return one.score > known.score || (one.score === known.score && one.option < known.option);
}
