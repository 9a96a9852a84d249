import type { Bar, Fetcher, Guardianship, Span } from '../types.ts';
import { mayBeSame } from './same-name.ts';

/** Whether something holds on a day. */
export function holdsOn({ fromOn, untilOn }: Span, day: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(fromOn, day) <= 0 && (untilOn === null || compare(day, untilOn) <= 0);
}

/** Whether a permission to fetch holds on a day and was not taken back. */
export const isFetcherOn = (fetcher: Fetcher, day: Temporal.PlainDate): boolean =>
  fetcher.revokedAt === null && holdsOn(fetcher, day);

/** Whether somebody is barred on a day. */
export const isBarredOn = (bar: Bar, day: Temporal.PlainDate): boolean =>
  bar.endedAt === null && holdsOn(bar, day);

/** The three facts of a child, as they are kept. */
export interface AroundChild {
  readonly guardianships: readonly Guardianship[];
  readonly fetchers: readonly Fetcher[];
  readonly bars: readonly Bar[];
}

/** Whom a child may be handed over to, as the door needs them. */
export interface MayFetch {
  readonly id: string;
  readonly name: string;
  readonly relation: Guardianship['relation'];
  readonly phone: string;
  /** For this day alone. */
  readonly isOnce: boolean;
}

/**
 * Whom a child may be handed over to on a day: guardians who fetch, and whom a guardian has named. Whoever is barred is
 * left out, and whoever may be them under another writing of the name: a bar outranks every permission.
 */
export function listMayFetch(around: AroundChild, day: Temporal.PlainDate): MayFetch[] {
  const barred = around.bars.filter((bar) => isBarredOn(bar, day)).map(({ name }) => name);
  const guardians = around.guardianships.filter((one) => one.mayFetch && holdsOn(one, day));
  const fetchers = around.fetchers.filter((one) => isFetcherOn(one, day));
  return [...guardians, ...fetchers]
    .filter(({ name }) => !barred.some((other) => mayBeSame(name, other)))
    .map(({ id, name, relation, phone, fromOn, untilOn }) => ({
      ...{ id, name, relation, phone },
      isOnce: untilOn?.equals(fromOn) ?? false,
    }));
}

/** To whom a child must not be handed over on a day, as the door is told: no reason, only the name, the looks and whom to call. */
export function listDoNotHandOver(
  { bars }: Pick<AroundChild, 'bars'>,
  day: Temporal.PlainDate,
): Pick<Bar, 'id' | 'name' | 'looks' | 'call'>[] {
  return bars
    .filter((bar) => isBarredOn(bar, day))
    .map(({ id, name, looks, call }) => ({ id, name, looks, call }));
}
