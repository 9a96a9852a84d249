import type { PlaceKind } from '../../../types.ts';

/** A time that somebody promises, and where. */
export interface TimePromised {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly placeKind: PlaceKind;
}

/**
 * Whether a volunteer can't do both: the times overlap, or there is too little time to travel between two places.
 * @param bufferMinutes time kept free between two visits when one of them is somewhere
 */
export function areTooClose(one: TimePromised, other: TimePromised, bufferMinutes: number): boolean {
  const isTravel = one.placeKind === 'place' || other.placeKind === 'place';
  const minutes = isTravel ? bufferMinutes : 0;
  return (
    Temporal.Instant.compare(one.startsAt, other.endsAt.add({ minutes })) < 0 &&
    Temporal.Instant.compare(other.startsAt, one.endsAt.add({ minutes })) < 0
  );
}
