import type { RoundProblem, RoundResult } from '../../round/types.ts';
import type { Candidate } from '../rows.ts';
import {
  clearSearch,
  newPathSearch,
  nextNearest,
  type PathSearch,
  reach,
  START,
  visit,
} from './path-search.ts';
import type { Proof } from './proof.ts';

/** Where a column is reached from `nobody`: one of its places falls free. `FROM_PLACE - c`: a free place of c is taken. */
const FROM_NOBODY = -1;
const FROM_PLACE = -2;

/**
 * Who is paired with whom at which prices, and how it changes when candidates come. Whoever need not be paired and every
 * place that need not be taken meet in a volunteer of their own, `nobody`, who has as many places as are wanted: so
 * everybody is always paired and every place taken, and one search looks at all ways there are.
 */
export class Rearrangement {
  readonly volunteerOf: Int32Array;
  private readonly problem: RoundProblem;
  private readonly proof: Proof;
  private readonly cover: RoundResult['certificate']['cover'];
  private readonly residentPrice: Float64Array;
  /** By column, and behind them what `nobody` costs: as nothing else than 0 in the end, where all prices move by that. */
  private readonly price: Float64Array;
  private readonly nobody: number;
  /** Where each row ends as long as the new candidates of the resident have not been admitted. */
  private readonly end: Int32Array;
  private readonly slotPtr: Int32Array;
  private readonly holder: Int32Array;
  private readonly used: Int32Array;
  private readonly search: PathSearch;

  constructor(
    problem: RoundProblem,
    { volunteerOf, certificate }: RoundResult,
    proof: Proof,
    missed: readonly Candidate[],
  ) {
    const { residents, volunteers } = problem;
    this.problem = problem;
    this.proof = proof;
    this.cover = certificate.cover;
    this.volunteerOf = volunteerOf.slice();
    this.residentPrice = certificate.price.residents.slice();
    this.price = new Float64Array(volunteers + 1);
    this.price.set(certificate.price.volunteers);
    this.nobody = volunteers;
    this.end = problem.rowPtr.slice(1);
    for (const { row } of missed) this.end[row]! -= 1;
    this.slotPtr = new Int32Array(volunteers + 1);
    const places = problem.capacity.slice();
    for (const [, column] of problem.pinned ?? []) places[column]! -= 1;
    for (let column = 0; column < volunteers; column++)
      this.slotPtr[column + 1] = this.slotPtr[column]! + Math.min(places[column]!, residents);
    this.holder = new Int32Array(this.slotPtr[volunteers]!);
    this.used = new Int32Array(volunteers);
    for (let row = 0; row < residents; row++) if (this.isOpen(row)) this.give(row, volunteerOf[row]!);
    this.search = newPathSearch(residents, volunteers + 1);
  }

  /** Lets a resident have these candidates too. */
  admit(row: number, candidates: readonly Candidate[]): void {
    this.end[row] = this.problem.rowPtr[row + 1]!;
    const { price, residentPrice, proof } = this;
    let wanted = residentPrice[row]!;
    for (const { column, fit } of candidates)
      if (proof.cover[column] === proof.need[row]) wanted = Math.max(wanted, fit - price[column]!);
    if (wanted === residentPrice[row]) return;
    residentPrice[row] = wanted;
    const given = this.volunteerOf[row]!;
    this.take(row);
    this.pairAgain(row, given < 0 ? this.nobody : given);
  }

  /** The prices as a certificate has them. */
  prices(): RoundResult['certificate']['price'] {
    const { price, slotPtr, nobody } = this;
    const shift = price[nobody]!;
    return {
      residents: this.residentPrice.map((own, row) => (this.isOpen(row) ? own + shift : own)),
      volunteers: price
        .subarray(0, nobody)
        .map((own, column) => (slotPtr[column + 1]! > slotPtr[column]! ? own - shift : own)),
    };
  }

  /** Nobody has decided on the resident. */
  private isOpen(row: number): boolean {
    return this.proof.need[row]! >= 0;
  }

