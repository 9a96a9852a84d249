import type { SolvedRound } from '../pairs/types.ts';
import type { Reason } from '../people/party.ts';
import { type PossiblePartner, partnersOf } from './partners.ts';

/** The best other volunteer for a resident with a proposal, and why the round did not choose this one. */
export interface RunnerUp extends PossiblePartner {
  reason: Reason;
}

/**
 * Finds the volunteer with the best fit besides the proposed one (between equals the first by id), null when
 * there is no other candidate. A runner-up who fits better is never free: the round would have taken the
 * better pair.
 */
export function runnerUpOf(round: SolvedRound, residentId: string): RunnerUp | null {
  const partners = partnersOf(round, residentId);
  const isProposed = ({ proposedTo }: PossiblePartner) => proposedTo.includes(residentId);
  const second = partners.find((partner) => !isProposed(partner));
  if (!second) return null;
  const ahead = second.fit - (partners.find(isProposed)?.fit ?? 0);
  const params = { difference: Math.abs(ahead), residents: second.proposedTo };
  return { ...second, reason: { code: codeFor(ahead, second.freePlaces), params } };
}

function codeFor(ahead: number, freePlaces: number): string {
  if (ahead > 0) return 'fits_better_but_is_needed_elsewhere';
  if (ahead === 0) return freePlaces > 0 ? 'fits_as_well' : 'fits_as_well_but_is_needed_elsewhere';
  return freePlaces > 0 ? 'fits_less' : 'fits_less_and_is_needed_elsewhere';
}
