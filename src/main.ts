import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { describeDemonstration } from './demonstration/people-to-be.ts';
import { refuseInventedPeople, seedDemonstration } from './demonstration/seed.ts';
import { openHouse } from './house.ts';
import { systemClock } from './platform/clock.ts';
import { type Configuration, readConfiguration } from './platform/configuration.ts';
import { connect } from './platform/database/connect.ts';
import { startEmbedded } from './platform/database/embedded.ts';
import { migrate } from './platform/database/migrate.ts';
import { startWorker } from './platform/jobs/worker.ts';
import { openLive } from './platform/live/live.ts';
import { listen } from './platform/web/listen.ts';

/** A running installation. */
export interface Running {
  readonly address: string;
  /** Lines for the person at the terminal: whom one can be in a demonstration. */
  readonly says: readonly string[];
  /** The owner's and the program's database addresses, for drills and tests. */
  readonly databaseUrls: { readonly owner: string; readonly app: string };
  /** Process of the embedded PostgreSQL; null when the database is somebody else's. */
  databasePid(): number | null;
  stop(): Promise<void>;
}

/**
 * Starts everything: configuration → database → modules → web and worker.
 * @param environment usually `process.env`
 * @throws with a sentence for the person at the terminal when something needed is missing
 */
export async function start(environment: Record<string, string | undefined>): Promise<Running> {
  const configuration = readConfiguration(environment);
  const log = pino({ level: configuration.logLevel });
  const database = await openDatabase(configuration);
  await migrate(database.ownerUrl, join(process.cwd(), 'db', 'migrations'));
  const connection = connect(database.appUrl);
  if (configuration.demonstration) await seedDemonstration(connection.db, { now: systemClock() });
  else await refuseInventedPeople(connection.db);
  const live = openLive(connection);
  const { app, parts } = await openHouse({
    configuration,
    connection,
    live,
    log,
    clock: systemClock,
    secret: readSecret(configuration),
  });
  const jobs = { db: connection.db, clock: systemClock, log };
  const worker = configuration.roles === 'web' ? null : await startWorker(connection, parts, jobs);
  const server = configuration.roles === 'worker' ? null : await listen(app, configuration);
  const port = server?.port ?? configuration.port;
  return {
    address: configuration.publicUrl ?? `http://localhost:${port}`,
    says: configuration.demonstration ? await describeDemonstration(connection.db) : [],
    databaseUrls: { owner: database.ownerUrl, app: database.appUrl },
    databasePid: database.pid,
    async stop() {
      server?.close();
      await worker?.stop().catch(() => {});
      await live.close();
      await connection.close().catch(() => {});
      await database.stop();
    },
  };
}

interface OpenDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  pid(): number | null;
  stop(): Promise<void>;
}

async function openDatabase(configuration: Configuration): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl, dataDirectory } = configuration;
  if (databaseUrl) {
    return {
      ownerUrl: databaseOwnerUrl ?? databaseUrl,
      appUrl: databaseUrl,
      pid: () => null,
      stop: async () => {},
    };
  }
  const embedded = await startEmbedded({ directory: join(dataDirectory, 'postgres') });
  if (embedded.place.because) console.log(embedded.place.because);
  return embedded;
}

/** The installation's own secret: from the environment, or made once and kept beside the data, readable by its owner only. */
function readSecret(configuration: Configuration): string {
  if (configuration.secret) return configuration.secret;
  if (configuration.databaseUrl && !configuration.demonstration) {
    throw new Error(
      'Set SECRET (at least 32 characters): every process of an installation needs the same one.',
    );
  }
  const file = join(configuration.dataDirectory, 'secret');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    mkdirSync(configuration.dataDirectory, { recursive: true });
    const secret = randomBytes(48).toString('base64url');
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}
