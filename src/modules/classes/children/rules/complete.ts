import type { CareNote, Child } from '../types.ts';
import { careOn } from './care.ts';
import { type AroundChild, holdsOn, listMayFetch } from './fetching.ts';

/** What a class needs to know of a child before they come. */
export const NEEDED = ['health', 'fetchers', 'phone', 'custody', 'photos'] as const;
export type Needed = (typeof NEEDED)[number];

/** Everything that is kept of a child, for those who may read it. */
export interface WholeChild extends AroundChild {
  readonly child: Child;
  readonly notes: readonly CareNote[];
}

/**
 * What is missing of a child for a day: found the week before, so that nobody learns it at the door with all children waiting.
 * A consent that ends before that day is missing, too.
 */
export function missingOn({ child, notes, ...around }: WholeChild, day: Temporal.PlainDate): Needed[] {
  const guardians = around.guardianships.filter((one) => holdsOn(one, day));
  const care = careOn(child, notes, day).kind;
  const isMissing: Readonly<Record<Needed, boolean>> = {
    health: care === 'unsaid' || care === 'lapsed',
    fetchers: listMayFetch(around, day).length === 0,
    phone: !guardians.some(({ phone }) => phone !== ''),
    custody: !guardians.some(({ custody }) => custody !== null),
    photos: child.photosSaidAt === null,
  };
  return NEEDED.filter((one) => isMissing[one]);
}
