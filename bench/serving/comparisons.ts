import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { connect } from '../../src/platform/database/connect.ts';
import { sealIn } from '../../test/support/seal-in.ts';
import { type Cost, measure } from './load.ts';

/** What Node's own server costs for as many bytes as our page has. */
export async function measureBare(bytes: number, pages: number): Promise<Cost> {
  const script = join(import.meta.dirname, 'bare-child.ts');
  const child = spawn(process.execPath, [script, String(bytes)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const { port } = (await heard(child)) as { port: number };
    const cpuMicros = async () => {
      child.send('usage');
      return ((await heard(child)) as { cpuMicros: number }).cpuMicros;
    };
    return await measure({ url: `http://127.0.0.1:${port}/`, headers: {}, pages, cpuMicros });
  } finally {
    child.kill();
  }
}

async function heard(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message');
  return message;
}

export interface RowsByKey {
  readonly by: 'pgbench' | 'own loop';
  readonly rowsPerSecond: number;
}

const QUERY = 'select id, state, asked_at from spot.offers where id =';

/** How many rows PostgreSQL gives by key on four connections: by pgbench when it is installed, else by a loop of ours. */
export async function measureRows(databaseUrl: string, offerId: string): Promise<RowsByKey> {
  const folder = mkdtempSync(join(tmpdir(), 'otonari-rows-'));
  const script = join(folder, 'row.sql');
  writeFileSync(script, `${QUERY} '${offerId}';`);
  const args = ['-n', '-M', 'prepared', '-c', '4', '-j', '1', '-T', '3', '-f', script, databaseUrl];
  const { status, stdout } = spawnSync('pgbench', args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const rate = /tps = ([\d.]+)/.exec(stdout ?? '')?.[1];
  if (status === 0 && rate) return { by: 'pgbench', rowsPerSecond: Math.round(Number(rate)) };
  return { by: 'own loop', rowsPerSecond: await rowsByLoop(databaseUrl, offerId) };
}

async function rowsByLoop(databaseUrl: string, offerId: string): Promise<number> {
  const clients = Array.from({ length: 4 }, () => new pg.Client({ connectionString: databaseUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  const query = { name: 'row', text: `${QUERY} $1`, values: [offerId] };
  const rate = await rateOf(clients.map((client) => () => client.query(query)));
  await Promise.all(clients.map((client) => client.end()));
  return rate;
}

/** How many a process gets as the product's stores do: by its pool, sixteen at once. */
export async function measureStoreRows(
  databaseUrl: string,
  directory: string,
  offerId: string,
): Promise<number> {
  const connection = connect(databaseUrl, { seal: sealIn(directory) });
  const read = () => sql`${sql.raw(QUERY)} ${offerId}`.execute(connection.db);
  const rate = await rateOf(Array.from({ length: 16 }, () => read));
  await connection.close();
  return rate;
}

/** How often a second pieces of work get done, one after the other each, all at once, over three seconds. */
async function rateOf(works: readonly (() => Promise<unknown>)[]): Promise<number> {
  const until = performance.now() + 3_000;
  let done = 0;
  const repeat = async (work: () => Promise<unknown>) => {
    for (; performance.now() < until; done++) await work();
  };
  await Promise.all(works.map(repeat));
  return Math.round(done / 3);
}
