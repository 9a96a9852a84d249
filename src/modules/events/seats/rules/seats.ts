import type { Attendee } from '../../types.ts';

export type SeatKind = 'anybody' | 'adult' | 'child' | 'craft' | 'interpretation';

/** What there is of one kind of seat; what is not counted at all has none. */
export interface Seats {
  readonly kind: SeatKind;
  /** Of an interpretation; else empty. */
  readonly language: string;
  readonly capacity: number;
  /** Of the seated, and of those who have an offer. */
  readonly taken: number;
}

/** How many seats of each kind, by `kind` or `kind:language`. */
export type Need = ReadonlyMap<string, number>;

export const keyOf = ({ kind, language }: Pick<Seats, 'kind' | 'language'>): string =>
  language ? `${kind}:${language}` : kind;

/** What a party needs. `events.needs_of` counts the same in the database. */
export function needOf(party: readonly Attendee[]): Need {
  const need = new Map<string, number>();
  const add = (key: string) => need.set(key, (need.get(key) ?? 0) + 1);
  for (const { age, crafts, interpretation } of party) {
    add('anybody');
    add(age === null ? 'adult' : 'child');
    if (crafts) add('craft');
    if (interpretation) add(`interpretation:${interpretation}`);
  }
  return need;
}

/** What is free of what is counted. Below nothing where there are fewer seats now than are taken. */
export function freeOf(seats: readonly Seats[]): Map<string, number> {
  return new Map(seats.map((one) => [keyOf(one), one.capacity - one.taken]));
}

/** Whether a whole party has seats: of what an event does not count there is always enough. */
export function fits(free: ReadonlyMap<string, number>, need: Need): boolean {
  return [...need].every(([key, count]) => count <= (free.get(key) ?? Number.POSITIVE_INFINITY));
}

/** Whether a party that has its seats can be another: of each kind no more than before, or as many more as are free. */
export function canBecome(seats: readonly Seats[], before: Need, after: Need): boolean {
  const free = freeOf(seats);
  return [...after].every(([key, count]) => {
    const more = count - (before.get(key) ?? 0);
    return more <= 0 || more <= (free.get(key) ?? Number.POSITIVE_INFINITY);
  });
}

/** Takes a party's seats off what is free. */
export function take(free: Map<string, number>, need: Need): void {
  for (const [key, count] of need) {
    const left = free.get(key);
    if (left !== undefined) free.set(key, left - count);
  }
}
