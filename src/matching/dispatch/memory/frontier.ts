/** A posting list to go along. */
export type Stretch = { list: number; option: number; addend: number; spare: number };

/**
 * Where a search may go on: places in posting lists, the one with the highest bound first. A binary heap in
 * typed arrays that is kept between searches.
 */
export class Frontier {
  bounds = new Int32Array(1024);
  private entries = new Int32Array(1024);
  /** Of each entry: its list, how many postings of it are done, and in which language option. */
  lists = new Int32Array(1024);
  done = new Int32Array(1024);
  options = new Int32Array(1024);
  /** What the bound adds to a posting's score; and how much of that only those have who know the category. */
  addends = new Int32Array(1024);
  spares = new Int32Array(1024);
  size = 0;
  private made = 0;

  clear(): void {
    this.size = 0;
    this.made = 0;
  }

  /** The highest bound of all entries, or -Infinity. */
  get best(): number {
    return this.size === 0 ? -Infinity : this.bounds[0]!;
  }

  /** Adds a list from its beginning. */
  add(bound: number, stretch: Stretch): void {
    if (this.made === this.lists.length) this.enlarge();
    const entry = this.made++;
    this.lists[entry] = stretch.list;
    this.done[entry] = 0;
    this.addends[entry] = stretch.addend;
    this.options[entry] = stretch.option;
    this.spares[entry] = stretch.spare;
    this.push(bound, entry);
  }

  /** Puts an entry back that was popped. */
  push(bound: number, entry: number): void {
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.bounds[parent]! >= bound) break;
      this.bounds[at] = this.bounds[parent]!;
      this.entries[at] = this.entries[parent]!;
      at = parent;
    }
    this.bounds[at] = bound;
    this.entries[at] = entry;
  }

  /** Takes the entry with the highest bound out; there must be one. */
  pop(): number {
    const entry = this.entries[0]!;
    const size = --this.size;
    const bound = this.bounds[size]!;
    const last = this.entries[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.bounds[child + 1]! > this.bounds[child]!) child++;
      if (this.bounds[child]! <= bound) break;
      this.bounds[at] = this.bounds[child]!;
      this.entries[at] = this.entries[child]!;
      at = child;
    }
    this.bounds[at] = bound;
    this.entries[at] = last;
    return entry;
  }

  private enlarge(): void {
    for (const name of ['bounds', 'entries', 'lists', 'done', 'options', 'addends', 'spares'] as const) {
      const larger = new Int32Array(this[name].length * 2);
      larger.set(this[name]);
      this[name] = larger;
    }
  }
}
