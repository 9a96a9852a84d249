import type { Ground } from '../ground.ts';
import type { Solution } from '../types.ts';

/** Stands for the cover of a volunteer who has no place to give: nobody need be covered there. */
const NO_PLACE = 0x7fffffff;

/** The dual values of a certificate as they are asked for any two people. */
export interface Proof {
  /** What a resident's volunteer must cover at least: `worth - cover`; nothing where the resident is decided. */
  readonly need: Int32Array;
  readonly cover: Int32Array;
  readonly residentPrice: Int32Array;
  readonly volunteerPrice: Int32Array;
}

/** Reads the proof out of a solution. */
export function proofOf(ground: Ground, { problem, result }: Solution): Proof {
  const { cover, price } = result.certificate;
  const places = problem.capacity.slice();
  const need = Int32Array.from(ground.urgencies, ({ days }, row) => 2 * (days + 1) - cover.residents[row]!);
  for (const [row, column] of problem.pinned ?? []) {
    places[column]! -= 1;
    need[row] = -1;
  }
  return {
    need,
    cover: cover.volunteers.map((value, column) => (places[column]! > 0 ? value : NO_PLACE)),
    residentPrice: Int32Array.from(price.residents),
    volunteerPrice: Int32Array.from(price.volunteers),
  };
}

/**
 * How far a candidate is from what a proof allows: above 0 it is missed, by so many points of fit; `UNCOVERED` where
 * its cover is too low, `COVERED` where it is more than enough, so that its fit does not matter.
 */
export function gainOf(proof: Proof, row: number, column: number, fit: number): number {
  const spare = proof.cover[column]! - proof.need[row]!;
  if (spare !== 0) return spare < 0 ? UNCOVERED : COVERED;
  return fit - proof.residentPrice[row]! - proof.volunteerPrice[column]!;
}

export const UNCOVERED = Number.POSITIVE_INFINITY;
export const COVERED = Number.NEGATIVE_INFINITY;

/** How far values have fallen since a reference; without end where the cover asks for more than it did. */
export interface Falls {
  readonly ofResidents: Float64Array;
  readonly ofVolunteers: Float64Array;
}

/** Compares a proof with an earlier one. */
export function fallsSince(before: Proof, now: Proof): Falls {
  return {
    ofResidents: Float64Array.from(now.residentPrice, (price, row) =>
      now.need[row]! > before.need[row]! ? UNCOVERED : Math.max(0, before.residentPrice[row]! - price),
    ),
    ofVolunteers: Float64Array.from(now.volunteerPrice, (price, column) =>
      now.cover[column]! < before.cover[column]!
        ? UNCOVERED
        : Math.max(0, before.volunteerPrice[column]! - price),
    ),
  };
}
