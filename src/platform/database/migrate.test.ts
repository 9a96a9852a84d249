import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asDatabase, dropWhenFree, runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { until } from '../../../test/support/until.ts';
import { generateTypes } from './generate-types.ts';
import { migrate } from './migrate.ts';

const { ownerUrl } = await testDatabase();
const real = join(import.meta.dirname, '../../../db/migrations');
const empty = `m_${crypto.randomUUID().replaceAll('-', '')}`;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otonari-migrations-'));
  await runAs(asDatabase(ownerUrl, 'postgres'), `create database ${empty}`);
});

afterAll(async () => {
  await dropWhenFree(asDatabase(ownerUrl, 'postgres'), empty);
  await rm(folder, { recursive: true });
});

test('a migrated database has nothing left to do', async () => {
  expect(await migrate(ownerUrl, real)).toEqual([]);
});

test('files are applied once, in order, by two processes at once', async () => {
  await writeFile(join(folder, '0002_b_second.sql'), 'insert into b.first values (1)');
  await writeFile(join(folder, '0001_a_first.sql'), 'create schema b; create table b.first (id int)');
  const url = asDatabase(ownerUrl, empty);
  const applied = await Promise.all([migrate(url, folder), migrate(url, folder)]);
  expect(applied.flat().sort()).toEqual(['0001_a_first.sql', '0002_b_second.sql']);
});

test('a file that finds a table in use lets others through and waits for its turn', async () => {
  const url = asDatabase(ownerUrl, empty);
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  await holder.query('begin; select from b.first');
  await writeFile(join(folder, '0003_b_third.sql'), 'alter table b.first add column note text');
  const migrating = migrate(url, folder);
  const isWaiting = `select from pg_locks where relation = 'b.first'::regclass and not granted`;
  await until(async () => (await holder.query(isWaiting)).rowCount === 1);
  // Behind one that does not give up, this would wait for as long as the table is in use.
  await runAs(url, 'select id from b.first');
  await until(async () => (await holder.query(isWaiting)).rowCount === 0);
  await holder.query('commit');
  await holder.end();
  expect(await migrating).toEqual(['0003_b_third.sql']);
});

test('a file that fails leaves nothing behind and is named', async () => {
  await writeFile(join(folder, '0004_c_broken.sql'), 'create table b.half (id int); select * from nowhere');
  const url = asDatabase(ownerUrl, empty);
  await expect(migrate(url, folder)).rejects.toThrow('0004_c_broken.sql could not be applied');
  await expect(runAs(url, 'select * from b.half')).rejects.toThrow('does not exist');
  await rm(join(folder, '0004_c_broken.sql'));
});

test('a file changed after it was applied is refused', async () => {
  await writeFile(join(folder, '0001_a_first.sql'), 'create schema c');
  await expect(migrate(asDatabase(ownerUrl, empty), folder)).rejects.toThrow(
    'has changed after it was applied',
  );
});

test('every migration is named NNNN_module_what.sql', async () => {
  for (const name of await readdir(real)) expect(name).toMatch(/^\d{4}_[a-z]+_\w+\.sql$/);
});

test('the row types are what the migrations say', () => {
  expect(() => generateTypes(ownerUrl, { verify: true })).not.toThrow();
});