  private isFree(column: number): boolean {
    return this.used[column]! < this.slotPtr[column + 1]! - this.slotPtr[column]!;
  }

  private give(row: number, column: number): void {
    this.volunteerOf[row] = column === this.nobody ? -1 : column;
    if (column >= 0 && column !== this.nobody)
      this.holder[this.slotPtr[column]! + this.used[column]!++] = row;
  }

  private take(row: number): void {
    const column = this.volunteerOf[row]!;
    this.volunteerOf[row] = -1;
    if (column < 0) return;
    const { slotPtr, holder, used } = this;
    let place = slotPtr[column]!;
    while (holder[place] !== row) place++;
    used[column]! -= 1;
    holder[place] = holder[slotPtr[column]! + used[column]!]!;
  }

  /** Pairs a resident who has given up a place, along the shortest path to that place. */
  private pairAgain(row: number, place: number): void {
    const { search } = this;
    search.target = place;
    this.lookFrom(row, 0, START);
    for (let column = nextNearest(search); column !== place; column = nextNearest(search)) {
      const base = search.distance[column]!;
      if (column === this.nobody) this.lookFromNobody(base);
      else this.lookFromColumn(column, base);
    }
    this.movePrices(search.distance[place]!);
    this.walkBack(place);
    clearSearch(search);
  }

  /** Whom a resident could be paired with, who is at this distance and comes from a place of `via`. */
  private lookFrom(row: number, base: number, via: number): void {
    const { problem, proof, price, search, cover, nobody } = this;
    visit(search, row, base, via);
    const own = base + this.residentPrice[row]!;
    const need = proof.need[row]!;
    const end = this.end[row]!;
    for (let at = problem.rowPtr[row]!; at < end; at++) {
      const column = problem.column[at]!;
      if (proof.cover[column] === need && column !== via)
        reach(search, column, own + price[column]! - problem.fit[at]!, row);
    }
    if (cover.residents[row] === 0) reach(search, nobody, own + price[nobody]!, row);
  }

  private lookFromColumn(column: number, base: number): void {
    const { slotPtr, used, holder, search, cover, nobody } = this;
    const start = slotPtr[column]!;
    for (let place = start; place < start + used[column]!; place++)
      this.lookFrom(holder[place]!, base, column);
    if (cover.volunteers[column] === 0 && this.isFree(column))
      reach(search, nobody, base, FROM_PLACE - column);
  }

  private lookFromNobody(base: number): void {
    const { problem, cover, price, search, nobody, volunteerOf, slotPtr } = this;
    for (let row = 0; row < problem.residents; row++) {
      if (
        volunteerOf[row]! < 0 &&
        cover.residents[row] === 0 &&
        search.via[row] !== START &&
        this.isOpen(row)
      )
        this.lookFrom(row, base, nobody);
    }
    for (let column = 0; column < problem.volunteers; column++) {
      if (cover.volunteers[column] === 0 && slotPtr[column + 1]! > slotPtr[column]!)
        reach(search, column, base + price[column]! - price[nobody]!, FROM_NOBODY);
    }
  }

  /** Every way that was looked at stays no better than what its two ends cost together. */
  private movePrices(nearest: number): void {
    const { search, price, residentPrice } = this;
    for (let at = 0; at < search.rowCount; at++) {
      const row = search.rows[at]!;
      residentPrice[row]! -= Math.max(0, nearest - search.rowDistance[row]!);
    }
    for (let at = 0; at < search.reachedCount; at++) {
      const column = search.reached[at]!;
      price[column]! += Math.max(0, nearest - search.distance[column]!);
    }
  }

  /** Everybody on the path moves one place along. */
  private walkBack(place: number): void {
    const { from, via } = this.search;
    for (let to = place; to !== START; ) {
      const row = from[to]!;
      if (row < 0) to = row === FROM_NOBODY ? this.nobody : FROM_PLACE - row;
      else {
        this.take(row);
        this.give(row, to);
        to = via[row]!;
      }
    }
  }
}
