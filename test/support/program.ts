import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildServer } from '../../bin/build.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import type { Told } from './program-child.ts';

/** The real product in a process of its own, on its own data, that a drill may kill. */
export interface Program {
  readonly directory: string;
  /** `http://127.0.0.1:PORT`, the same after every start. */
  readonly address: string;
  /** The owner's address of its database now. */
  ownerUrl(): string;
  /** Starts it (again). @returns milliseconds until it answered */
  start(): Promise<number>;
  /** CPU that its process has used, in microseconds. */
  cpuMicros(): Promise<number>;
  killServer(): Promise<void>;
  /** Kills PostgreSQL under it. */
  killDatabase(): void;
  /** Stops everything and removes the data. */
  end(): Promise<void>;
}

/**
 * Prepares a program on fresh data below the system's folder for temporary files.
 * @param environment further settings; `nodeArguments` go to Node, such as `--cpu-prof`
 * @param version another version than this one: its folder, and the bundle that was built there
 */
export async function makeProgram(
  environment: Readonly<Record<string, string>> = {},
  nodeArguments: readonly string[] = [],
  version?: { readonly root: string; readonly bundle: string },
): Promise<Program> {
  const bundle = version?.bundle ?? (await buildServer());
  const directory = mkdtempSync(join(tmpdir(), 'otonari-program-'));
  chmodSync(directory, 0o755); // PostgreSQL runs as another user when we are root.
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const logFile = join(directory, 'program.log');
  const log = openSync(logFile, 'a');
  let child: ChildProcess | undefined;
  let ownerUrl = '';
  const pidFile = join(directory, 'postgres', 'cluster', 'postmaster.pid');
  return {
    directory,
    address,
    ownerUrl: () => ownerUrl,
    async start() {
      const began = performance.now();
      const args = [...nodeArguments, join(import.meta.dirname, 'program-child.ts'), bundle];
      child = spawn(process.execPath, args, {
        stdio: ['ignore', log, log, 'ipc'],
        cwd: version?.root,
        env: { ...cleanEnvironment(), DATA_DIRECTORY: directory, PORT: String(port), ...environment },
      });
      const told = await answerOf(child, logFile);
      if (!('ready' in told)) throw new Error('the program said something else than that it is ready');
      ownerUrl = told.ready.owner;
      await untilAnswering(address);
      return performance.now() - began;
    },
    async cpuMicros() {
      if (!child) throw new Error('the program is not running');
      child.send('usage');
      const told = await answerOf(child, logFile);
      return 'cpuMicros' in told ? told.cpuMicros : Number.NaN;
    },
    async killServer() {
      if (child) await end(child, 'SIGKILL');
    },
    killDatabase: () => killPostmaster(pidFile),
    async end() {
      if (child) await end(child, 'SIGTERM');
      // What a killed program left behind is stopped as its next start would do it.
      if (!environment['DATABASE_URL'])
        await (await startEmbedded({ directory: join(directory, 'postgres') })).stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The environment without settings that would point the program at somebody's data. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(PATH|HOME|LANG|LC_ALL|TMPDIR|TZ)$/.test(name),
  );
  return { ...Object.fromEntries(kept), NODE_ENV: 'production', LOG_LEVEL: 'error' };
}

async function answerOf(child: ChildProcess, said: string): Promise<Told> {
  const answered = new AbortController();
  const { signal } = answered;
  const gone = once(child, 'exit', { signal }).then(() => {
    throw new Error(
      `the program ended before it answered, and said: ${readFileSync(said, 'utf8').slice(-2000)}`,
    );
  });
  try {
    const [told] = (await Promise.race([once(child, 'message', { signal }), gone])) as [Told];
    return told;
  } finally {
    gone.catch(() => {});
    answered.abort();
  }
}

async function untilAnswering(address: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const answer = await fetch(`${address}/ja`, { redirect: 'manual' }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    await sleep(10);
  }
  throw new Error(`${address} does not answer`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const late = sleep(15_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
  await Promise.race([gone, late]);
  await gone;
}

function killPostmaster(pidFile: string): void {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
  } catch {
    // It is on its way down or up: killed already.
  }
}

/** A port of this machine that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const bound = probe.address();
  probe.close();
  if (bound === null || typeof bound === 'string') throw new Error('no free port on 127.0.0.1');
  return bound.port;
}
