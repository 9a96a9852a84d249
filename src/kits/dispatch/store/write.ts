import { CompiledQuery } from 'kysely';
import { EASY_JAPANESE } from '../../../matching/dispatch/language.ts';
import { toVolunteerRow, type VolunteerRow, type Writing } from '../../../matching/dispatch/rows/rows.ts';
import { TASKS, type Volunteer } from '../../../matching/dispatch/types.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';

/** Volunteers to write. */
export interface Copies extends Writing {
  /** Whoever of these is not among the volunteers is taken out. */
  readonly ids: readonly string[];
  readonly volunteers: readonly Volunteer[];
}

/**
 * Replaces what the dispatch tables know of some volunteers; what has not changed is not written. Those not approved are
 * only taken out.
 * @throws RangeError for a volunteer who cannot be ranked exactly
 */
export async function replaceCopies(tx: Tx, { ids, volunteers, ...writing }: Copies): Promise<void> {
  const rows = volunteers
    .filter(({ isApproved }) => isApproved)
    .map((volunteer) => toVolunteerRow(volunteer, writing));
  const written = rows.map(({ volunteer_id }) => volunteer_id);
  const gone = ids.filter((id) => !written.includes(id));
  await takeOut(tx, gone);
  await run(
    tx,
    `insert into spot.dispatch_volunteers as kept (volunteer_id, facts) select * from unnest($1::uuid[], $2::json[])
     on conflict (volunteer_id) do update set facts = excluded.facts where kept.facts::text <> excluded.facts::text`,
    [written, rows.map(({ facts }) => facts)],
  );
  await prepare(tx, volunteers, writing.day);
  await run(tx, REPLACE, parametersOf(rows));
}

/** Makes the dispatch tables know nothing of some volunteers. */
export async function takeOut(tx: Tx, ids: readonly string[]): Promise<void> {
  await run(tx, 'delete from spot.dispatch_rows where volunteer_id = any($1)', [ids]);
  await run(tx, 'delete from spot.dispatch_volunteers where volunteer_id = any($1)', [ids]);
}

/** Puts volunteers into tables in which they are not yet. @throws 23505 for somebody who is */
export async function fillCopies(
  db: Database,
  { volunteers, ...writing }: Omit<Copies, 'ids'>,
): Promise<void> {
  const rows = volunteers
    .filter(({ isApproved }) => isApproved)
    .map((volunteer) => toVolunteerRow(volunteer, writing));
  await run(
    db,
    'insert into spot.dispatch_volunteers (volunteer_id, facts) select * from unnest($1::uuid[], $2::json[])',
    [rows.map(({ volunteer_id }) => volunteer_id), rows.map(({ facts }) => facts)],
  );
  await prepare(db, volunteers, writing.day);
  await run(db, `${INSERT} select ${WRITTEN} from ${FRESH}`, parametersOf(rows));
}

/** Notes that every row counts rest as of this day or later, and how many people each list has. */
export async function noteRenewal(db: Database, day: number): Promise<void> {
  await run(db, 'update spot.dispatch_day set oldest_on = $1, newest_on = greatest(newest_on, $1)', [day]);
  await run(
    db,
    `update spot.dispatch_lists as l set volunteers = counted.volunteers
     from (select list, count(*)::integer as volunteers from spot.dispatch_rows group by list) as counted
     where counted.list = l.list`,
    [],
  );
}

/** Sees to it that there are the lists, and that the day is known, before rows are written. */
async function prepare(db: Database, volunteers: readonly Volunteer[], day: number): Promise<void> {
  const languages = new Set(volunteers.flatMap((one) => one.languages.map(({ language }) => language)));
  await run(
    db,
    `insert into spot.dispatch_lists (language, task)
     select a.language, b.task from unnest($1::text[]) as a (language), unnest($2::text[]) as b (task)
     where not exists (select from spot.dispatch_lists as l where l.language = a.language and l.task = b.task)
     on conflict do nothing`,
    [[...languages, EASY_JAPANESE], TASKS],
  );
  await run(db, 'update spot.dispatch_day set newest_on = $1 where newest_on < $1', [day]);
}

const PARAMETERS = {
  volunteer_id: 'uuid',
  cell: 'integer',
  east_meters: 'integer',
  north_meters: 'integer',
  reach_kilometers: 'integer',
  categories: 'integer',
  traits_1: 'bigint',
  traits_2: 'bigint',
  traits_3: 'bigint',
  earned: 'integer',
  abilities: 'json',
} as const satisfies Partial<Record<keyof VolunteerRow, string>>;
const NAMES = Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[];
const KEY = ['volunteer_id', 'list'];
const OTHERS = [
  ...['cell', 'east_meters', 'north_meters', 'reach_kilometers', 'categories'],
  ...['traits_1', 'traits_2', 'traits_3', 'most_points'],
];

const WRITTEN = [...KEY, ...OTHERS].join(', ');
const INSERT = `insert into spot.dispatch_rows as kept (${WRITTEN})`;
const FRESH = `(
  select volunteer_id, list, cell, east_meters, north_meters, reach_kilometers, categories,
    traits_1 | ((1 << (level - 1)) - 1) as traits_1, traits_2, traits_3, earned + points as most_points
  from unnest(${NAMES.map((name, index) => `$${index + 1}::${PARAMETERS[name]}[]`).join(', ')})
    as volunteer (${NAMES.join(', ')})
  cross join json_to_recordset(abilities) as ability (language text, task text, level integer, points integer)
  join spot.dispatch_lists using (language, task)) as fresh`;
const REPLACE = `
  with fresh as materialized (select ${WRITTEN} from ${FRESH}), gone as (
    delete from spot.dispatch_rows where volunteer_id = any($1)
      and (${KEY.join(', ')}) not in (select ${KEY.join(', ')} from fresh)
  )
  ${INSERT} select ${WRITTEN} from fresh
  on conflict (${KEY.join(', ')}) do update set ${OTHERS.map((name) => `${name} = excluded.${name}`).join(', ')}
  where (${OTHERS.map((name) => `kept.${name}`).join(', ')})
    is distinct from (${OTHERS.map((name) => `excluded.${name}`).join(', ')})`;

function parametersOf(rows: readonly VolunteerRow[]): unknown[] {
  return NAMES.map((name) => rows.map((row) => row[name]));
}

async function run<Row>(db: Database, text: string, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return rows;
}
