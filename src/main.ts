import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { describeDemonstration } from './demonstration/people-to-be.ts';
import { refuseInventedPeople, seedDemonstration } from './demonstration/seed.ts';
import { buildHouse } from './house.ts';
import { readTownsAhead } from './japanese/places.ts';
import { foldNamesAnew } from './modules/people/index.ts';
import { makeKeys, sealFormerSecrets } from './modules/sign-in/index.ts';
import { demonstrations, personalDataMaps } from './modules.ts';
import { markAnew } from './platform/audit/chain/mark-anew.ts';
import { refuseUnfinishedRestore } from './platform/backup/erasures.ts';
import { systemClock } from './platform/clock.ts';
import { type Configuration, readConfiguration } from './platform/configuration.ts';
import { connect } from './platform/database/connect.ts';
import { startEmbedded } from './platform/database/embedded.ts';
import { migrate } from './platform/database/migrate.ts';
import { checkSchema, mayMigrate, SCHEMA_FOLDER } from './platform/database/schema.ts';
import { isDatabaseAway } from './platform/database/transaction.ts';
import { checkWay } from './platform/database/way.ts';
import type { Listener } from './platform/events/listener.ts';
import { registerListeners } from './platform/events/positions.ts';
import { openFiles } from './platform/files/open.ts';
import { openStore } from './platform/files/store/address.ts';
import { startWorker, type Worker } from './platform/jobs/worker.ts';
import { openLive } from './platform/live/live.ts';
import { makeLog } from './platform/log.ts';
import { refuseOpenDoors } from './platform/open-doors.ts';
import { makeSeal, type Seal, UNREAD } from './platform/sealed/seal.ts';
import { sealAnew } from './platform/sealed/seal-anew.ts';
import { readSecret } from './platform/sealed/secret.ts';
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
  refuseOpenDoors(configuration);
  const database = await openDatabase(configuration);
  try {
    return await startOn(database, configuration);
  } catch (problem) {
    // A start that was refused leaves nothing running.
    await database.stop();
    throw problem;
  }
}

/**
 * Listens before there is a database: until everything is ready for people, help now and the numbers are what the house
 * says (docs/decisions/0019). What waiting does not mend ends the start.
 */
async function startOn(database: OpenDatabase, configuration: Configuration): Promise<Running> {
  const log = makeLog(configuration.logLevel);
  const secret = readSecret(configuration);
  const before = configuration.secretBefore;
  const seal = makeSeal(secret, before, (place) => log.error({ place }, UNREAD));
  const connection = connect(database.appUrl, { seal });
  const live = openLive(connection);
  const files = { store: openStore(configuration), log };
  const house = buildHouse({ configuration, connection, live, files, log, clock: systemClock, secret });
  const server = configuration.roles === 'worker' ? null : await listen(house.app, configuration);
  if (server) void readTownsAhead();
  let worker: Worker | null = null;
  const close = async () => {
    server?.close();
    await worker?.stop().catch(() => {});
    await live.close();
    await connection.close().catch(() => {});
  };
  try {
    await onceThere(log, async () => {
      const { listeners } = house.parts;
      await prepare(database, { configuration, connection, files, seal, secret, log, listeners });
      await house.open();
    });
    const jobs = { db: connection.db, clock: systemClock, log };
    if (configuration.roles !== 'web') worker = await startWorker(connection, house.parts, jobs);
  } catch (problem) {
    await close();
    throw problem;
  }
  const port = server?.port ?? configuration.port;
  return {
    address: configuration.publicUrl ?? `http://localhost:${port}`,
    says: configuration.demonstration ? await describeDemonstration(connection.db, demonstrations) : [],
    databaseUrls: { owner: database.ownerUrl, app: database.appUrl },
    databasePid: database.pid,
    async stop() {
      await close();
      await database.stop();
    },
  };
}

const BETWEEN_TRIES = 1_000;

/** Does what a start does with the database, again while the database is away. @throws what waiting does not mend */
async function onceThere(log: Logger, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (problem) {
      if (!isDatabaseAway(problem)) throw problem;
      log.warn(
        { err: problem },
        'the database is not there yet: until then there is help now and nothing else',
      );
      await sleep(BETWEEN_TRIES);
    }
  }
}

interface Preparing
  extends Pick<
    Parameters<typeof buildHouse>[0],
    'configuration' | 'connection' | 'files' | 'secret' | 'log'
  > {
  readonly seal: Seal;
  readonly listeners: readonly Listener[];
}

/** Brings the database to what this program needs, and refuses one that is not its own. Done twice it changes nothing. */
async function prepare(database: OpenDatabase, ground: Preparing): Promise<void> {
  const { configuration, connection, files, seal, secret, log } = ground;
  const before = configuration.secretBefore;
  await bringSchema(database.ownerUrl, log);
  await sealAnew(database.ownerUrl, seal, personalDataMaps, log);
  if (configuration.databaseUrl) await checkWay(database.appUrl);
  await refuseUnfinishedRestore(connection.db);
  await sealFormerSecrets(connection.db, [secret, ...(before ? [before] : [])].map(makeKeys), log);
  if (before) await markAnew(connection.db, secret, before);
  await foldNamesAnew(connection.db);
  // Before anything happens, be it in the demonstration.
  await registerListeners(connection.db, ground.listeners);
  if (configuration.demonstration)
    await seedDemonstration(connection.db, { now: systemClock(), demonstrations });
  else await refuseInventedPeople(connection.db);
  await openFiles(files, { db: connection.db, log });
}

/** Who may, migrates; who has the application's role alone sees that somebody has. */
async function bringSchema(url: string, log: Logger): Promise<void> {
  if (await mayMigrate(url)) {
    await migrate(url, SCHEMA_FOLDER);
    return;
  }
  const unknown = await checkSchema(url, SCHEMA_FOLDER);
  if (unknown.length > 0) log.warn({ unknown }, 'the database is newer than this program');
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
