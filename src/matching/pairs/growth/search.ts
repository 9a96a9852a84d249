import { lookNearby, type Start } from '../candidates.ts';
import type { Ground } from '../ground.ts';
import type { Rows } from '../rows.ts';
import { missedBeyond } from './beyond.ts';
import { type Field, fieldsOf } from './field.ts';
import type { Proof } from './proof.ts';
import { findUncovered, findUnderpriced, sweepOf, type Take } from './sweep.ts';

/** Candidates that a proof allows by less than a margin, or not at all, and that are not kept already. */
interface SearchNear {
  readonly kind: 'near';
  /** Everybody, or for each resident a part of everybody. */
  readonly among: 'all' | 'part';
  readonly proof: Proof;
  readonly kept: Rows;
  readonly margin: number;
}

/** Candidates that a proof does not hold against and that a pool, made with the proof before, has left out. */
interface SearchBeyond {
  readonly kind: 'beyond';
  readonly proof: Proof;
  readonly before: Proof;
  /** Residents of whom the pool has left out others too. */
  readonly isCut: Uint8Array;
  readonly margin: number;
}

/** The candidates with which each resident starts. */
interface SearchFirst {
  readonly kind: 'first';
  readonly start: Start;
}

/** What is looked for, as plain data: threads can share the residents. */
export type Search = SearchFirst | SearchNear | SearchBeyond;

/** Looks for a resident's candidates. */
export type Look = (row: number, take: Take) => void;

/** Looks through everybody for whatever is searched. What it has laid out once serves every search. */
export class Lookout {
  readonly ground: Ground;
  private whole: readonly (readonly Field[])[] | undefined;
  private parts: readonly (readonly Field[])[] | undefined;

  constructor(ground: Ground) {
    this.ground = ground;
  }

  /** Makes ready for a search. */
  begin(search: Search): Look {
    const { ground } = this;
    if (search.kind === 'first') return lookNearby(ground, search.start);
    const parts = search.kind === 'near' && search.among === 'part' ? this.layParts() : this.layWhole();
    const sweep = sweepOf(ground, parts, search.proof);
    if (search.kind === 'beyond') return missedBeyond(sweep, search);
    const { kept, margin } = search;
    const keptBy = new Int32Array(ground.volunteers.length).fill(-1);
    return (row, take) => {
      if (!ground.residents[row]!.isInPool) return;
      for (let at = kept.rowPtr[row]!; at < kept.rowPtr[row + 1]!; at++) keptBy[kept.column[at]!] = row;
      const takeOther: Take = (column, fit) => {
        if (keptBy[column] !== row) take(column, fit);
      };
      findUncovered(sweep, row, takeOther);
      findUnderpriced(sweep, row, margin, takeOther);
    };
  }

  private layWhole(): readonly (readonly Field[])[] {
    this.whole ??= [fieldsOf(this.ground, this.ground.columns)];
    return this.whole;
  }

  private layParts(): readonly (readonly Field[])[] {
    this.parts ??= partsOf(this.ground);
    return this.parts;
  }
}

const partsOfAll = 4;

/** Parts that together hold everybody. */
function partsOf(ground: Ground): Field[][] {
  return Array.from({ length: partsOfAll }, (_, part) =>
    fieldsOf(
      ground,
      ground.columns.filter((column) => (ground.volunteerKeys[column]! >>> 5) % partsOfAll === part),
    ),
  );
}
