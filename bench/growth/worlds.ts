import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { findWorld, type World } from '../../bin/pictures/world.ts';
import { seedDemonstration } from '../../src/demonstration/seed.ts';
import { type OpenHouse, openHouse } from '../../src/house.ts';
import { dispatchTasks } from '../../src/kits/dispatch/index.ts';
import { bankTasks } from '../../src/modules/giving/bank/jobs.ts';
import { deedsTasks, TELL_TASK } from '../../src/modules/giving/deeds/jobs.ts';
import { createPerson, registerPerson } from '../../src/modules/people/index.ts';
import { spotVolunteers } from '../../src/modules/spot/index.ts';
import { demonstrations } from '../../src/modules.ts';
import { readConfiguration } from '../../src/platform/configuration.ts';
import { type Connection, connect } from '../../src/platform/database/connect.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { countFigures } from '../../src/platform/figures.ts';
import { diskStore } from '../../src/platform/files/store/disk.ts';
import { openLive } from '../../src/platform/live/live.ts';
import { makeSeal } from '../../src/platform/sealed/seal.ts';
import { asDatabase, runAs } from '../../test/support/clusters.ts';
import { type City, FULL_PAGES } from './city.ts';
import { fillCity } from './fill.ts';

const SECRET = 'a secret of at least thirty-two characters';

/** The product on a world, in this process. */
export interface Inhabited {
  readonly house: OpenHouse;
  readonly connection: Connection;
  readonly ownerUrl: string;
  readonly world: World;
}

export interface Worlds {
  readonly small: Inhabited;
  readonly big: Inhabited;
  /** Rows of the largest tables of the big one. */
  readonly rows: Readonly<Record<string, number>>;
  readonly secret: string;
  readonly now: Temporal.Instant;
  end(): Promise<void>;
}

/**
 * Makes the demonstration world of today twice in one PostgreSQL, each with a full page in every list, and puts a city
 * behind the second.
 */
export async function buildWorlds(city: City): Promise<Worlds> {
  const directory = mkdtempSync(join(tmpdir(), 'otonari-growth-'));
  chmodSync(directory, 0o755); // PostgreSQL runs as another user when we are root.
  const settings = ['fsync=off', 'synchronous_commit=off', 'shared_buffers=512MB', 'max_wal_size=8GB'];
  const embedded = await startEmbedded({ directory, settings });
  const now = Temporal.Now.instant();
  const ends: (() => Promise<void>)[] = [];
  const end = async () => {
    for (const one of ends) await one();
    await embedded.stop();
    rmSync(directory, { recursive: true, force: true });
    rmSync(embedded.place.directory, { recursive: true, force: true });
  };
  try {
    const urlsOf = (name: string) => ({
      ownerUrl: asDatabase(embedded.ownerUrl, name),
      appUrl: asDatabase(embedded.appUrl, name),
    });
    await migrate(embedded.ownerUrl, join(import.meta.dirname, '../../db/migrations'));
    const world = await seed(embedded.appUrl, now);
    await fillCity(embedded.ownerUrl, FULL_PAGES, 'page');
    for (const name of ['small', 'big'])
      await runAs(asDatabase(embedded.ownerUrl, 'postgres'), `create database ${name} template otonari`);
    const rows = await fillCity(urlsOf('big').ownerUrl, city, 'city');
    const inhabit = async (name: string) => {
      const inhabited = await openOn(urlsOf(name), directory);
      ends.push(inhabited.close);
      return { ...inhabited, world };
    };
    return { small: await inhabit('small'), big: await inhabit('big'), rows, secret: SECRET, now, end };
  } catch (problem) {
    await end();
    throw problem;
  }
}

/** @returns whom and what there is to look at: the same in both, and before there is much to look through */
async function seed(appUrl: string, now: Temporal.Instant): Promise<World> {
  const connection = connect(appUrl, { seal: makeSeal(SECRET) });
  await seedDemonstration(connection.db, { now, demonstrations });
  await inTransaction(connection.db, async (tx) => {
    await registerPerson(tx, { email: 'stranger@otonari.example', locale: 'en', now });
    await createPerson(tx, { name: 'Noa', email: 'newcomer@otonari.example', now });
  });
  const clock = () => now;
  const tell = deedsTasks({ publicUrl: 'https://localhost', secret: SECRET }).find(
    ({ name }) => name === TELL_TASK,
  );
  await tell?.run({}, { db: connection.db, clock, log: pino({ level: 'error' }) });
  const world = await findWorld(connection.db);
  await connection.close();
  return world;
}

async function openOn(
  { ownerUrl, appUrl }: { ownerUrl: string; appUrl: string },
  directory: string,
): Promise<Omit<Inhabited, 'world'> & { close(): Promise<void> }> {
  const connection = connect(appUrl, { seal: makeSeal(SECRET) });
  const live = openLive(connection);
  const log = pino({ level: 'error' });
  const house = await openHouse({
    configuration: readConfiguration({ DEMONSTRATION: 'true', DATA_DIRECTORY: directory }),
    connection,
    live,
    log,
    clock: () => Temporal.Now.instant(),
    secret: SECRET,
    files: { store: diskStore(join(directory, 'files')), log },
  });
  await countFigures(
    connection.db,
    house.modules.flatMap(({ figures = [] }) => figures),
    Temporal.Now.instant(),
  );
  // As the worker does every minute and every night.
  const context = { db: connection.db, clock: () => Temporal.Now.instant(), log };
  for (const task of [...dispatchTasks(spotVolunteers), ...bankTasks]) await task.run({}, context);
  const close = async () => {
    await live.close();
    await connection.close();
  };
  return { house, connection, ownerUrl, close };
}
