import type { SolvedRound } from '../pairs/types.ts';
import type { Reason } from '../people/party.ts';

/** The best other volunteer for a resident with a proposal, and why the round did not choose this one. */
export interface RunnerUp {
  volunteerId: string;
  fit: number;
  /**
   * Residents to whom the round proposes the runner-up; empty when the runner-up is left with free places
   * only.
   */
  proposedTo: readonly string[];
  reason: Reason;
}

/**
 * Finds the volunteer with the best fit besides the proposed one (between equals the first by id), null when
 * there is no other candidate. A runner-up who fits better is never free: the round would have taken the
 * better pair.
 */
export function runnerUpOf(round: SolvedRound, residentId: string): RunnerUp | null {
  const row = round.residents.findIndex(({ id }) => id === residentId);
  const { rowPtr, column, fit, capacity } = round.problem;
  const { volunteerOf } = round.result;
  let best = -1;
  let fitNow = 0;
  for (let at = rowPtr[row] ?? 0; at < (rowPtr[row + 1] ?? 0); at++) {
    if (column[at] === volunteerOf[row]) fitNow = fit[at]!;
    else if (!isForbidden(round, row, column[at]!) && (best < 0 || fit[at]! > fit[best]!)) best = at;
  }
  if (best < 0) return null;
  const volunteer = column[best]!;
  const rivals = round.residents.filter((_, other) => volunteerOf[other] === volunteer).map(({ id }) => id);
  const freePlaces = capacity[volunteer]! - rivals.length;
  const difference = Math.abs(fit[best]! - fitNow);
  const reason = reasonFor(fit[best]! - fitNow, freePlaces, { difference, residents: rivals });
  return { volunteerId: round.volunteers[volunteer]!.id, fit: fit[best]!, proposedTo: rivals, reason };
}

function reasonFor(ahead: number, freePlaces: number, params: Reason['params']): Reason {
  if (ahead > 0) return { code: 'fits_better_but_is_needed_elsewhere', params };
  if (ahead === 0)
    return { code: freePlaces > 0 ? 'fits_as_well' : 'fits_as_well_but_is_needed_elsewhere', params };
  return { code: freePlaces > 0 ? 'fits_less' : 'fits_less_and_is_needed_elsewhere', params };
}

function isForbidden(round: SolvedRound, row: number, column: number): boolean {
  return round.problem.forbidden?.some((pair) => pair[0] === row && pair[1] === column) ?? false;
}
