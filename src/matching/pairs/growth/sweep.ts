import { type Grid, squareToCell } from '../grid.ts';
import type { Ground } from '../ground.ts';
import { REFUSED } from '../types.ts';
import { type Field, inOrder, pick } from './field.ts';
import type { Proof } from './proof.ts';

/** More than anybody pays. */
const farAbove = 1_000_000_000;

/**
 * A field with what of a proof is read for every resident: by item the cover and what a resident has to bring, the price
 * less what the volunteer brings. Within a cell whoever asks for least comes first.
 */
interface PricedField {
  readonly field: Field;
  readonly cover: Int32Array;
  readonly leastCover: number;
  readonly toBring: Int32Array;
}

/** A proof and the fields to look through: each resident looks through one of them. */
export interface Sweep {
  readonly ground: Ground;
  readonly proof: Proof;
  readonly fields: readonly PricedField[];
}

/** Makes ready to look through the fields with this proof. */
export function sweepOf(ground: Ground, fields: readonly Field[], proof: Proof): Sweep {
  return { ground, proof, fields: fields.map((field) => pricedField(field, proof)) };
}

function pricedField(unordered: Field, proof: Proof): PricedField {
  const asked = unordered.columns.map((column, at) => proof.volunteerPrice[column]! - unordered.brought[at]!);
  const order = cheapestFirst(unordered.grid, asked);
  const field = inOrder(unordered, order);
  const cover = field.columns.map((column) => proof.cover[column]!);
  const leastCover = cover.reduce((least, one) => Math.min(least, one), farAbove);
  return { field, cover, leastCover, toBring: pick(asked, order) };
}

/** The items of each cell by what they ask, the least first. */
function cheapestFirst({ start }: Grid, asked: Int32Array): Int32Array {
  const order = Int32Array.from(asked, (_, at) => at);
  for (let cell = 0; cell + 1 < start.length; cell++)
    order.subarray(start[cell], start[cell + 1]).sort((a, b) => asked[a]! - asked[b]! || a - b);
  return order;
}

function fieldFor({ fields, ground }: Sweep, row: number): PricedField {
  return fields[(ground.residentKeys[row]! >>> 5) % fields.length]!;
}

/** Takes the candidates that a search finds. */
export type Take = (column: number, fit: number) => void;

/** Finds the candidates of a resident whom the proof does not cover. */
export function findUncovered(sweep: Sweep, row: number, take: Take): void {
  const { ground, proof } = sweep;
  const { field, cover, leastCover } = fieldFor(sweep, row);
  const need = proof.need[row]!;
  if (leastCover >= need) return;
  for (let at = 0; at < cover.length; at++) {
    if (cover[at]! >= need) continue;
    const fit = ground.rating.rate(row, field.columns[at]!);
    if (fit !== REFUSED) take(field.columns[at]!, fit);
  }
}

/**
 * Finds the candidates of a resident whose cover is tight and whose fit is more than the two prices less a margin.
 * Cells are passed over whose nearest place is too far for that, the rest of a cell from whoever asks for too much on, and
 * volunteers whom what is known of their kind and the way to them leave too far behind, so that few fits are worked out.
 */
export function findUnderpriced(sweep: Sweep, row: number, margin: number, take: Take): void {
  const { cover, toBring, field } = fieldFor(sweep, row);
  const { proof } = sweep;
  const { grid, columns, east, north, brought, kinds } = field;
  const { rating, residents } = sweep.ground;
  const { farthestFor } = rating.ways;
  const { eastMeters, northMeters } = residents[row]!.place;
  const [byCompany, bySpeech, byHelp, byChildren, byTraining] = rating.tables.map((table) =>
    table.pointsFor(row),
  );
  const [company, speech, help, children, training] = kinds;
  const need = proof.need[row]!;
  const own = proof.residentPrice[row]! - margin;
  const liked = rating.likes.mostFor(row);
  const helped = rating.tables[2]!.mostFor(row) + rating.tables[3]!.mostFor(row);
  // What the way has to bring at least, if all that is not known yet is as good as can be.
  const left = own - rating.mostForHours[row]! - liked;
  const leftByKind = left - rating.mostByKind(row);
  for (let cell = 0; cell + 1 < grid.start.length; cell++) {
    const [begin, end] = [grid.start[cell]!, grid.start[cell + 1]!];
    if (begin === end || rating.ways.squareWithin(leftByKind + toBring[begin]!) < 0) continue;
    const toCell = squareToCell(grid, cell, eastMeters, northMeters);
    for (let at = begin; at < end; at++) {
      // Whoever comes after in the cell asks for more.
      if (toCell > rating.ways.squareWithin(leftByKind + toBring[at]!)) break;
      if (cover[at] !== need) continue;
      const column = columns[at]!;
      const asked = left + toBring[at]!;
      let known = bySpeech![speech![at]!]!;
      let way = asked - known - helped;
      if (way >= farthestFor.length) continue;
      const square = (eastMeters - east[at]!) ** 2 + (northMeters - north[at]!) ** 2;
      if (way >= 0 && square > farthestFor[way]!) continue;
      known += byHelp![help![at]!]! + byChildren![children![at]!]!;
      known += byCompany![company![at]!]! + byTraining![training![at]!]!;
      way = asked - known;
      if (way >= farthestFor.length || (way >= 0 && square > farthestFor[way]!)) continue;
      const likes = rating.likes.pointsOf(row, column);
      way += liked - likes;
      if (way >= farthestFor.length || (way >= 0 && square > farthestFor[way]!)) continue;
      known += brought[at]! + likes;
      const fit = rating.rateKnown(row, column, known, own + toBring[at]! + brought[at]!);
      if (fit !== REFUSED) take(column, fit);
    }
  }
}
