import { type Grid, squareToCell } from '../grid.ts';
import type { Ground } from '../ground.ts';
import { REFUSED } from '../types.ts';
import type { Field } from './field.ts';
import type { Proof } from './proof.ts';

/** More than anybody pays. */
const farAbove = 1_000_000_000;

/** A field with what of a proof is read for every resident: by item the cover and the price, by cell the least of what a resident would have to bring. */
interface PricedField {
  readonly field: Field;
  readonly cover: Int32Array;
  readonly leastCover: number;
  readonly price: Int32Array;
  readonly leastToBring: Int32Array;
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

function pricedField(field: Field, proof: Proof): PricedField {
  const price = field.columns.map((column) => proof.volunteerPrice[column]!);
  const toBring = price.map((asked, at) => asked - field.brought[at]!);
  const cover = field.columns.map((column) => proof.cover[column]!);
  const leastCover = cover.reduce((least, one) => Math.min(least, one), farAbove);
  return { field, cover, leastCover, price, leastToBring: leastOfCells(field.grid, toBring) };
}

function fieldFor({ fields, ground }: Sweep, row: number): PricedField {
  return fields[(ground.residentKeys[row]! >>> 5) % fields.length]!;
}

function leastOfCells({ start }: Grid, values: Int32Array): Int32Array {
  const least = new Int32Array(start.length - 1).fill(farAbove);
  for (let cell = 0; cell < least.length; cell++)
    for (let at = start[cell]!; at < start[cell + 1]!; at++)
      least[cell] = Math.min(least[cell]!, values[at]!);
  return least;
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
 * Cells are passed over whose nearest place is too far for that, and volunteers whom what is known of their kind and
 * the way to them leave too far behind, so that few fits are worked out.
 */
export function findUnderpriced(sweep: Sweep, row: number, margin: number, take: Take): void {
  const { cover, price, leastToBring, field } = fieldFor(sweep, row);
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
  for (let cell = 0; cell < leastToBring.length; cell++) {
    const far = rating.ways.squareWithin(leftByKind + leastToBring[cell]!);
    if (far < 0 || squareToCell(grid, cell, eastMeters, northMeters) > far) continue;
    const end = grid.start[cell + 1]!;
    for (let at = grid.start[cell]!; at < end; at++) {
      if (cover[at] !== need) continue;
      let way = left + price[at]! - brought[at]! - bySpeech![speech![at]!]! - helped;
      if (way >= farthestFor.length) continue;
      const square = (eastMeters - east[at]!) ** 2 + (northMeters - north[at]!) ** 2;
      if (way >= 0 && square > farthestFor[way]!) continue;
      way += helped - byHelp![help![at]!]! - byChildren![children![at]!]!;
      way -= byCompany![company![at]!]! + byTraining![training![at]!]!;
      if (way >= farthestFor.length || (way >= 0 && square > farthestFor[way]!)) continue;
      way += liked - rating.likes.pointsOf(row, columns[at]!);
      if (way >= farthestFor.length || (way >= 0 && square > farthestFor[way]!)) continue;
      const fit = rating.rate(row, columns[at]!, own + price[at]!);
      if (fit !== REFUSED) take(columns[at]!, fit);
    }
  }
}
