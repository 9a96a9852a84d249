import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from './embedded.ts';

const directory = mkdtempSync(join(tmpdir(), 'otonari-embedded-'));
let embedded: Embedded;

afterAll(async () => {
  await embedded.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds().catch(() => false)) return;
    await sleep(50);
  }
  throw new Error('it never came to hold');
}

test('a first start makes a cluster with an owner and a program that may not make tables', async () => {
  embedded = await startEmbedded({ directory });
  await ask(embedded.ownerUrl, 'create table public.kept (id int); insert into public.kept values (7)');
  await expect(ask(embedded.appUrl, 'create table public.mine (id int)')).rejects.toThrow(
    /permission denied/,
  );
});

test('what it refuses leaves no words in its log, and the log is its owner’s alone', async () => {
  const table = `create table public.said (id int primary key, words text check (words <> 'Sita of Adachi'))`;
  await ask(embedded.ownerUrl, table);
  const refused = `insert into public.said values (1, 'Sita of Adachi')`;
  await expect(ask(embedded.ownerUrl, refused)).rejects.toThrow(/violates check constraint/);
  const file = join(directory, 'postgres.log');
  expect(readFileSync(file, 'utf8')).toContain('violates check constraint "said_words_check"');
  expect(readFileSync(file, 'utf8')).not.toContain('Sita of Adachi');
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('killed, it comes back by itself with what was committed', async () => {
  process.kill(embedded.pid(), 'SIGKILL');
  await until(async () => (await ask(embedded.ownerUrl, 'select id from public.kept'))[0]?.['id'] === 7);
});

test('a server that a killed program left behind is stopped, and the data is there', async () => {
  await embedded.stop();
  const left = await startInProgramThatIsKilled();
  expect(isServing(left)).toBe(true);
  embedded = await startEmbedded({ directory });
  expect(await ask(embedded.ownerUrl, 'select id from public.kept')).toEqual([{ id: 7 }]);
  expect(isServing(left)).toBe(false);
});

/** A process that nobody has reaped yet still has an id, but serves nothing. */
function isServing(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}

/** Starts from the same folder in a process of its own and kills that with -9. @returns the orphaned server's process id */
async function startInProgramThatIsKilled(): Promise<number> {
  const program = `const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))});
    const { pid } = await startEmbedded({ directory: ${JSON.stringify(directory)} });
    console.log('pid ' + pid());
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of child.stdout) {
    const said = /pid (\d+)/.exec(String(chunk));
    if (!said) continue;
    child.kill('SIGKILL');
    return Number(said[1]);
  }
  throw new Error('the program ended before it was killed');
}
