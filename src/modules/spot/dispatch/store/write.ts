import type pg from 'pg';
import type { Volunteer } from '../../../../matching/dispatch/types.ts';
import type { Weights } from '../../../../matching/dispatch/weights.ts';
import { toVolunteerRow, type VolunteerRow } from '../rows.ts';

type Queryable = Pick<pg.ClientBase, 'query'>;

/**
 * Writes volunteers into the dispatch tables, or replaces them; call it in a transaction. Those not approved are
 * only taken out.
 * @throws RangeError for a volunteer who cannot be ranked exactly
 */
export async function writeDispatchVolunteers(
  tx: Queryable,
  volunteers: readonly Volunteer[],
  weights: Weights,
): Promise<void> {
  await removeDispatchVolunteers(
    tx,
    volunteers.map(({ id }) => id),
  );
  await addDispatchVolunteers(tx, volunteers, weights);
}

/** As `writeDispatchVolunteers`, for those who are not in the tables yet. @throws 23505 for somebody who is */
export async function addDispatchVolunteers(
  tx: Queryable,
  volunteers: readonly Volunteer[],
  weights: Weights,
): Promise<void> {
  const scoredOn = await readScoredOn(tx);
  const approved = volunteers.filter(({ isApproved }) => isApproved);
  await insertRows(
    tx,
    approved.map((volunteer) => toVolunteerRow(volunteer, weights, scoredOn)),
  );
}

/** Takes volunteers out of the dispatch tables. */
export async function removeDispatchVolunteers(tx: Queryable, ids: readonly string[]): Promise<void> {
  await tx.query('delete from spot.dispatch_rows where volunteer_id = any($1)', [ids]);
  await tx.query('delete from spot.dispatch_volunteers where volunteer_id = any($1)', [ids]);
}

/**
 * Counts rest as of another day in all scores; call it in a transaction, once a day. Answers are exact without it,
 * only slower the longer it is left.
 */
export async function rescoreDispatchRows(tx: Queryable, day: number, weights: Weights): Promise<void> {
  await tx.query('update spot.dispatch_day set scored_on = $1', [day]);
  const rest = restSql(weights, '$1::integer');
  await tx.query(
    `update spot.dispatch_rows set score = score - rest + ${rest}, rest = ${rest} where rest <> ${rest}`,
    [day],
  );
}

/** The day as of which scores count rest. */
export async function readScoredOn(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ scored_on: number }>('select scored_on from spot.dispatch_day');
  return rows[0]?.scored_on ?? 0;
}

/** How many volunteers can do each task in each language. */
export async function countDispatchRows(db: Queryable): Promise<Map<string, number>> {
  const { rows } = await db.query<{ language: string; task: string; size: number }>(
    'select language, task, count(*)::integer as size from spot.dispatch_rows group by language, task',
  );
  return new Map(rows.map(({ language, task, size }) => [`${task} ${language}`, size]));
}

/** Points for rest on a day, as askedPoints and servedPoints have them. */
export function restSql(weights: Weights, day: string): string {
  const part = (column: string, perDay: number, days: number) =>
    `${perDay} * greatest(least(coalesce(${day} - ${column}, ${days}), ${days}), 0)`;
  return `(${part('asked_on', weights.askedPerDay, weights.askedDays)} + ${part('served_on', weights.servedPerDay, weights.servedDays)})`;
}

const COLUMNS = {
  volunteer_id: 'uuid',
  abilities: 'jsonb',
  cell: 'integer',
  earned: 'smallint',
  rest: 'smallint',
  gender: 'smallint',
  skills: 'smallint',
  practice: 'smallint',
  east_meters: 'integer',
  north_meters: 'integer',
  reach_meters: 'integer',
  early_hours: 'integer',
  late_hours: 'integer',
  asked_on: 'integer',
  served_on: 'integer',
} as const satisfies Partial<Record<keyof VolunteerRow, string>>;

async function insertRows(tx: Queryable, rows: readonly VolunteerRow[]): Promise<void> {
  await tx.query(
    'insert into spot.dispatch_volunteers (volunteer_id, facts) select * from unnest($1::uuid[], $2::jsonb[])',
    [rows.map(({ volunteer_id }) => volunteer_id), rows.map(({ facts }) => facts)],
  );
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const parameters = names.map((name, index) => `$${index + 1}::${COLUMNS[name]}[]`);
  await tx.query(
    `insert into spot.dispatch_rows (volunteer_id, language, task, cell, score, rest, level, gender, skills, practice,
       east_meters, north_meters, reach_meters, early_hours, late_hours, asked_on, served_on)
     select volunteer_id, language, task, cell, earned + points, rest, level, gender, skills, practice,
       east_meters, north_meters, reach_meters, early_hours, late_hours, asked_on, served_on
     from unnest(${parameters.join(', ')}) as volunteer (${names.join(', ')}),
       jsonb_to_recordset(abilities) as ability (language text, task text, level smallint, points smallint)`,
    names.map((name) => rows.map((row) => row[name])),
  );
}
