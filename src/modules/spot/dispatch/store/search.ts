import type pg from 'pg';
import { hoursTouched } from '../../../../matching/dispatch/memory/hours.ts';
import { genderNumber } from '../../../../matching/dispatch/memory/posting.ts';
import { CATEGORIES, type DispatchRequest, type Volunteer } from '../../../../matching/dispatch/types.ts';
import { touchedSlots } from '../../../../matching/dispatch/weekly.ts';
import type { Weights } from '../../../../matching/dispatch/weights.ts';
import { restSql } from './write.ts';

/** A stretch of an index to read: a language, a cell or -1 for wherever people live, and points that all get. */
export interface Zone {
  readonly language: string;
  readonly cell: number;
  readonly shift: number;
  /** The most that anybody here can have beside the score of their row; Infinity never. */
  readonly most: number;
}

export interface Look {
  readonly zones: readonly Zone[];
  /** Nobody with fewer points is wanted; null while nothing is known. */
  readonly floor: number | null;
  /** How many to take of each zone by score of the row, null for all. */
  readonly perZone: number | null;
  /** How many to return in all. */
  readonly limit: number;
}

/** Cell after cell, or wherever people live from the highest score down. */
type Way = 'by cell' | 'by score';

export interface Candidate {
  readonly total: number;
  readonly facts: Volunteer;
}

/**
 * Reads candidates out of the indexes, highest total first, equal totals by id. What a row can tell is checked here
 * (language, level, gender, reach, the hours of the week); the rest must be checked on the facts that come back.
 */
export async function findCandidates(
  pool: Pick<pg.Pool, 'query'>,
  request: DispatchRequest,
  weights: Weights,
  look: Look,
): Promise<Candidate[]> {
  const way = look.zones.every(({ cell }) => cell >= 0) ? 'by cell' : 'by score';
  const { zones } = look;
  const hours = request.possibleTimes.flatMap((time) => {
    const { early, late } = hoursTouched(touchedSlots(time));
    return [early, late];
  });
  const { rows } = await pool.query<Candidate>({
    name: statementName(request, weights, way),
    text: statementText(request, weights, way),
    values: [
      zones.map(({ language }) => language),
      zones.map(({ cell }) => cell),
      zones.map(({ shift }) => shift),
      zones.map(({ most }) => most),
      request.task,
      look.floor ?? -1_000_000,
      look.perZone,
      look.limit,
      Math.max(1, request.neededLevel),
      genderNumber(request.genderWish),
      request.today,
      request.mode === 'in_person',
      request.place?.eastMeters ?? 0,
      request.place?.northMeters ?? 0,
      1 << CATEGORIES.indexOf(request.category),
      ...hours,
    ],
  });
  return rows;
}

/** One prepared statement for each way of asking: from afar the category names its index. */
function statementName({ category, possibleTimes }: DispatchRequest, weights: Weights, way: Way): string {
  return `dispatch ${weights.version} ${way === 'by cell' ? way : category} ${possibleTimes.length}`;
}

const METERS =
  'floor(sqrt((east_meters - $13)::float8 * (east_meters - $13)::float8 + (north_meters - $14)::float8 * (north_meters - $14)::float8))::integer';

function statementText(request: DispatchRequest, weights: Weights, way: Way): string {
  const bit = 1 << CATEGORIES.indexOf(request.category);
  const times = request.possibleTimes.map((_, index) => {
    const early = `$${16 + 2 * index}::integer`;
    const late = `$${17 + 2 * index}::integer`;
    return `(early_hours & ${early} = ${early} and late_hours & ${late} = ${late})`;
  });
  const fits = `level >= $9 and ($10 = 0 or gender = $10) and (${times.join(' or ')})
    and (not $12::boolean or ${METERS} <= reach_meters)`;
  const known = `((skills | practice) & ${bit}) <> 0`;
  const stretch = (where: string) => `
    (select * from spot.dispatch_rows where language = z.language and task = $5 and ${where} and ${fits}
     order by score desc limit $7)`;
  const mostCategory = weights.categorySkill + weights.categoryPractice;
  const source =
    way === 'by cell'
      ? stretch('cell = z.cell and score >= $6 - z.most')
      : `${stretch(`${known} and score >= $6 - z.most`)} union all
       ${stretch(`not (${known}) and score >= $6 - z.most + ${mostCategory}`)}`;
  return `
    with found as (
      select volunteer_id, total
      from unnest($1::text[], $2::integer[], $3::integer[], $4::integer[]) as z (language, cell, shift, most)
      cross join lateral (
        select volunteer_id, z.shift + ${totalSql(weights)} as total from (${source}) as r
      ) as s
      where total >= $6
      order by total desc, volunteer_id limit $8
    )
    select total, facts from found join spot.dispatch_volunteers using (volunteer_id) order by total desc, volunteer_id`;
}

/** The score of a row for this request: exact, but for the points that its zone shifts. */
function totalSql(weights: Weights): string {
  const distance = `greatest(0, ${weights.distanceFull} - (${METERS}::bigint * ${weights.distancePerKilometer} / 1000)::integer)`;
  return `score - rest + ${restSql(weights, '$11::integer')}
    + case when skills & $15::integer <> 0 then ${weights.categorySkill} else 0 end
    + case when practice & $15::integer <> 0 then ${weights.categoryPractice} else 0 end
    + case when $12::boolean then ${distance} else 0 end`;
}
