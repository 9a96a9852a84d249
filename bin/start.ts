// npm start: builds what is not built, starts the database, migrates, seeds the demonstration world once, serves, and
// says where and as whom. Ctrl-C stops everything it started. Settings come from the environment (docs/operations.md).
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from './build.ts';

const data = resolve(process.env['DATA_DIRECTORY'] ?? '.data');
const lock = join(data, 'running.pid');
// Without a database of its own this is the demonstration: invented people, one-click sign-in, a mailbox page.
if (!process.env['DATABASE_URL']) process.env['DEMONSTRATION'] ??= 'true';
process.env['NODE_ENV'] ??= 'production';

// Only the embedded database is one program's alone; what lies beside it may be shared.
const isAlone = !process.env['DATABASE_URL'];
if (isAlone) claimDataDirectory();
const server = await buildServer();
// What Node has made of the bundle is kept beside it: the next start need not compile it again.
enableCompileCache(join(dirname(server), 'compiled'));
const { start } = (await import(pathToFileURL(server).href)) as typeof import('../src/server.ts');
try {
  const running = await start(process.env);
  // A Ctrl-C arrives more than once (from the terminal, from npm, from bin/bootstrap.mjs): the first one stops, the others wait.
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    stopping ??= running.stop();
    await stopping;
    if (isAlone) rmSync(lock, { force: true });
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  console.log(`\nOtonari is at ${running.address}`);
  for (const line of running.says) console.log(line);
  console.log('\nCtrl-C stops it.');
} catch (problem) {
  if (isAlone) rmSync(lock, { force: true });
  console.error(problem instanceof Error ? problem.message : problem);
  process.exit(1);
}

/** One program a data directory: a second one would take the first one's database away. */
function claimDataDirectory(): void {
  mkdirSync(data, { recursive: true });
  const other = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (other && other !== process.pid && isRunning(other)) {
    console.error(
      `Otonari already runs from this folder (process ${other}). Stop it first, or set DATA_DIRECTORY and PORT for a second one.`,
    );
    process.exit(1);
  }
  writeFileSync(lock, String(process.pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.ts');
  } catch (problem) {
    // Without /proc (macOS) a living process is believed.
    return (problem as NodeJS.ErrnoException).code === 'ENOENT' && process.platform !== 'linux';
  }
}
