import { fingerprint, fingerprintOfPairs } from './fingerprint.ts';
import type { RoundProblem, RoundResult } from './types.ts';

export type CertificateVerdict = { readonly ok: true } | { readonly ok: false; readonly because: string };

/** What the coordinator's decisions leave open: residents still free, places still free, edges still allowed. */
interface Open {
  readonly pinned: Uint8Array;
  readonly places: Int32Array;
  readonly isClosed: (resident: number, volunteer: number) => boolean;
}

function leaveOpen(problem: RoundProblem): Open {
  const pinned = new Uint8Array(problem.residents);
  const places = problem.capacity.slice();
  for (const [resident, volunteer] of problem.pinned ?? []) {
    pinned[resident] = 1;
    places[volunteer]! -= 1;
  }
  const banned = new Set<number>();
  for (const [resident, volunteer] of problem.forbidden ?? [])
    banned.add(resident * problem.volunteers + volunteer);
  const isClosed = (resident: number, volunteer: number) =>
    pinned[resident] === 1 ||
    places[volunteer] === 0 ||
    (banned.size > 0 && banned.has(resident * problem.volunteers + volunteer));
  return { pinned, places, isClosed };
}

/** Are the pairs candidates, within capacity, as decided by the coordinator, and are the totals theirs? */
function refusePairs(problem: RoundProblem, result: RoundResult, open: Open): string | null {
  const { volunteerOf } = result;
  const used = new Int32Array(problem.volunteers);
  const total = { pairs: 0, urgency: 0, fit: 0 };
  for (const [resident, volunteer] of problem.pinned ?? []) {
    if (volunteerOf[resident] !== volunteer) return 'a_pinned_pair_is_missing';
  }
  for (let resident = 0; resident < problem.residents; resident++) {
    const volunteer = volunteerOf[resident]!;
    if (volunteer === -1) continue;
    let edge = -1;
    for (let p = problem.rowPtr[resident]!; p < problem.rowPtr[resident + 1]!; p++) {
      if (problem.column[p] === volunteer) edge = p;
    }
    if (edge < 0) return 'a_pair_is_no_candidate';
    if (open.pinned[resident] === 0 && open.isClosed(resident, volunteer)) return 'a_pair_is_closed';
    used[volunteer]! += 1;
    if (used[volunteer]! > problem.capacity[volunteer]!) return 'a_volunteer_is_beyond_capacity';
    total.pairs += 1;
    total.urgency += problem.urgency?.[resident] ?? 0;
    total.fit += problem.fit[edge]!;
  }
  const agrees = total.pairs === result.pairs && total.urgency === result.urgency && total.fit === result.fit;
  return agrees ? null : 'the_totals_are_not_those_of_the_pairs';
}

/** Does the cover prove that no round pairs more, or more urgent, residents? */
function refuseCover(problem: RoundProblem, result: RoundResult, open: Open): string | null {
  const { residents, volunteers } = result.certificate.cover;
  for (let resident = 0; resident < problem.residents; resident++) {
    const worth = 2 * ((problem.urgency?.[resident] ?? 0) + 1);
    const own = residents[resident]!;
    const paired = open.pinned[resident] === 1 ? -1 : result.volunteerOf[resident]!;
    if (!(own >= 0) || (paired === -1 && own !== 0)) return 'a_cover_counts_somebody_unpaired';
    if (paired >= 0 && own + volunteers[paired]! !== worth) return 'a_cover_is_not_tight_on_a_pair';
    for (let p = problem.rowPtr[resident]!; p < problem.rowPtr[resident + 1]!; p++) {
      const volunteer = problem.column[p]!;
      if (own + volunteers[volunteer]! < worth && !open.isClosed(resident, volunteer)) {
        return 'a_candidate_is_not_covered';
      }
    }
  }
  return null;
}

/** Do the prices prove that no round as large and as urgent fits better? */
function refusePrices(problem: RoundProblem, result: RoundResult, open: Open): string | null {
  const { cover, price } = result.certificate;
  for (let resident = 0; resident < problem.residents; resident++) {
    const worth = 2 * ((problem.urgency?.[resident] ?? 0) + 1);
    const own = price.residents[resident]!;
    const paired = open.pinned[resident] === 1 ? -1 : result.volunteerOf[resident]!;
    if (!Number.isSafeInteger(own) || (paired === -1 && own !== 0)) return 'a_price_counts_somebody_unpaired';
    if (cover.residents[resident] === 0 && own < 0) return 'a_price_is_below_zero';
    for (let p = problem.rowPtr[resident]!; p < problem.rowPtr[resident + 1]!; p++) {
      const volunteer = problem.column[p]!;
      const gap = own + price.volunteers[volunteer]! - problem.fit[p]!;
      if (volunteer === paired && gap !== 0) return 'a_price_is_not_tight_on_a_pair';
      const usable = cover.residents[resident]! + cover.volunteers[volunteer]! === worth;
      if (gap < 0 && usable && !open.isClosed(resident, volunteer)) return 'a_candidate_beats_its_price';
    }
  }
  return null;
}

/** Volunteers with places left may cost nothing in either proof; prices of all others are whole numbers. */
function refuseVolunteers(problem: RoundProblem, result: RoundResult, open: Open): string | null {
  const { cover, price } = result.certificate;
  const left = open.places.slice();
  for (let resident = 0; resident < problem.residents; resident++) {
    if (open.pinned[resident] === 0 && result.volunteerOf[resident]! >= 0)
      left[result.volunteerOf[resident]!]! -= 1;
  }
  for (let volunteer = 0; volunteer < problem.volunteers; volunteer++) {
    const covered = cover.volunteers[volunteer]!;
    const asked = price.volunteers[volunteer]!;
    if (!(covered >= 0) || !Number.isSafeInteger(asked)) return 'a_price_is_no_whole_number';
    const isIdle = left[volunteer]! > 0 || open.places[volunteer] === 0;
    if (isIdle && (covered !== 0 || asked !== 0)) return 'a_free_place_has_a_price';
    if (covered === 0 && asked < 0) return 'a_price_is_below_zero';
  }
  return null;
}

/**
 * Checks, without the solver, that a result is feasible and that its dual values prove all three aims: by weak
 * duality with complementary slackness, which README.md spells out. O(edges), no arithmetic beyond addition.
 * The problem has to be one that `validateProblem` accepts.
 */
export function checkCertificate(problem: RoundProblem, result: RoundResult): CertificateVerdict {
  const { cover, price } = result.certificate;
  const sizes = [result.volunteerOf, cover.residents, price.residents].every(
    (a) => a.length === problem.residents,
  );
  const widths = [cover.volunteers, price.volunteers].every((a) => a.length === problem.volunteers);
  if (!sizes || !widths) return { ok: false, because: 'the_certificate_has_another_size' };
  if (result.certificate.problem !== fingerprint(problem)) {
    return { ok: false, because: 'the_certificate_belongs_to_another_problem' };
  }
  if (result.certificate.pairs !== fingerprintOfPairs(result.volunteerOf)) {
    return { ok: false, because: 'the_certificate_belongs_to_other_pairs' };
  }
  const open = leaveOpen(problem);
  const because =
    refusePairs(problem, result, open) ??
    refuseCover(problem, result, open) ??
    refusePrices(problem, result, open) ??
    refuseVolunteers(problem, result, open);
  return because === null ? { ok: true } : { ok: false, because };
}
