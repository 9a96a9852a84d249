import type { Level } from '../types.ts';
import type { SlotOrder } from './arena.ts';

export type Entry = { slot: number; score: number; option: number; level: Level };

/** The best few found so far, best first: higher score, then id; each volunteer once, in their best language. */
export class Top {
  readonly entries: Entry[] = [];
  /** The score below which nobody can enter any more. */
  floor = -Infinity;
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

  /** Enters somebody; a second language of the same volunteer counts only when it is better. */
  offer(entry: Entry): void {
    const known = this.entries.findIndex(({ slot }) => slot === entry.slot);
    if (known >= 0) {
      if (!isBetterLanguage(entry, this.entries[known]!)) return;
      this.entries.splice(known, 1);
    }
    let at = this.entries.length;
    while (at > 0 && this.comesBefore(entry, this.entries[at - 1]!)) at--;
    this.entries.splice(at, 0, entry);
    if (this.entries.length > this.limit) this.entries.pop();
    if (this.entries.length === this.limit) this.floor = this.entries[this.limit - 1]!.score;
  }

  private comesBefore(one: Entry, other: Entry): boolean {
    return one.score > other.score || (one.score === other.score && this.order(one.slot, other.slot) < 0);
  }
}

function isBetterLanguage(one: Entry, known: Entry): boolean {
  return one.score > known.score || (one.score === known.score && one.option < known.option);
}
