import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { makeProgram, type Program } from '../../test/support/program.ts';
import { command } from '../commands/run-command.ts';
import type { Door } from './doors.ts';

const SECRET = 'the secret of a drill, which nobody else knows';

/** A PostgreSQL of the drill's own, on which programs of several versions work with the same secret and files. */
export interface SharedHouse {
  /** The drill's own look at the database, as its owner. */
  readonly pool: pg.Pool;
  /** `npm run migrate` of a version. @param root its folder */
  migrate(root: string): Promise<void>;
  /** Starts a program as a plain member of the application's role: web and worker. @param version absent: this one */
  start(name: Door['name'], version?: Parameters<typeof makeProgram>[2]): Promise<Served>;
  /** Stops whatever still runs and deletes everything. */
  end(): Promise<void>;
}

interface Served extends Door {
  /** As a service manager stops it, while people are sent elsewhere. */
  stop(): Promise<void>;
}

export async function makeHouse(): Promise<SharedHouse> {
  const directory = mkdtempSync(join(tmpdir(), 'otonari-upgrade-'));
  chmodSync(directory, 0o755); // PostgreSQL runs as another user when we are root.
  const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
  const owner = new pg.Client({ connectionString: embedded.ownerUrl });
  await owner.connect();
  await owner.query('create database otonari_demo');
  await owner.end();
  const ownerUrl = demoOf(embedded.ownerUrl);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  // An idle connection may hear of its server's end; whoever asks something hears of it by themselves.
  pool.on('error', () => {});
  const shared = { SECRET, DEMONSTRATION: 'true', DATA_DIRECTORY: join(directory, 'data') };
  const running = new Set<Program>();
  return {
    pool,
    async migrate(root) {
      await command('bin/migrate.ts', [], { ...shared, DATABASE_OWNER_URL: ownerUrl }, root);
    },
    async start(name, version) {
      const url = `${demoOf(embedded.appUrl)}?application_name=otonari_${name}`;
      const program = await makeProgram({ ...shared, DATABASE_URL: url }, [], version);
      running.add(program);
      await program.start();
      const stop = async () => {
        running.delete(program);
        await program.end();
      };
      return { name, address: program.address, stop };
    },
    async end() {
      for (const program of running) await program.end();
      await pool.end();
      await embedded.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A demonstration runs only on a database that is called so. */
function demoOf(url: string): string {
  return Object.assign(new URL(url), { pathname: '/otonari_demo' }).href;
}
