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
  /** By what each kind of speech is worth to a resident, the most that anybody here brings. */
  readonly mostSpoken: (points: Int16Array) => number;
}

/** A proof and the fields to look through: each resident looks through those of one part of everybody. */
export interface Sweep {
  readonly ground: Ground;
  readonly proof: Proof;
  readonly parts: readonly (readonly PricedField[])[];
}

/** Makes ready to look through the fields of these parts with this proof. */
export function sweepOf(ground: Ground, parts: readonly (readonly Field[])[], proof: Proof): Sweep {
  return { ground, proof, parts: parts.map((fields) => fields.map((field) => pricedField(field, proof))) };
}

function pricedField(unordered: Field, proof: Proof): PricedField {
  const asked = unordered.columns.map((column, at) => proof.volunteerPrice[column]! - unordered.brought[at]!);
  const order = cheapestFirst(unordered.grid, asked);
  const field = inOrder(unordered, order);
  const cover = field.columns.map((column) => proof.cover[column]!);
  const leastCover = cover.reduce((least, one) => Math.min(least, one), farAbove);
  return { field, cover, leastCover, toBring: pick(asked, order), mostSpoken: mostAmong(field.speech) };
}

/** The items of each cell by what they ask, the least first. */
function cheapestFirst({ start }: Grid, asked: Int32Array): Int32Array {
  const order = Int32Array.from(asked, (_, at) => at);
  for (let cell = 0; cell + 1 < start.length; cell++)
    order.subarray(start[cell], start[cell + 1]).sort((a, b) => asked[a]! - asked[b]! || a - b);
  return order;
}

/** The most of some numbers in a list, remembered by the list: many residents talk alike. */
function mostAmong(places: readonly number[]): (points: Int16Array) => number {
  const known = new Map<Int16Array, number>();
  return (points) => {
    const most = known.get(points) ?? places.reduce((sum, at) => Math.max(sum, points[at]!), REFUSED);
    known.set(points, most);
    return most;
  };
}

function fieldsFor({ parts, ground }: Sweep, row: number): readonly PricedField[] {
  return parts[(ground.residentKeys[row]! >>> 5) % parts.length]!;
}

/** Takes the candidates that a search finds. */
export type Take = (column: number, fit: number) => void;

/** Finds the candidates of a resident whom the proof does not cover. */
export function findUncovered(sweep: Sweep, row: number, take: Take): void {
  const { ground, proof } = sweep;
  const need = proof.need[row]!;
  for (const { field, cover, leastCover } of fieldsFor(sweep, row)) {
    if (leastCover >= need) continue;
    for (let at = 0; at < cover.length; at++) {
      if (cover[at]! >= need) continue;
      const fit = ground.rating.rate(row, field.columns[at]!);
      if (fit !== REFUSED) take(field.columns[at]!, fit);
    }
  }
}

/**
 * Finds the candidates of a resident whose cover is tight and whose fit is more than the two prices less a margin.
 * Fields are passed over with whose volunteers the resident cannot talk, cells whose nearest place is too far for that, the
 * rest of a cell from whoever asks for too much on, and volunteers whom what is known of their kind and the way to them
 * leave too far behind, so that few fits are worked out.
 */
export function findUnderpriced(sweep: Sweep, row: number, margin: number, take: Take): void {
  const { proof } = sweep;
  const { rating, residents } = sweep.ground;
  const { farthestFor } = rating.ways;
  const { eastMeters, northMeters } = residents[row]!.place;
  const [byCompany, bySpeech, byHelp, byChildren, byTraining] = rating.tables.map((table) =>
    table.pointsFor(row),
  );
  const need = proof.need[row]!;
  const own = proof.residentPrice[row]! - margin;
  const liked = rating.likes.mostFor(row);
  const helped = rating.tables[2]!.mostFor(row) + rating.tables[3]!.mostFor(row);
  for (const { cover, toBring, mostSpoken, field } of fieldsFor(sweep, row)) {
    const spoken = mostSpoken(bySpeech!);
    if (spoken < 0) continue;
    const { grid, columns, east, north, brought, kinds } = field;
    const [company, speech, help, children, training] = kinds;
    // What the way has to bring at least, if all that is not known yet is as good as can be.
    const left = own - rating.mostForHours[row]! - liked - spoken - helped;
    for (let cell = 0; cell + 1 < grid.start.length; cell++) {
      const [begin, end] = [grid.start[cell]!, grid.start[cell + 1]!];
      if (begin === end || left + toBring[begin]! >= farthestFor.length) continue;
      const toCell = squareToCell(grid, cell, eastMeters, northMeters);
      for (let at = begin; at < end; at++) {
        const asked = left + toBring[at]!;
        const within = rating.ways.squareWithin(asked);
        // Whoever comes after in the cell asks for more.
        if (toCell > within) break;
        if (cover[at] !== need) continue;
        const square = (eastMeters - east[at]!) ** 2 + (northMeters - north[at]!) ** 2;
        if (square > within) continue;
        let known = bySpeech![speech![at]!]!;
        let way = asked + spoken - known;
        if (way >= farthestFor.length || (way >= 0 && square > farthestFor[way]!)) continue;
        known += byHelp![help![at]!]! + byChildren![children![at]!]!;
        known += byCompany![company![at]!]! + byTraining![training![at]!]!;
        way = asked + spoken + helped - known;
        if (way >= farthestFor.length || (way >= 0 && square > farthestFor[way]!)) continue;
        const column = columns[at]!;
        const likes = rating.likes.pointsOf(row, column);
        way += liked - likes;
        if (way >= farthestFor.length || (way >= 0 && square > farthestFor[way]!)) continue;
        known += brought[at]! + likes;
        const fit = rating.rateKnown(row, column, known, own + toBring[at]! + brought[at]!);
        if (fit !== REFUSED) take(column, fit);
      }
    }
  }
}
