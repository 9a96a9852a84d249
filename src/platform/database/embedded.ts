import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, fchmodSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { choosePlace, type Identity, type Place } from './embedded-place.ts';
import { APPLICATION_ROLE } from './settle.ts';

export interface Embedded {
  /** Address of the role that owns the schemas and migrates. */
  readonly ownerUrl: string;
  /** Address of the role as which the program works. */
  readonly appUrl: string;
  /** Where the data lies, and why there when it is not the place asked for. */
  readonly place: Place;
  /** The process that is PostgreSQL now; changes when it was killed and started again. */
  pid(): number;
  stop(): Promise<void>;
}

interface Options {
  /** Where to keep the cluster; another place is chosen when PostgreSQL's user can't enter it. */
  readonly directory: string;
  /** Further `-c` settings, such as `fsync=off` for tests. */
  readonly settings?: readonly string[];
  readonly onRestart?: () => void;
}

/**
 * Starts a real PostgreSQL of our own, creating the cluster the first time. It listens on 127.0.0.1 only, with
 * passwords made at random, is started again when it dies, and is stopped by `stop()`. A server that a killed
 * process left behind is stopped first.
 * @throws a sentence with the end of the server's log when it doesn't come up within 30 seconds
 */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const place = await choosePlace(options.directory);
  const data = join(place.directory, 'cluster');
  await stopLeftover(data);
  const secrets = readSecrets(place.directory);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialize(place, data, secrets.superuser);
  const port = await freePort();
  const server = new Server({ place, data, port, options });
  await server.start(secrets.superuser);
  await createRoles(urlFor('postgres', secrets.superuser, port, 'postgres'), secrets, port);
  return {
    ...addressesOf(secrets, port),
    place,
    pid: () => server.pid,
    stop: () => server.stop(),
  };
}

/**
 * The embedded PostgreSQL of a folder for a command: the one that a program runs there, or one started for this alone.
 * @throws when there is none that could be started
 */
export async function reachEmbedded(
  directory: string,
): Promise<Pick<Embedded, 'ownerUrl' | 'appUrl' | 'stop'>> {
  const place = await choosePlace(directory);
  const data = join(place.directory, 'cluster');
  const [pid, , , port] = existsSync(join(data, 'postmaster.pid'))
    ? readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n').map(Number)
    : [];
  if (!pid || !port || !isPostgresOf(data, pid)) return await startEmbedded({ directory });
  return { ...addressesOf(readSecrets(place.directory), port), stop: async () => {} };
}

function addressesOf(secrets: Secrets, port: number): Pick<Embedded, 'ownerUrl' | 'appUrl'> {
  return {
    ownerUrl: urlFor('otonari_owner', secrets.owner, port, 'otonari'),
    appUrl: urlFor('otonari_web', secrets.web, port, 'otonari'),
  };
}

class Server {
  readonly #how: { place: Place; data: string; port: number; options: Options };
  #process: ChildProcess | undefined;
  #stopping = false;

  constructor(how: { place: Place; data: string; port: number; options: Options }) {
    this.#how = how;
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  async start(password: string): Promise<void> {
    this.#launch();
    const until = Date.now() + 30_000;
    while (!(await answers(urlFor('postgres', password, this.#how.port, 'postgres')))) {
      if (Date.now() > until)
        throw new Error(`PostgreSQL did not start. Its log ends with:\n${this.#logTail()}`);
      await sleep(40);
    }
  }

  #launch(): void {
    const { place, data, port, options } = this.#how;
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=`,
      'recovery_init_sync_method=syncfs',
      'max_connections=60',
      // What was refused holds what people have typed: whole rows beside a constraint, values in a statement.
      'log_error_verbosity=terse',
      'log_min_error_statement=panic',
      ...(options.settings ?? []),
    ];
    const log = openSync(join(place.directory, 'postgres.log'), 'a');
    fchmodSync(log, 0o600);
    const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
    // A session of its own: Ctrl-C must reach us first, so that requests under way end before their database does.
    const child = spawn(place.postgres, args, {
      ...place.identity,
      detached: true,
      stdio: ['ignore', log, log],
    });
    this.#process = child;
    child.once('exit', () => {
      if (this.#stopping) return;
      options.onRestart?.();
      setTimeout(() => this.#stopping || this.#launch(), 250);
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGINT'); // PostgreSQL's "fast shutdown": ends connections, keeps everything committed.
    await Promise.race([gone, sleep(10_000, undefined, { ref: false }).then(() => child.kill('SIGQUIT'))]);
    await gone;
  }

  #logTail(): string {
    const log = join(this.#how.place.directory, 'postgres.log');
    return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-15).join('\n') : '(no log)';
  }
}

interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly web: string;
}

function readSecrets(directory: string): Secrets {
  const file = join(directory, 'passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const random = () => randomBytes(24).toString('base64url');
  const secrets = { superuser: random(), owner: random(), web: random() };
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

async function initialize(place: Place, data: string, password: string): Promise<void> {
  rmSync(data, { recursive: true, force: true });
  const passwordFile = join(place.directory, 'initial-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  own(passwordFile, place.identity);
  const args = [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  const child = spawn(place.initdb, args, { ...place.identity, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  rmSync(passwordFile);
  if (code !== 0) throw new Error(`PostgreSQL's initdb could not create ${data}:\n${said}`);
}

function own(path: string, identity: Identity): void {
  if (identity.uid !== undefined) execFileSync('chown', [`${identity.uid}:${identity.gid}`, path]);
}

async function createRoles(superuserUrl: string, secrets: Secrets, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const known = await client.query('select from pg_database where datname = $1', ['otonari']);
    if (known.rowCount) return;
    await client.query(`
      create role otonari_owner login createdb createrole password '${secrets.owner}';
      create role ${APPLICATION_ROLE} nologin;
      create role otonari_web login password '${secrets.web}';
      grant ${APPLICATION_ROLE} to otonari_web;
      grant ${APPLICATION_ROLE} to otonari_owner with admin option`);
    await client.query('create database otonari owner otonari_owner');
    const inside = new pg.Client({
      connectionString: urlFor('postgres', secrets.superuser, port, 'otonari'),
    });
    await inside.connect();
    await inside.query(
      'revoke create on schema public from public; alter schema public owner to otonari_owner',
    );
    await inside.end();
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** A program that was killed leaves its PostgreSQL running, and a lock file in the cluster. */
async function stopLeftover(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (!isPostgresOf(data, pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000 && isPostgresOf(data, pid); waited += 50) await sleep(50);
}

function isPostgresOf(data: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes(data);
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return address.port;
}

function urlFor(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
