import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { connect } from '../../src/platform/database/connect.ts';
import { sealIn } from '../../test/support/seal-in.ts';
import { type Cost, measure, take } from './load.ts';
import { readPage } from './same-page.ts';

/** A server of another make, in a process of its own. */
interface Other {
  /** Asks for its page many times. @throws when an answer is not 200 */
  measure(pages: number): Promise<Cost>;
  /** Its page. */
  page(): Promise<string>;
  end(): void;
}

async function startOther(script: string, argument: string): Promise<Other> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), argument], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { port } = (await heard(child)) as { port: number };
  const url = `http://127.0.0.1:${port}/`;
  const cpuMicros = async () => {
    child.send('usage');
    return ((await heard(child)) as { cpuMicros: number }).cpuMicros;
  };
  return {
    measure: (pages) => measure({ url, headers: {}, pages, cpuMicros }),
    page: async () => (await take(url)).body.toString(),
    end: () => void child.kill(),
  };
}

/** Node's own server, which answers with as many bytes as our page has. */
export function startBare(bytes: number): Promise<Other> {
  return startOther('bare-child.ts', String(bytes));
}

/**
 * The stack others would pick, which draws the same page out of memory.
 * @throws where it draws another one
 */
export async function startOthers(html: string): Promise<Other> {
  const folder = mkdtempSync(join(tmpdir(), 'otonari-same-page-'));
  const file = join(folder, 'page.json');
  const page = readPage(html);
  writeFileSync(file, JSON.stringify(page));
  try {
    const other = await startOther('others-child.mjs', file);
    if (!isDeepStrictEqual(readPage(await other.page()), page))
      throw new Error('the others draw another page');
    return other;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function heard(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message');
  return message;
}

/** How many rows by key come in a second. */
export interface RowsByKey {
  /** To one process of ours, as a store asks for them. */
  readonly byStore: number;
  /** To pgbench; null where it is not installed. */
  readonly byPgbench: number | null;
}

interface Asking {
  readonly databaseUrl: string;
  /** Of the program's data, with its secret. */
  readonly directory: string;
  readonly offerId: string;
}

const QUERY = 'select id, state, asked_at from spot.offers where id =';
/** As many connections as the product opens. */
const AT_ONCE = 10;
const ROUNDS = 3;

/** Lets pgbench and a store ask for the same row, three times in turn, and returns the round whose share is the median. */
export async function compareRows(asking: Asking): Promise<RowsByKey> {
  const rounds: RowsByKey[] = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ byPgbench: rowsByPgbench(asking), byStore: await rowsByStore(asking) });
  rounds.sort((one, other) => (shareOf(one) ?? 0) - (shareOf(other) ?? 0));
  return rounds[Math.floor(ROUNDS / 2)] as RowsByKey;
}

/** What one process gets of what pgbench gets; null without pgbench. */
export function shareOf({ byStore, byPgbench }: RowsByKey): number | null {
  return byPgbench === null ? null : Number((byStore / byPgbench).toFixed(2));
}

function rowsByPgbench({ databaseUrl, offerId }: Asking): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'otonari-rows-'));
  const script = join(folder, 'row.sql');
  writeFileSync(script, `${QUERY} '${offerId}';`);
  const args = ['-n', '-M', 'prepared', '-c', `${AT_ONCE}`, '-j', '1', '-T', '3', '-f', script, databaseUrl];
  const { status, stdout } = spawnSync('pgbench', args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const rate = /tps = ([\d.]+)/.exec(stdout ?? '')?.[1];
  return status === 0 && rate ? Math.round(Number(rate)) : null;
}

async function rowsByStore({ databaseUrl, directory, offerId }: Asking): Promise<number> {
  const connection = connect(databaseUrl, { seal: sealIn(directory), most: AT_ONCE });
  const read = () => sql`${sql.raw(QUERY)} ${offerId}`.execute(connection.db);
  try {
    await readFor(1_000, read);
    return Math.round((await readFor(3_000, read)) / 3);
  } finally {
    await connection.close();
  }
}

/** How often something gets done within so many milliseconds, on all connections at once. */
async function readFor(milliseconds: number, read: () => Promise<unknown>): Promise<number> {
  const until = performance.now() + milliseconds;
  let done = 0;
  const repeat = async () => {
    for (; performance.now() < until; done++) await read();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, repeat));
  return done;
}
