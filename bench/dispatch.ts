import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { SqlDispatchIndex } from '../src/kits/dispatch/sql-index.ts';
import { fillCopies, noteRenewal } from '../src/kits/dispatch/store/write.ts';
import { cityRequest, cityVolunteer } from '../src/matching/dispatch/city/people.ts';
import { MemoryDispatchIndex } from '../src/matching/dispatch/memory/memory-index.ts';
import { metersBetween } from '../src/matching/dispatch/plane.ts';
import { rankVolunteers } from '../src/matching/dispatch/rank.ts';
import { MONDAY_TEN, SAMPLE_TODAY } from '../src/matching/dispatch/samples.ts';
import type { DispatchIndex, DispatchRequest, Volunteer } from '../src/matching/dispatch/types.ts';
import { isFreeInWeek } from '../src/matching/dispatch/weekly.ts';
import { DEFAULT_WEIGHTS } from '../src/matching/dispatch/weights.ts';
import { connect, type Database } from '../src/platform/database/connect.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { sealIn } from '../test/support/seal-in.ts';

const SEED = 7;
const LIMIT = 20;
const CHECKED = 300;
const ROUNDS = 5;
const UPDATES = 2000;
const WRITING = { weights: DEFAULT_WEIGHTS, day: SAMPLE_TODAY, timeZone: MONDAY_TEN.timeZoneId };
const PROMISES = { memory: { p50: 0.1, p99: 0.5 }, sql: { p50: 2, p99: 10 } };

interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * `npm run bench -- dispatch [volunteers]`: fills a made-up city of a million volunteers into memory and into a
 * PostgreSQL of its own, checks 300 answers of both against the plain ranking of everybody, and measures them.
 * @returns whether all answers agree and the figures of PROMISES hold
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const size = Number(args[0] ?? 1_000_000);
  console.log(`${size} volunteers, seed ${SEED}, ${CHECKED} requests, best ${LIMIT}; milliseconds`);
  const memory = fillMemory(size);
  const differences = checkAgainstBruteForce(memory, size);
  const inMemory = await measure(memory, 1000);
  console.log(`memory: ${inWords(inMemory)}; ${differences} of ${CHECKED} answers differ from brute force`);
  const changesPerSecond = measureChanges(memory, size);
  console.log(`memory: ${changesPerSecond} changes a second`);
  const sql = args.includes('--memory') ? null : await benchSql(memory, size);
  const holds =
    differences === 0 &&
    isKept(inMemory, PROMISES.memory) &&
    (sql === null || (sql.differences === 0 && isKept(sql.times, PROMISES.sql)));
  console.log(
    JSON.stringify({ bench: 'dispatch', size, memory: inMemory, changesPerSecond, differences, sql, holds }),
  );
  return holds;
}

function fillMemory(size: number): MemoryDispatchIndex {
  const start = performance.now();
  const index = new MemoryDispatchIndex(DEFAULT_WEIGHTS, SAMPLE_TODAY);
  index.load(city(size));
  global.gc?.();
  const megabytes = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`memory: filled in ${seconds(start)} s, the process holds ${megabytes} MB`);
  return index;
}

/** Ranks everybody for each request by the plain function, a part of the city at a time. */
function checkAgainstBruteForce(index: MemoryDispatchIndex, size: number): number {
  const start = performance.now();
  const requests = Array.from({ length: CHECKED }, (_, n) => cityRequest(SEED, n));
  const best = requests.map((request) => index.best(request, LIMIT).map(({ volunteerId }) => volunteerId));
  const worst = requests.map((request) => index.best(request, LIMIT).at(-1)?.score ?? -Infinity);
  const expected = requests.map(() => [] as { id: string; score: number }[]);
  for (let from = 0; from < size; from += 2000) {
    const part = [...city(Math.min(size, from + 2000), from)];
    for (const [n, request] of requests.entries()) {
      const possible = part.filter((volunteer) => couldFit(request, volunteer));
      for (const { volunteerId, score } of rankVolunteers(request, possible, DEFAULT_WEIGHTS, LIMIT).ranked) {
        if (score >= worst[n]!) expected[n]!.push({ id: volunteerId, score });
      }
    }
  }
  console.log(`brute force: ${seconds(start)} s`);
  return requests.filter((_, n) => {
    const sorted = expected[n]!.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return !isDeepStrictEqual(
      sorted.slice(0, LIMIT).map(({ id }) => id),
      best[n],
    );
  }).length;
}

/** Two of the hard conditions, so simple that they can be asked 300 million times; the plain ranking asks them all. */
function couldFit({ mode, place, possibleTimes }: DispatchRequest, volunteer: Volunteer): boolean {
  if (mode === 'in_person' && place && volunteer.place) {
    if (metersBetween(place, volunteer.place) > volunteer.reachKilometers * 1000) return false;
  }
  if (volunteer.calendar.exceptions.length > 0) return true;
  const { weekly } = volunteer.calendar;
  return possibleTimes.some(({ weekday, slot }) => isFreeInWeek(weekly, weekday * 48 + slot));
}

