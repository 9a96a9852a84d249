import type { Fact } from '../../types.ts';

/** A volunteer as far as it decides whether they are asked. */
export interface Candidate {
  readonly id: string;
  readonly municipalityCode: string | null;
  /** How often within the last months. */
  readonly askedCount: number;
  readonly isAskedNow: boolean;
  /** Of these lately, also those that they passed on. */
  readonly factIds: readonly string[];
}

/** So many days before its day a fact is put to somebody: the answer comes in time. */
export const AHEAD_DAYS = 14;
/** After so many days without an answer somebody else is asked. */
export const ANSWER_WITHIN_DAYS = 14;
/** Nobody is asked oftener within this time, and not of the same thing. */
export const LATELY_DAYS = 90;
export const MOST_LATELY = 3;

/** Whether somebody may be asked now: nobody has two at once, nor many within some months. */
export const isFree = (one: Candidate): boolean => !one.isAskedNow && one.askedCount < MOST_LATELY;

/**
 * Who is asked of which fact: whoever lives there, for facts of everywhere whoever does; who has been asked least first.
 * Nobody has two at once.
 * @param facts in the order in which they are due
 */
export function spread(
  facts: readonly Pick<Fact, 'id' | 'municipalityCode'>[],
  candidates: readonly Candidate[],
): { readonly factId: string; readonly volunteerId: string }[] {
  const free = new Set(candidates.filter(isFree));
  return facts.flatMap(({ id: factId, municipalityCode }) => {
    const [chosen] = [...free]
      .filter((one) => municipalityCode === null || one.municipalityCode === municipalityCode)
      .filter(({ factIds }) => !factIds.includes(factId))
      .sort((one, other) => one.askedCount - other.askedCount || (one.id < other.id ? -1 : 1));
    if (!chosen) return [];
    free.delete(chosen);
    return [{ factId, volunteerId: chosen.id }];
  });
}

/** How a fact stands on a day: nobody has looked, it is due, or it was found so not long ago. */
export function standingOf(
  { verifiedOn, nextCheckOn }: Pick<Fact, 'verifiedOn' | 'nextCheckOn'>,
  today: Temporal.PlainDate,
): 'unverified' | 'due' | 'fresh' {
  if (!verifiedOn) return 'unverified';
  return Temporal.PlainDate.compare(nextCheckOn, today) < 0 ? 'due' : 'fresh';
}
