import pg from 'pg';
import { languageOptions } from '../../src/matching/dispatch/language.ts';
import {
  type DispatchRequest,
  type Interval,
  TASKS,
  type Volunteer,
} from '../../src/matching/dispatch/types.ts';
import { SLOTS_A_WEEK, touchedSlots } from '../../src/matching/dispatch/weekly.ts';

/**
 * What others would write: a table of volunteers with a GiST index on where they live, and a query that names the nearest
 * who keep the same conditions.
 */
const TABLE = `
  create table nearest_neighbors (
    n integer primary key, id text not null, place point not null, reach_meters integer not null, gender text, household_id text,
    -- "ne speak 3" for every level up to theirs.
    abilities text[] not null, week bit(${SLOTS_A_WEEK}) not null, added int4multirange not null, removed int4multirange not null,
    pauses int4multirange not null, visits int4multirange not null)`;
const COLUMNS = ['n', 'id', 'place', 'reach_meters', 'gender', 'household_id', 'abilities', 'week'];
const TIMES = ['added', 'removed', 'pauses', 'visits'];
const TYPES: Readonly<Record<string, string>> = { n: 'integer', place: 'point', reach_meters: 'integer' };

/** @param times how many times are possible; each has three parameters behind the first eight */
function queryFor(times: number): string {
  const anyTime = Array.from({ length: times }, (_, at) => {
    const [starts, ends, halfHours] = [9, 10, 11].map((first) => `$${first + 3 * at}`);
    const range = `int4range(${starts}::int4, ${ends}::int4)`;
    const wanted = `${halfHours}::bit(${SLOTS_A_WEEK})`;
    return `(week & ${wanted} = ${wanted} or added @> ${range}) and not pauses && ${range} and not removed && ${range}
      and not visits && int4range(${starts}::int4 - $7::int4, ${ends}::int4 + $7::int4)`;
  });
  return `
    select n from nearest_neighbors
    where place <@ circle($1::point, $2) and place <-> $1::point <= reach_meters and abilities && $3::text[]
      and ($4::text is null or gender = $4) and ($5::text is null or household_id is distinct from $5)
      and id <> all ($6::text[]) and (${anyTime.join(' or ')})
    order by place <-> $1::point limit $8`;
}

export class NearestNeighbors {
  readonly #client: pg.Client;
  /** As far as anybody goes. */
  #farthest = 0;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  /** Fills a table of its own with all of a city who may be asked and have a place. */
  static async fill(
    ownerUrl: string,
    parts: Iterable<readonly (readonly [n: number, volunteer: Volunteer])[]>,
  ): Promise<NearestNeighbors> {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query(TABLE);
    const values = [...COLUMNS, ...TIMES].map((name, at) => `$${at + 1}::${TYPES[name] ?? 'text'}[]`);
    const insert = `insert into nearest_neighbors
      select n, id, place, reach_meters, gender, household_id, abilities::text[], ('x' || week)::bit(${SLOTS_A_WEEK}),
        ${TIMES.map((name) => `${name}::int4multirange`).join(', ')}
      from unnest(${values.join(', ')}) as given (${[...COLUMNS, ...TIMES].join(', ')})`;
    const all = new NearestNeighbors(client);
    for (const part of parts) {
      const rows = part.flatMap(([n, one]) => (one.isApproved && one.place ? [rowOf(n, one)] : []));
      await client.query(insert, rows[0]?.map((_, at) => rows.map((row) => row[at])) ?? []);
      for (const [, { reachKilometers }] of part)
        all.#farthest = Math.max(all.#farthest, reachKilometers * 1000);
    }
    await client.query('create index on nearest_neighbors using gist (place)');
    await client.query('vacuum analyze nearest_neighbors');
    return all;
  }

  /** The numbers of the nearest who fit a request with a place. */
  async best(request: DispatchRequest, limit: number): Promise<number[]> {
    const { place, task, neededLevel, genderWish, householdId, possibleTimes, travelBufferMinutes } = request;
    const level = Math.max(1, neededLevel);
    const values = [
      `(${place?.eastMeters},${place?.northMeters})`,
      this.#farthest,
      languageOptions(request).map((language) => `${language} ${task} ${level}`),
      genderWish,
      householdId,
      [request.residentId, ...request.restrictedVolunteerIds, ...request.askedVolunteerIds],
      travelBufferMinutes,
      limit,
      ...possibleTimes.flatMap((time) => {
        const touched = new Set(touchedSlots(time));
        const halfHours = Array.from({ length: SLOTS_A_WEEK }, (_, slot) => (touched.has(slot) ? '1' : '0'));
        return [time.startMinute, time.startMinute + time.durationMinutes, halfHours.join('')];
      }),
    ];
    const times = possibleTimes.length;
    const query = { name: `nearest_${times}`, text: queryFor(times), values };
    const { rows } = await this.#client.query<{ n: number }>(query);
    return rows.map(({ n }) => n);
  }

  end(): Promise<void> {
    return this.#client.end();
  }
}

function rowOf(n: number, one: Volunteer): unknown[] {
  const { place, calendar, languages } = one;
  const easy = languages.filter(({ language }) => language === 'ja' && one.isAtEaseWithEasyJapanese);
  const abilities = [...languages, ...easy.map((japanese) => ({ ...japanese, language: 'ja-easy' }))].flatMap(
    (ability) =>
      TASKS.flatMap((task) =>
        Array.from({ length: ability[task] }, (_, below) => `"${ability.language} ${task} ${below + 1}"`),
      ),
  );
  return [
    ...[n, one.id, `(${place?.eastMeters},${place?.northMeters})`, one.reachKilometers * 1000, one.gender],
    ...[one.householdId, `{${abilities.join(',')}}`, calendar.weekly],
    toRanges(calendar.exceptions.filter(({ isFree }) => isFree)),
    toRanges(calendar.exceptions.filter(({ isFree }) => !isFree)),
    toRanges(calendar.pauses),
    toRanges(calendar.visits),
  ];
}

function toRanges(intervals: readonly Interval[]): string {
  return `{${intervals.map(({ fromMinute, toMinute }) => `[${fromMinute},${toMinute})`).join(',')}}`;
}
