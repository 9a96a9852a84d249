import { CompiledQuery } from 'kysely';
import { genderNumber } from '../../../matching/dispatch/memory/posting.ts';
import { categoryBits } from '../../../matching/dispatch/rows/rows.ts';
import { needAt } from '../../../matching/dispatch/rows/traits.ts';
import { CATEGORIES, type DispatchRequest, type Volunteer } from '../../../matching/dispatch/types.ts';
import type { Weights } from '../../../matching/dispatch/weights.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { textAnywhere, textNear } from './statements.ts';

/** A language in which a request can be served: its points for standing where it stands in the resident's list. */
export interface Option {
  readonly language: string;
  readonly shift: number;
}

/** What is asked for, whatever part of it is searched. */
export interface Wanted {
  readonly request: DispatchRequest;
  readonly weights: Weights;
  readonly options: readonly Option[];
}

/** A part of the rows to search. */
export interface Part {
  /** Cells to read, with the most points that the distance to them leaves; those sampled first. */
  readonly cells: readonly { readonly cell: number; readonly points: number }[];
  /** How many of the cells to sample for a first floor, and how many rows of each; none when the floor is known. */
  readonly sample: { readonly cells: number; readonly rows: number };
  /** Nobody with fewer points is wanted; null while nothing is known. */
  readonly floor: number | null;
  /**
   * Lists with fewer people are read as a whole, which is quicker than going over many cells; and all lists, when they
   * have fewer than five times as many together: then few live close by, and a floor would be hard to find.
   */
  readonly wholeBelow: number;
  /** The most points that the distance to somebody in a list read as a whole leaves. */
  readonly wholePoints: number;
  /** How many to return at the most. */
  readonly most: number;
}

export interface Found {
  /**
   * The best by total and then by id, in any order. What a row can tell is true of them; the facts must be asked for the
   * rest.
   */
  readonly candidates: readonly Volunteer[];
  /** The total of the last of them, with rest as of the day on which the row was written; null when there is none. */
  readonly last: number | null;
  /** The total under which nobody was returned; null when too few were found to name one. */
  readonly floor: number | null;
  /** Whether any list was read by cells rather than as a whole. */
  readonly isPartial: boolean;
  /** By how many points somebody's true score may be above their total, and below, because of days since. */
  readonly above: number;
  readonly below: number;
}

/**
 * Reads the candidates of some cells, and of lists read as a whole, out of the indexes. Every row is returned, or comes
 * after those returned, or has fewer points than the floor; without a floor, nothing of the cells is returned.
 */
export async function searchNear(db: Database, wanted: Wanted, part: Part): Promise<Found> {
  const { request, weights } = wanted;
  const { place } = request;
  const values = [
    ...commonValues(wanted, part.most),
    arrayOf(part.cells.map(({ cell }) => cell)),
    arrayOf(part.cells.map(({ points }) => points)),
    part.floor === null ? part.sample.cells : 0,
    part.sample.rows,
    part.floor,
    part.wholeBelow,
    part.wholePoints,
    place?.eastMeters ?? 0,
    place?.northMeters ?? 0,
    ...needValues(request),
  ];
  return read(db, textNear(weights, request.possibleTimes.length), values);
}

/** Reads the best candidates wherever they live. */
export async function searchAnywhere(db: Database, wanted: Wanted, most: number): Promise<Found> {
  const { request, weights } = wanted;
  const values = [...commonValues(wanted, most), ...needValues(request)];
  return read(db, textAnywhere(weights, request.possibleTimes.length), values);
}

/** The parameters `$1` to `$7` of both statements. */
function commonValues({ request, options }: Wanted, most: number): unknown[] {
  const category = 1 << CATEGORIES.indexOf(request.category);
  return [
    options.map(({ language }) => language),
    arrayOf(options.map(({ shift }) => shift)),
    request.task,
    most,
    request.today,
    categoryBits(category, 0),
    categoryBits(0, category),
  ];
}

/** Numbers as PostgreSQL writes an array: the driver would put each in quotes, which takes longer than to find the cells. */
function arrayOf(numbers: readonly number[]): string {
  return `{${numbers.join(',')}}`;
}

/** What somebody must have for each possible time: three words a time. */
function needValues({ possibleTimes, neededLevel, genderWish }: DispatchRequest): bigint[] {
  return possibleTimes.flatMap((time) => needAt(time, neededLevel, genderNumber(genderWish)));
}

/** One line with all: many lines of several columns would take the driver longer to read. */
type Answer = Omit<Found, 'candidates'> & { readonly facts: string | null };

async function read(db: Database, text: string, values: readonly unknown[]): Promise<Found> {
  const { rows } = await db.executeQuery<Answer>(CompiledQuery.raw(text, [...values]));
  const [found] = rows;
  if (!found) throw new Error('The dispatch tables have lost the day on which they were written.');
  const { facts, ...about } = found;
  return { ...about, candidates: JSON.parse(`[${facts ?? ''}]`) as Volunteer[] };
}
