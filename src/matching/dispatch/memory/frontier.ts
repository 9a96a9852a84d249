/** A list to go along, and what bounds the scores of those in it. Postings are counted in the arena. */
export type Stretch = {
  start: number;
  end: number;
  /** Which of the languages it is for. */
  option: number;
  /** The most that distance can add for anybody in it. */
  distance: number;
};

const FIELDS = 4;

/**
 * Where a search may go on: lists, the one with the highest bound first. A binary heap in typed arrays that is
 * kept between searches.
 */
export class Frontier {
  private bounds = new Int32Array(1024);
  private entries = new Int32Array(1024);
  private fields = new Int32Array(1024 * FIELDS);
  private size = 0;
  private made = 0;

  clear(): void {
    this.size = 0;
    this.made = 0;
  }

  /** The highest bound of all entries, or -Infinity. */
  get best(): number {
    return this.size === 0 ? -Infinity : this.bounds[0]!;
  }

  add(bound: number, stretch: Stretch): void {
    if (this.made === this.entries.length) this.enlarge();
    const entry = this.made++;
    const at = entry * FIELDS;
    this.fields[at] = stretch.start;
    this.fields[at + 1] = stretch.end;
    this.fields[at + 2] = stretch.option;
    this.fields[at + 3] = stretch.distance;
    this.push(bound, entry);
  }

  /** Fills `stretch` with an entry. */
  read(entry: number, stretch: Stretch): void {
    const at = entry * FIELDS;
    stretch.start = this.fields[at]!;
    stretch.end = this.fields[at + 1]!;
    stretch.option = this.fields[at + 2]!;
    stretch.distance = this.fields[at + 3]!;
  }

  /** Takes the entry with the highest bound out; there must be one. */
  pop(): number {
    const { bounds, entries } = this;
    const entry = entries[0]!;
    const size = --this.size;
    const bound = bounds[size]!;
    const last = entries[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && bounds[child + 1]! > bounds[child]!) child++;
      if (bounds[child]! <= bound) break;
      bounds[at] = bounds[child]!;
      entries[at] = entries[child]!;
      at = child;
    }
    bounds[at] = bound;
    entries[at] = last;
    return entry;
  }

  private push(bound: number, entry: number): void {
    const { bounds, entries } = this;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (bounds[parent]! >= bound) break;
      bounds[at] = bounds[parent]!;
      entries[at] = entries[parent]!;
      at = parent;
    }
    bounds[at] = bound;
    entries[at] = entry;
  }

  private enlarge(): void {
    for (const name of ['bounds', 'entries', 'fields'] as const) {
      const larger = new Int32Array(this[name].length * 2);
      larger.set(this[name]);
      this[name] = larger;
    }
  }
}
