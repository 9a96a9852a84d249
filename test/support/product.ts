import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { type OpenHouse, openHouse } from '../../src/house.ts';
import { type SettableClock, settableClock } from '../../src/platform/clock.ts';
import { readConfiguration } from '../../src/platform/configuration.ts';
import { type Connection, connect } from '../../src/platform/database/connect.ts';
import type { Files } from '../../src/platform/files/files.ts';
import { diskStore } from '../../src/platform/files/store/disk.ts';
import { startWorker } from '../../src/platform/jobs/worker.ts';
import { openLive } from '../../src/platform/live/live.ts';
import type { Module } from '../../src/platform/module.ts';
import { runAs } from './clusters.ts';
import { type TestDatabase, testDatabase, testSeal } from './database.ts';
import type { Filling } from './templates.ts';
import { buildSmallWorld, MORNING, PEOPLE, type PersonName } from './world.ts';

/** The whole program with a small world of its own, in a test's hands. */
export interface Product {
  readonly database: TestDatabase;
  readonly house: OpenHouse;
  readonly files: Files;
  readonly clock: SettableClock;
  /** Lines that the program logged as errors; a test that caused none finds none. */
  readonly problems: string[];
  /** All lines of its log. */
  readonly logged: string[];
  /** Its data folder. */
  readonly directory: string;
  /** `maya` → the id of her person. */
  readonly ids: Readonly<Record<PersonName, string>>;
  /** Lets jobs run whose time has come by this world's clock, though not yet by the queue's. */
  hurry(): Promise<void>;
}

/** What a test adds to the product: programs, and the SQL that brings their tables. */
interface More {
  readonly programs?: readonly Module[];
  readonly migration?: string;
}

/** The product as browsers meet it. */
export interface ServedProduct extends Product {
  /** `http://localhost:<port>`: passkeys need a name, not a number. */
  readonly address: string;
}

/**
 * Opens the real house on a copy of the migrated database with the small world in it. Call it at the top of a file.
 * Its clock stands at `MORNING` until a test moves it.
 */
export async function openProduct(more: More = {}): Promise<Product> {
  const { live, connection, ...product } = await prepare(more);
  afterAll(() => live.close());
  return product;
}

/** As `openProduct`, with a web server on a free port of this machine only and the worker that runs its jobs. */
export async function serveProduct(): Promise<ServedProduct> {
  const { live, connection, ...product } = await prepare();
  const { app, parts } = product.house;
  const log = pino({ level: 'silent' });
  const worker = await startWorker(connection, parts, { db: connection.db, clock: product.clock, log });
  const server = listen({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((ready) => server.once('listening', ready));
  afterAll(async () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
    await worker.stop();
    await live.close();
  });
  return { ...product, address: `http://localhost:${(server.address() as AddressInfo).port}` };
}

/** pino's number for it. */
const ERROR = 50;

/** The small world as the house makes it, which hears of it meanwhile: made once a run, and copied for each file. */
const smallWorld: Filling = {
  name: 'small_world',
  async fill({ appUrl }) {
    const connection = connect(appUrl, { seal: testSeal });
    const directory = mkdtempSync(join(tmpdir(), 'otonari-world-'));
    const { live } = await open(connection, directory);
    await buildSmallWorld(connection.db);
    await live.close();
    await connection.close();
    rmSync(directory, { recursive: true, force: true });
  },
};

async function prepare({ programs, migration }: More = {}) {
  const database = await testDatabase(smallWorld);
  if (migration) await runAs(database.ownerUrl, migration);
  const directory = mkdtempSync(join(tmpdir(), 'otonari-product-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const opened = await open(database, directory, programs);
  const { clock } = opened;
  const hurry = async () => {
    const until = clock().toString();
    await database.pool.query(
      'update graphile_worker._private_jobs set run_at = now() where run_at > now() and run_at <= $1',
      [until],
    );
  };
  return { ...opened, database, connection: database, directory, ids: await findIds(database), hurry };
}

async function open(connection: Connection, directory: string, programs: readonly Module[] = []) {
  const clock = settableClock(MORNING.toString());
  const problems: string[] = [];
  const logged: string[] = [];
  const write = (line: string) => {
    logged.push(line);
    if (JSON.parse(line).level >= ERROR) problems.push(line);
  };
  const log = pino({ level: 'debug' }, { write });
  const files = { store: diskStore(join(directory, 'files')), log };
  const live = openLive(connection);
  const house = await openHouse({
    configuration: readConfiguration({ DEMONSTRATION: 'true', DATA_DIRECTORY: directory }),
    connection,
    live,
    log,
    clock,
    secret: 'a secret of at least thirty-two characters',
    files,
    programs,
  });
  return { house, files, clock, problems, logged, live };
}

async function findIds({ db }: TestDatabase): Promise<Record<PersonName, string>> {
  const rows = await db.selectFrom('people.persons').select(['id', 'email']).execute();
  const idOf = (email: string) => rows.find((row) => row.email === email)?.id ?? '';
  return Object.fromEntries(Object.entries(PEOPLE).map(([name, email]) => [name, idOf(email)])) as Record<
    PersonName,
    string
  >;
}
