import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Embedded, reachEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { killCluster } from './kill.ts';

/** A PostgreSQL of the drill's own that can be lost with everything in it. */
export interface Ground {
  readonly name: string;
  /** What the program and the commands are told of it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Its addresses now, and how to let it go again. */
  open(): Promise<Pick<Embedded, 'ownerUrl' | 'appUrl' | 'stop'>>;
  /** Kills it by kill -9, deletes its data, and makes room for a new one without anything in it. */
  lose(): Promise<void>;
  end(): Promise<void>;
}

/** The embedded PostgreSQL below a program's data. */
export function embeddedGround(directory: () => string): Ground {
  return {
    name: 'embedded',
    environment: {},
    open: () => reachEmbedded(join(directory(), 'postgres')),
    async lose() {
      await killCluster(join(directory(), 'postgres', 'cluster'));
      rmSync(join(directory(), 'postgres'), { recursive: true, force: true });
    },
    async end() {},
  };
}

/** Debian's PostgreSQL, in a cluster of the drill's own. @returns null where none is installed */
export async function externalGround(): Promise<Ground | null> {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort() : [];
  const version = versions.findLast((one) => existsSync(`/usr/lib/postgresql/${one}/bin/initdb`));
  if (!version) return null;
  const programs = `/usr/lib/postgresql/${version}/bin`;
  const directory = mkdtempSync(join(tmpdir(), 'otonari-external-'));
  const data = join(directory, 'cluster');
  const identity = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if ('uid' in identity) execFileSync('chown', [`${identity.uid}:${identity.gid}`, directory]);
  const port = await freePort();
  const log = join(directory, 'log');
  const run = (program: string, args: readonly string[]) => {
    try {
      execFileSync(join(programs, program), args, { ...identity, cwd: '/', stdio: 'ignore' });
    } catch (problem) {
      const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : '';
      throw new Error(`${program} failed: ${String(problem)}\n${said}`, { cause: problem });
    }
  };
  const urlOf = (user: string, database = 'otonari') => `postgres://${user}@127.0.0.1:${port}/${database}`;
  const addresses = { ownerUrl: urlOf('otonari_owner'), appUrl: urlOf('otonari_web') };
  const make = async () => {
    run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--locale=C.UTF-8']);
    // Without a socket file: the lock beside one would outlive a kill.
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
    run('pg_ctl', ['-D', data, '-o', settings, '-l', log, '-w', 'start']);
    const psql = (text: string) =>
      run('psql', ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-c', text]);
    psql('create role otonari_owner login createrole');
    psql('create role otonari_app');
    psql('create role otonari_web login in role otonari_app');
    psql('grant otonari_app to otonari_owner with admin option');
    psql('create database otonari owner otonari_owner');
  };
  await make();
  return {
    name: `external ${version}`,
    environment: {
      DATABASE_URL: addresses.appUrl,
      DATABASE_OWNER_URL: addresses.ownerUrl,
      SMTP_URL: 'smtps://127.0.0.1:1',
      PUBLIC_URL: 'https://help.example',
    },
    open: async () => ({ ...addresses, stop: async () => {} }),
    async lose() {
      await killCluster(data);
      rmSync(data, { recursive: true, force: true });
      await make();
    },
    async end() {
      await killCluster(data);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Runs something on a ground's newest schema. */
export async function onGround<T>(
  ground: Ground,
  work: (urls: { ownerUrl: string; appUrl: string }) => Promise<T>,
): Promise<T> {
  const opened = await ground.open();
  try {
    await migrate(opened.ownerUrl, join(import.meta.dirname, '../../db/migrations'));
    return await work(opened);
  } finally {
    await opened.stop();
  }
}

function idOf(flag: string): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}
