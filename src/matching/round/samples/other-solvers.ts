import type { RoundProblem } from '../types.ts';

/** The three totals of a round, in the order of the aims. */
export interface Totals {
  readonly pairs: number;
  readonly urgency: number;
  readonly fit: number;
}

/** The candidates of each resident that the coordinator's decisions leave. */
function openCandidates(problem: RoundProblem): { volunteer: number; fit: number }[][] {
  return Array.from({ length: problem.residents }, (_, i) => {
    const pin = problem.pinned?.find(([resident]) => resident === i);
    const row: { volunteer: number; fit: number }[] = [];
    for (let p = problem.rowPtr[i]!; p < problem.rowPtr[i + 1]!; p++) {
      const volunteer = problem.column[p]!;
      const isForbidden = problem.forbidden?.some(([r, v]) => r === i && v === volunteer) ?? false;
      if (!isForbidden && (pin === undefined || pin[1] === volunteer))
        row.push({ volunteer, fit: problem.fit[p]! });
    }
    return row;
  });
}

/** The best totals by trying every round. For ten people or so. */
export function tryEveryRound(problem: RoundProblem): Totals {
  const rows = openCandidates(problem);
  const places = problem.capacity.slice();
  const pinned = new Set(problem.pinned?.map(([resident]) => resident));
  let best: Totals = { pairs: -1, urgency: 0, fit: 0 };
  const visit = (i: number, totals: Totals): void => {
    if (i === problem.residents) {
      const gain = totals.pairs - best.pairs || totals.urgency - best.urgency || totals.fit - best.fit;
      if (gain > 0) best = totals;
      return;
    }
    if (!pinned.has(i)) visit(i + 1, totals);
    for (const { volunteer, fit } of rows[i]!) {
      if (places[volunteer] === 0) continue;
      places[volunteer]! -= 1;
      const urgency = totals.urgency + (problem.urgency?.[i] ?? 0);
      visit(i + 1, { pairs: totals.pairs + 1, urgency, fit: totals.fit + fit });
      places[volunteer]! += 1;
    }
  };
  visit(0, { pairs: 0, urgency: 0, fit: 0 });
  return best;
}

/**
 * The best totals by successive best paths, found by Bellman and Ford's method over one weight that holds all
 * three aims. Shares no idea of speed with the solver; for a hundred people or so, without pinned pairs.
 */
export function followBestPaths(problem: RoundProblem): Totals {
  const rows = openCandidates(problem);
  const bestFit = problem.fit.reduce((best, fit) => Math.max(best, fit), 0);
  const unit = 2 * (bestFit + 1) * (problem.residents + 1);
  const weightOf = (i: number) => unit * ((problem.urgency?.[i] ?? 0) + 1);
  const pairedWith = new Map<number, { volunteer: number; fit: number }>();
  const load = new Int32Array(problem.volunteers);
  for (;;) {
    const gain = new Float64Array(problem.volunteers).fill(Number.NEGATIVE_INFINITY);
    const from = new Map<number, { row: number; fit: number }>();
    for (let changed = true; changed; ) {
      changed = false;
      for (let i = 0; i < problem.residents; i++) {
        const held = pairedWith.get(i);
        const base = held === undefined ? weightOf(i) : gain[held.volunteer]! - held.fit;
        for (const { volunteer, fit } of rows[i]!) {
          if (volunteer === held?.volunteer || problem.capacity[volunteer] === 0) continue;
          if (base + fit <= gain[volunteer]!) continue;
          gain[volunteer] = base + fit;
          from.set(volunteer, { row: i, fit });
          changed = true;
        }
      }
    }
    let end = -1;
    for (let j = 0; j < problem.volunteers; j++) {
      if (load[j]! < problem.capacity[j]! && gain[j]! > (gain[end] ?? 0)) end = j;
    }
    if (end < 0) break;
    load[end]! += 1;
    for (let at = end; at >= 0; ) {
      const { row, fit } = from.get(at)!;
      const before = pairedWith.get(row);
      pairedWith.set(row, { volunteer: at, fit });
      at = before?.volunteer ?? -1;
    }
  }
  const totals = { pairs: pairedWith.size, urgency: 0, fit: 0 };
  for (const [row, { fit }] of pairedWith) {
    totals.urgency += problem.urgency?.[row] ?? 0;
    totals.fit += fit;
  }
  return totals;
}
