import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
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
  const until = performance.now() + 3_000;
  let rows = 0;
  const work = async (client: pg.Client) => {
    while (performance.now() < until) {
      await client.query({ name: 'row', text: `${QUERY} $1`, values: [offerId] });
      rows++;
    }
  };
  await Promise.all(clients.map(work));
  await Promise.all(clients.map((client) => client.end()));
  return Math.round(rows / 3);
}
