import type { FittingVolunteer } from '../find-fitting.ts';

/** In which order those who fit stand: as the ranking has them, by their way, or by how long they were left in peace. */
export const ORDERS = ['fit', 'near', 'rested'] as const;
/** Whoever was not asked for so many days counts as rested. */
export const RESTED_DAYS = 30;

/** What a coordinator looks for among those who fit; null and false for what does not matter. */
export interface Narrowed {
  readonly language: string | null;
  readonly ward: string | null;
  readonly isPracticed: boolean;
  readonly isRested: boolean;
  readonly order: (typeof ORDERS)[number];
}

/** Somebody who fits, with the municipality where they live. */
export type Placed = FittingVolunteer & { readonly ward: string | null };

/** What a reason says of somebody in numbers; undefined where the ranking has nothing to say. */
export function numberIn({ reasons }: Pick<FittingVolunteer, 'reasons'>, code: string, name: string) {
  const value = reasons.find((reason) => reason.code === code)?.params[name];
  return typeof value === 'number' ? value : undefined;
}

/** Whether they know this kind of help or have given it. */
export function isPracticed({ reasons }: Pick<FittingVolunteer, 'reasons'>): boolean {
  return reasons.some(({ code }) => code === 'knows_category' || code === 'practiced_category');
}

/** Whole days since they were last asked; infinite for who never was. */
export function daysSinceAsked(one: Pick<FittingVolunteer, 'reasons'>): number {
  return numberIn(one, 'asked_days_ago', 'days') ?? Number.POSITIVE_INFINITY;
}

/** Those who are looked for, in the order that is wished. Whoever is ticked stays: nobody is asked unseen. */
export function narrow(
  all: readonly Placed[],
  wanted: Narrowed,
  tickedIds: readonly string[],
): readonly Placed[] {
  const isWanted = (one: Placed) =>
    (wanted.language === null || wanted.language === one.language) &&
    (wanted.ward === null || wanted.ward === one.ward) &&
    (!wanted.isPracticed || isPracticed(one)) &&
    (!wanted.isRested || daysSinceAsked(one) >= RESTED_DAYS);
  const kept = all.filter((one) => tickedIds.includes(one.volunteerId) || isWanted(one));
  // Sorting keeps the order of the ranking among equals.
  if (wanted.order === 'near')
    return kept.toSorted((one, other) => (one.distanceMeters ?? 0) - (other.distanceMeters ?? 0));
  if (wanted.order === 'rested')
    return kept.toSorted((one, other) => compare(daysSinceAsked(other), daysSinceAsked(one)));
  return kept;
}

/** Two who were never asked are equal: infinite less infinite is no number. */
const compare = (one: number, other: number) => (one === other ? 0 : one - other);
