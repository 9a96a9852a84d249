import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { SqlDispatchIndex } from '../src/kits/dispatch/sql-index.ts';
import { cityRequest, cityVolunteer } from '../src/matching/dispatch/city/people.ts';
import { whyExcluded } from '../src/matching/dispatch/conditions.ts';
import { MemoryDispatchIndex } from '../src/matching/dispatch/memory/memory-index.ts';
import { metersBetween } from '../src/matching/dispatch/plane.ts';
import { rankVolunteers } from '../src/matching/dispatch/rank.ts';
import { SAMPLE_TODAY } from '../src/matching/dispatch/samples.ts';
import type { DispatchIndex, DispatchRequest, Volunteer } from '../src/matching/dispatch/types.ts';
import { isFreeInWeek } from '../src/matching/dispatch/weekly.ts';
import { DEFAULT_WEIGHTS } from '../src/matching/dispatch/weights.ts';
import { connect } from '../src/platform/database/connect.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { sealIn } from '../test/support/seal-in.ts';
import { fillDatabase } from './dispatch/fill.ts';
import { NearestNeighbors } from './dispatch/nearest-neighbors.ts';

const SEED = 7;
const LIMIT = 20;
const CHECKED = 300;
const ROUNDS = 5;
const UPDATES = 2000;
/** Requests with a place that the others are asked as well, and how often: each takes them seconds. The 99th percentile is the slowest. */
const COMPARED = 30;
const ROUNDS_OF_OTHERS = 1;
/** How many times as fast as the others, at the median and at the 99th percentile. */
const TIMES_AS_FAST = { memory: 100, sql: 8 };
const PART = 2000;

interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * `npm run bench -- dispatch [volunteers]`: fills a made-up city of a million volunteers into memory and into a
 * PostgreSQL of its own, checks 300 answers of both against the plain ranking of everybody, and measures them beside what
 * others would write: a GiST index that names the nearest who keep the same conditions, in the same PostgreSQL.
 * `--memory` leaves out all that needs a database.
 * @returns whether all answers agree, and both are as many times as fast as TIMES_AS_FAST says
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const size = Number(args[0] ?? 1_000_000);
  console.log(`${size} volunteers, seed ${SEED}, ${CHECKED} requests, best ${LIMIT}; milliseconds`);
  const memory = fillMemory(size);
  const differences = checkAgainstBruteForce(memory, size);
  const requests = Array.from({ length: 1000 }, (_, n) => cityRequest(SEED, n));
  const inMemory = await measure(memory, requests);
  console.log(`memory: ${inWords(inMemory)}; ${differences} of ${CHECKED} answers differ from brute force`);
  const changesPerSecond = measureChanges(memory, size);
  console.log(`memory: ${changesPerSecond} changes a second`);
  const beside = args.includes('--memory') ? null : await benchSql(memory, size);
  const holds = differences === 0 && (beside === null || beside.holds);
  console.log(
    JSON.stringify({
      bench: 'dispatch',
      size,
      memory: inMemory,
      changesPerSecond,
      differences,
      ...beside,
      holds,
    }),
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
  for (const part of parts(size)) {
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
async function measure(
  index: { best(request: DispatchRequest, limit: number): unknown },
  requests: readonly DispatchRequest[],
  rounds = ROUNDS,
): Promise<Times> {
  const times = requests.map(() => [] as number[]);
  for (let round = 0; round <= rounds; round++) {
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
      const start = performance.now();
      const room = await fillDatabase(connection.db, server.ownerUrl, parts(size));
      console.log(`sql: filled in ${seconds(start)} s, rows and indexes take ${room}`);
      const index = new SqlDispatchIndex(connection.db, DEFAULT_WEIGHTS);
      const requests = Array.from({ length: CHECKED }, (_, n) => cityRequest(SEED, n));
      let differences = 0;
      for (const request of requests)
        if (!isDeepStrictEqual(await index.best(request, LIMIT), memory.best(request, LIMIT))) differences++;
      const sql = await measure(index, requests);
      console.log(`sql: ${inWords(sql)}; ${differences} of ${CHECKED} answers differ from memory`);
      const compared = await compare({ memory, sql: index }, server.ownerUrl, size);
      return { sql, sqlDifferences: differences, ...compared, holds: differences === 0 && compared.holds };
    } finally {
      await connection.close();
    }
  } finally {
    await server.stop();
    // The data may have had to lie elsewhere than asked for.
    for (const each of [server.place.directory, directory]) rmSync(each, { recursive: true, force: true });
  }
}

/** Asks ours and what others would write for the same requests, all with a place: theirs knows of no other. */
async function compare(
  ours: Readonly<Record<'memory' | 'sql', DispatchIndex>>,
  ownerUrl: string,
  size: number,
) {
  const others = await NearestNeighbors.fill(ownerUrl, numbered(size));
  try {
    const requests = Array.from({ length: 1000 }, (_, n) => cityRequest(SEED, n))
      .filter(({ mode }) => mode === 'in_person')
      .slice(0, COMPARED);
    for (const request of requests)
      for (const n of await others.best(request, LIMIT))
        if (whyExcluded(request, cityVolunteer(SEED, n)) !== null)
          throw new Error('the others name who does not fit');
    const theirs = await measure(others, requests, ROUNDS_OF_OTHERS);
    console.log(`others: ${inWords(theirs)}, of ${requests.length} requests with a place`);
    const compared: Record<string, Times & { timesAsFast: [p50: number, p99: number] }> = {};
    let holds = true;
    for (const name of ['memory', 'sql'] as const) {
      const times = await measure(ours[name], requests);
      const timesAsFast: [number, number] = [theirs.p50 / times.p50, theirs.p99 / times.p99];
      holds &&= timesAsFast.every((share) => share >= TIMES_AS_FAST[name]);
      console.log(
        `${name} for these: ${inWords(times)}: ${timesAsFast.map((one) => one.toFixed(1)).join(' and ')} times as fast`,
      );
      compared[name] = { ...times, timesAsFast };
    }
    return { others: theirs, compared, holds };
  } finally {
    await others.end();
  }
}

function* parts(size: number): Generator<readonly Volunteer[]> {
  for (let from = 0; from < size; from += PART) yield [...city(Math.min(size, from + PART), from)];
}

function* numbered(size: number): Generator<readonly (readonly [number, Volunteer])[]> {
  let from = 0;
  for (const part of parts(size)) {
    yield part.map((volunteer, at) => [from + at, volunteer] as const);
    from += part.length;
  }
}

function* city(until: number, from = 0): Generator<Volunteer> {
  for (let n = from; n < until; n++) yield cityVolunteer(SEED, n);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function inWords({ p50, p99, max }: Times): string {
  return `p50 ${p50.toFixed(3)}, p99 ${p99.toFixed(3)}, slowest ${max.toFixed(3)}`;
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}
