import { CompiledQuery } from 'kysely';
import { mostPostingPoints, mostRestPoints } from '../../../../matching/dispatch/memory/check.ts';
import { genderNumber } from '../../../../matching/dispatch/memory/posting.ts';
import { CATEGORIES, type DispatchRequest, type Volunteer } from '../../../../matching/dispatch/types.ts';
import { touchedSlots } from '../../../../matching/dispatch/weekly.ts';
import type { Weights } from '../../../../matching/dispatch/weights.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { hourBits, traitsOf } from '../rows.ts';

/** Below every total. */
const BELOW_ALL = -1_000_000;

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
   * have fewer than three times as many together.
   */
  readonly wholeBelow: number;
  /** The most points that the distance to somebody in a list read as a whole leaves. */
  readonly wholePoints: number;
  /** How many to return at the most. */
  readonly most: number;
}

export interface Candidate {
  /** Their points, with rest as of the day on which the row was written. */
  readonly total: number;
  readonly facts: Volunteer;
}

export interface Found {
  /** The best by total, equal ones by id. What a row can tell is true of them; the facts must be asked for the rest. */
  readonly candidates: readonly Candidate[];
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
    traitsOf({ ...NO_TRAITS, skills: categoryBit(request) }),
    traitsOf({ ...NO_TRAITS, practice: categoryBit(request) }),
    arrayOf(part.cells.map(({ cell }) => cell)),
    arrayOf(part.cells.map(({ points }) => points)),
    part.floor === null ? part.sample.cells : 0,
    part.sample.rows,
    part.floor,
    part.wholeBelow,
    part.wholePoints,
    place?.eastMeters ?? 0,
    place?.northMeters ?? 0,
    ...hourValues(request),
  ];
  return read(db, textNear(weights, request.possibleTimes.length), values);
}

/** Reads the best candidates wherever they live. */
export async function searchAnywhere(db: Database, wanted: Wanted, most: number): Promise<Found> {
  const { request, weights } = wanted;
  const bit = categoryBit(request);
  const groups = [
    { skills: bit, practice: bit, points: weights.categorySkill + weights.categoryPractice },
    { skills: bit, practice: 0, points: weights.categorySkill },
    { skills: 0, practice: bit, points: weights.categoryPractice },
    { skills: 0, practice: 0, points: 0 },
  ];
  const values = [
    ...commonValues(wanted, most),
    // One number: an operation on two parameters would make a plan for all seem dearer than a new one each time.
    traitsOf({ ...NO_TRAITS, skills: bit, practice: bit }),
    arrayOf(groups.map(({ skills, practice }) => traitsOf({ ...NO_TRAITS, skills, practice }))),
    arrayOf(groups.map(({ points }) => points)),
    ...hourValues(request),
  ];
  return read(db, textAnywhere(weights, request.possibleTimes.length), values);
}

const NO_TRAITS = { level: 0, gender: 0, skills: 0, practice: 0 };

function categoryBit({ category }: DispatchRequest): number {
  return 1 << CATEGORIES.indexOf(category);
}

/** The parameters `$1` to `$8` of both statements. */
function commonValues({ request, options }: Wanted, most: number): unknown[] {
  const gender = genderNumber(request.genderWish);
  return [
    options.map(({ language }) => language),
    arrayOf(options.map(({ shift }) => shift)),
    request.task,
    most,
    traitsOf({ ...NO_TRAITS, level: Math.max(1, request.neededLevel) }),
    traitsOf({ ...NO_TRAITS, gender: gender === 0 ? 0 : 3 }),
    traitsOf({ ...NO_TRAITS, gender }),
    request.today,
  ];
}

const textNear = remembered(nearText);
const textAnywhere = remembered(anywhereText);

/** Numbers as PostgreSQL writes an array: the driver would put each in quotes, which takes longer than to find the cells. */
function arrayOf(numbers: readonly number[]): string {
  return `{${numbers.join(',')}}`;
}

/** The hours in which somebody must have free time, for each possible time. */
function hourValues({ possibleTimes }: DispatchRequest): bigint[] {
  return possibleTimes.map((time) => hourBits(touchedSlots(time)));
}

/**
 * Parameters by which a plan made for their values alone would seem cheaper than one for all: each hidden from the planner
 * in a query of its own, so that a statement is planned once a connection. Planning takes as long as searching.
 */
const HIDDEN = {
  languages: '(select $1::text[])',
  shifts: '(select $2::integer[])',
  task: '(select $3::text)',
  most: '(select $4::integer)',
  level: '(select $5::integer)',
  cells: '(select $11::integer[])',
  points: '(select $12::integer[])',
  sampled: '(select $14::integer)',
  wholeBelow: '(select $16::integer)',
} as const;

/** What a row can tell of whether somebody fits; parameters of `commonValues`, and hours from `$first` on. */
function fits(times: number, first: number): string {
  const isFree = Array.from(
    { length: times },
    (_, n) => `hours & $${first + n}::bigint = $${first + n}::bigint`,
  );
  return `traits >= ${HIDDEN.level} and traits & (select $6::integer) = (select $7::integer) and (${isFree.join(' or ')})`;
}

/** The lists to read, and by how many points scores may be off today. */
function known(weights: Weights, volunteers: string): string {
  const most = mostRestPoints(weights);
  const drift = (days: string) =>
    `least(greatest(0, ${days}) * ${weights.askedPerDay + weights.servedPerDay}, ${most})`;
  return `options as materialized (
      select list, shift, ${volunteers} as volunteers from unnest(${HIDDEN.languages}, ${HIDDEN.shifts}) as asked (language, shift)
      join spot.dispatch_lists using (language) where task = ${HIDDEN.task}
    ), drift as materialized (
      select ${drift('$8::integer - oldest_on')} as above, ${drift('newest_on - $8::integer')} as below
      from spot.dispatch_day
    )`;
}