/** The median of each request over some rounds, each round through all requests, and of these the percentiles. */
async function measure(index: DispatchIndex, count: number): Promise<Times> {
  const requests = Array.from({ length: count }, (_, n) => cityRequest(SEED, n));
  const times = requests.map(() => [] as number[]);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [n, request] of requests.entries()) {
      const start = performance.now();
      await index.best(request, LIMIT);
      // The first round warms up.
      if (round > 0) times[n]!.push(performance.now() - start);
    }
  }
  const medians = times.map((each) => percentile(each, 0.5));
  return { p50: percentile(medians, 0.5), p99: percentile(medians, 0.99), max: percentile(medians, 1) };
}

function measureChanges(index: MemoryDispatchIndex, size: number): number {
  const start = performance.now();
  for (let n = 0; n < UPDATES; n++) {
    const volunteer = cityVolunteer(SEED, (n * 7919) % size);
    index.put({ ...volunteer, lastAskedOn: SAMPLE_TODAY });
    index.put(volunteer);
  }
  return Math.round((2 * UPDATES) / ((performance.now() - start) / 1000));
}

async function benchSql(memory: MemoryDispatchIndex, size: number) {
  const directory = mkdtempSync(join(tmpdir(), 'otonari-dispatch-'));
  const settings = ['fsync=off', 'full_page_writes=off', 'shared_buffers=4GB', 'max_wal_size=8GB', 'jit=off'];
  const server = await startEmbedded({ directory, settings });
  try {
    await migrate(server.ownerUrl, join(import.meta.dirname, '../db/migrations'));
    const connection = connect(server.appUrl, { seal: sealIn(directory), most: 1 });
    try {
      await fillDatabase(connection.db, server.ownerUrl, size);
      const index = new SqlDispatchIndex(connection.db, DEFAULT_WEIGHTS);
      let differences = 0;
      for (let n = 0; n < CHECKED; n++) {
        const request = cityRequest(SEED, n);
        const same = isDeepStrictEqual(await index.best(request, LIMIT), memory.best(request, LIMIT));
        if (!same) differences++;
      }
      const times = await measure(index, CHECKED);
      console.log(`sql: ${inWords(times)}; ${differences} of ${CHECKED} answers differ from memory`);
      return { times, differences };
    } finally {
      await connection.close();
    }
  } finally {
    await server.stop();
    // The data may have had to lie elsewhere than asked for.
    for (const each of [server.place.directory, directory]) rmSync(each, { recursive: true, force: true });
  }
}

async function fillDatabase(db: Database, ownerUrl: string, size: number): Promise<void> {
  const start = performance.now();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    // Indexes are built at the end: filling them row by row takes many times as long.
    const { rows } = await owner.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes
       where schemaname = 'spot' and tablename = 'dispatch_rows' and indexname like 'dispatch_rows_by%'`,
    );
    await owner.query('alter table spot.dispatch_rows drop constraint dispatch_rows_pkey');
    for (const { name } of rows) await owner.query(`drop index spot.${name}`);
    for (let from = 0; from < size; from += 2000) {
      const volunteers = [...city(Math.min(size, from + 2000), from)];
      await fillCopies(db, { volunteers, ...WRITING });
    }
    console.log(`sql: rows written in ${seconds(start)} s`);
    await owner.query("set maintenance_work_mem = '1GB'");
    await owner.query('alter table spot.dispatch_rows add primary key (volunteer_id, list)');
    for (const { definition } of rows) await owner.query(definition);
    await owner.query('vacuum analyze spot.dispatch_rows, spot.dispatch_volunteers');
    await noteRenewal(db, SAMPLE_TODAY);
    await owner.query('vacuum analyze spot.dispatch_lists, spot.dispatch_day');
    const { rows: sizes } = await owner.query<{ size: string }>(
      `select pg_size_pretty(pg_total_relation_size('spot.dispatch_rows')) as size`,
    );
    console.log(`sql: filled in ${seconds(start)} s, rows and indexes take ${sizes[0]?.size}`);
  } finally {
    await owner.end();
  }
}

function* city(until: number, from = 0): Generator<Volunteer> {
  for (let n = from; n < until; n++) yield cityVolunteer(SEED, n);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function isKept(times: Times, promise: { p50: number; p99: number }): boolean {
  return times.p50 <= promise.p50 && times.p99 <= promise.p99;
}

function inWords({ p50, p99, max }: Times): string {
  return `p50 ${p50.toFixed(3)}, p99 ${p99.toFixed(3)}, slowest ${max.toFixed(3)}`;
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}