function nearText(weights: Weights, times: number): string {
  const points = `(case when traits & $9::integer <> 0 then ${weights.categorySkill} else 0 end
    + case when traits & $10::integer <> 0 then ${weights.categoryPractice} else 0 end
    + greatest(0, ${weights.distanceFull} - (meters::bigint * ${weights.distancePerKilometer} / 1000)::integer))`;
  const rows = (where: string) => `
    select volunteer_id, score, traits, reach_meters, floor(sqrt(
      (east_meters - $18::integer)::float8 * (east_meters - $18::integer)::float8
      + (north_meters - $19::integer)::float8 * (north_meters - $19::integer)::float8))::integer as meters
    from spot.dispatch_rows where list = o.list and ${fits(times, 20)} and ${where}`;
  const category = weights.categorySkill + weights.categoryPractice;
  const given = '($15::integer - (select above from drift))';
  const close = '(select points from close_floor)';
  const near = (cells: string, floor: string) => `
      select volunteer_id, o.shift + score + ${points} as total
      from options as o cross join unnest((${HIDDEN.cells})${cells}, (${HIDDEN.points})${cells}) as z (cell, points)
      cross join lateral (
        ${rows(`cell = z.cell and score >= ${floor} - o.shift - ${category} - z.points`)} offset 0) as r
      where o.volunteers >= ${HIDDEN.wholeBelow} and meters <= reach_meters
        and o.shift + ${category + mostPostingPoints(weights)} + z.points >= ${floor}`;
  const floorOf = (seen: string) => `
      select coalesce(${given}, (
        select max(total) from (select * from whole union all select * from ${seen}) as seen
        group by volunteer_id order by 1 desc offset ${HIDDEN.most} - 1 limit 1
      ) - (select above + below from drift)) as points`;
  // When all lists together are short, their cells hold too few to find a floor close by.
  const volunteers = `case when sum(volunteers) over () < 3::bigint * ${HIDDEN.wholeBelow} then 0 else volunteers end`;
  const least = '(select points from least)';
  return `
    with ${known(weights, volunteers)}, whole as materialized (
      select volunteer_id, o.shift + score + ${points} as total
      from options as o cross join lateral (
        ${rows(`score >= coalesce(${given}, ${BELOW_ALL}) - o.shift - ${category} - $17::integer`)} offset 0) as r
      where o.volunteers < ${HIDDEN.wholeBelow} and meters <= reach_meters
    ), sampled as materialized (
      select volunteer_id, o.shift + score + ${points} as total
      from options as o cross join unnest((${HIDDEN.cells})[1:$13::integer]) as z (cell)
      cross join lateral (${rows('cell = z.cell')} order by score desc limit ${HIDDEN.sampled}) as r
      where o.volunteers >= ${HIDDEN.wholeBelow} and meters <= reach_meters
    ), close_floor as materialized (${floorOf('sampled')}
    ), close as materialized (${near('[1:$13::integer]', close)}
    ), least as materialized (
      select coalesce(narrowed.points, close_floor.points) as points
      from close_floor, (${floorOf('close')}) as narrowed
    ), further as (${near('[$13::integer + 1:]', least)}
    ), found as (
      select volunteer_id, max(total) as total
      from (select * from whole union all select * from close union all select * from further) as seen
      where total >= coalesce(${least}, ${BELOW_ALL})
      group by volunteer_id order by total desc, volunteer_id limit ${HIDDEN.most}
    )
    ${answer(least, `coalesce((select bool_or(volunteers >= ${HIDDEN.wholeBelow}) from options), false)`)}`;
}

function anywhereText(weights: Weights, times: number): string {
  return `
    with ${known(weights, 'volunteers')}, found as (
      select volunteer_id, max(o.shift + score + g.points) as total
      from options as o cross join unnest((select $10::integer[]), (select $11::integer[])) as g (traits, points)
      cross join lateral (
        select volunteer_id, score from spot.dispatch_rows
        where list = o.list and traits & $9::integer = g.traits and ${fits(times, 12)}
        order by score desc, volunteer_id limit ${HIDDEN.most}) as r
      group by volunteer_id order by total desc, volunteer_id limit ${HIDDEN.most}
    )
    ${answer('null::integer', 'false')}`;
}

/** One line with all: many lines of several columns would take the driver longer to read. */
function answer(floor: string, isPartial: string): string {
  return `select ${floor} as floor, ${isPartial} as "isPartial", above, below, coalesce((
      select json_agg(json_build_object('total', total, 'facts', facts) order by total desc, volunteer_id)
      from found join spot.dispatch_volunteers using (volunteer_id)
    ), '[]') as candidates from drift`;
}

async function read(db: Database, text: string, values: readonly unknown[]): Promise<Found> {
  const { rows } = await db.executeQuery<Found>(CompiledQuery.raw(text, [...values]));
  const [found] = rows;
  if (!found) throw new Error('The dispatch tables have lost the day on which they were written.');
  return found;
}

/** The text of a statement is as long as a page, and the same for all requests with as many possible times. */
function remembered(write: (weights: Weights, times: number) => string): typeof write {
  const known = new WeakMap<Weights, Map<number, string>>();
  return (weights, times) => {
    const texts = known.get(weights) ?? new Map<number, string>();
    const text = texts.get(times) ?? write(weights, times);
    known.set(weights, texts.set(times, text));
    return text;
  };
}
