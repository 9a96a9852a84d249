import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asDatabase, dropWhenFree, runAs } from '../../../test/support/clusters.ts';
import { testDatabase, testSeal } from '../../../test/support/database.ts';
import { createPerson } from '../../modules/people/index.ts';
import { personalDataMaps } from '../../modules.ts';
import { PROGRAM, recordAudit } from '../audit/record.ts';
import { connect } from '../database/connect.ts';
import { inTransaction } from '../database/transaction.ts';
import { diskStore } from '../files/store/disk.ts';
import { makeSeal } from '../sealed/seal.ts';
import { sealAnew } from '../sealed/seal-anew.ts';
import { eraseAgain, readErasures, refuseUnfinishedRestore, writeErasuresDown } from './erasures.ts';
import { restoreBackup } from './restore.ts';
import { takeBackup } from './take.ts';

const { db, ownerUrl } = await testDatabase();
const admin = asDatabase(ownerUrl, 'postgres');
const migrations = join(import.meta.dirname, '../../../db/migrations');
const now = Temporal.Instant.from('2026-11-29T09:00:00+09:00');
const photo = randomUUID();
let root = '';
let folder = '';
let personId = '';

const backUp = (at = now, keep = 3) =>
  takeBackup({
    ownerUrl,
    store: diskStore(join(root, 'files')),
    folder: join(root, 'backups'),
    now: at,
    keep,
  });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'otonari-backup-'));
  await sealAnew(ownerUrl, testSeal, personalDataMaps, pino({ level: 'silent' }));
  personId = await inTransaction(db, async (tx) => {
    const { id } = await createPerson(tx, {
      name: 'Sita\n"\\N\t',
      email: 'sita@example.org',
      about: 'うれしい',
      roles: ['resident'],
      now,
    });
    await recordAudit(
      tx,
      PROGRAM,
      { action: 'people.profile.viewed', outcome: 'done', subjectIds: [id] },
      now,
    );
    return id;
  });
  await diskStore(join(root, 'files')).put(photo, new Uint8Array([1, 2, 3]));
  ({ folder } = await backUp());
});
afterAll(() => rm(root, { recursive: true }));

/** An empty database with the same owner, dropped after the file. */
async function emptyDatabase(): Promise<string> {
  const name = `r_${randomUUID().replaceAll('-', '')}`;
  await runAs(admin, `create database ${name}`);
  afterAll(() => dropWhenFree(admin, name));
  return asDatabase(ownerUrl, name);
}
const targets = await Promise.all(Array.from({ length: 6 }, emptyDatabase));

const restore = (url: string, over: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
  restoreBackup({
    ownerUrl: url,
    store: diskStore(join(root, randomUUID())),
    folder,
    migrations,
    seal: testSeal,
    ...over,
  });

async function rowsOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema', 'public')
         and not (schemaname = 'graphile_worker' and tablename = 'migrations') order by 1`,
    );
    const digests: Record<string, string> = {};
    for (const { name } of rows) {
      const found = await client.query<{ digest: string }>(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${name} as t`,
      );
      digests[name] = found.rows[0]?.digest ?? '';
    }
    return digests;
  } finally {
    await client.end();
  }
}

test('a restored database holds every row, and what guards it, and the files are there', async () => {
  const [url = ''] = targets;
  const store = diskStore(join(root, 'restored'));
  await restore(url, { store });
  const restored = connect(url, { seal: testSeal });
  await expect(refuseUnfinishedRestore(restored.db)).rejects.toThrow('was not finished');
  await eraseAgain(restored.db, [], async () => {});
  await refuseUnfinishedRestore(restored.db);
  await restored.close();
  expect(await rowsOf(url)).toEqual(await rowsOf(ownerUrl));
  expect([...((await store.get(photo)) ?? [])]).toEqual([1, 2, 3]);
  await expect(runAs(url, 'delete from audit.entries')).rejects.toThrow('never changed');
  await expect(
    runAs(
      url,
      `insert into people.roles (person_id, role, since_on) values (gen_random_uuid(), 'resident', now())`,
    ),
  ).rejects.toThrow('foreign key');
});

test('a sequence goes on after the restored rows', async () => {
  const [url = ''] = targets;
  await runAs(
    url,
    `insert into audit.entries (actor_role, action, outcome) values ('program', 'later', 'done')`,
  );
});

test('nothing is put back from a damaged backup, with another secret, or over what is there', async () => {
  const [, damaged = '', other = ''] = targets;
  await expect(restore(ownerUrl)).rejects.toThrow('tables in this database already');
  await expect(
    restore(other, { seal: makeSeal('another secret of at least thirty-two characters') }),
  ).rejects.toThrow('SECRET is not the one');
  const persons = join(folder, 'tables', 'people.persons.gz');
  const whole = await readFile(persons);
  const [, ...rest] = gunzipSync(whole).toString().split('\n');
  await writeFile(persons, gzipSync(rest.join('\n')));
  await expect(restore(damaged)).rejects.toThrow('people.persons of the backup is damaged');
  await writeFile(persons, whole.subarray(0, 40));
  await expect(restore(damaged)).rejects.toThrow('people.persons could not be read back');
  await writeFile(persons, whole);
  const file = join(folder, 'files', photo);
  await writeFile(file, 'other');
  await expect(restore(damaged)).rejects.toThrow(`The file ${photo} of the backup is damaged`);
  await writeFile(file, new Uint8Array([1, 2, 3]));
  await restore(damaged);
});

test('who was erased since the backup is erased again, as the log outside of the database says', async () => {
  const log = join(root, 'erasures.log');
  expect(await readErasures(log)).toBeNull();
  await writeErasuresDown(db, log);
  expect(await readErasures(log)).toEqual([]);
  const erased = { personId, askedAt: now, erasedAt: now.add({ hours: 1 }) };
  await db
    .insertInto('platform.erasures')
    .values({ person_id: personId, asked_at: erased.askedAt, erased_at: erased.erasedAt, rule_version: 'x' })
    .execute();
  await writeFile(log, '{"personId":"half', { flag: 'a' });
  expect(await writeErasuresDown(db, log)).toBe(1);
  expect(await writeErasuresDown(db, log)).toBe(0);
  const [, , , url = ''] = targets;
  await restore(url);
  const restored = connect(url, { seal: testSeal });
  const again: string[] = [];
  await eraseAgain(
    restored.db,
    (await readErasures(log)) ?? [],
    async (_tx, one) => void again.push(one.personId),
  );
  await restored.close();
  expect(again).toEqual([personId]);
});

test('a backup is its owner’s alone, is written whole or not at all, and the oldest go', async () => {
  expect((await stat(folder)).mode & 0o077).toBe(0);
  expect((await stat(join(folder, 'manifest.json'))).mode & 0o077).toBe(0);
  await expect(backUp()).rejects.toThrow('is there already');
  const broken = {
    ...diskStore(join(root, 'files')),
    list: () => {
      throw new Error('the disk is gone');
    },
  };
  const folderOf = join(root, 'backups');
  await expect(
    takeBackup({ ownerUrl, store: broken, folder: folderOf, now: now.add({ hours: 1 }), keep: 3 }),
  ).rejects.toThrow('the disk is gone');
  expect(await readdir(folderOf)).toEqual(['otonari-2026-11-29T00-00-00Z']);
  await backUp(now.add({ hours: 2 }), 2);
  await backUp(now.add({ hours: 3 }), 2);
  expect(await readdir(folderOf)).toEqual(['otonari-2026-11-29T02-00-00Z', 'otonari-2026-11-29T03-00-00Z']);
});

test('a run leaves alone what another one is writing into the same place, and takes away what was left half a day ago', async () => {
  const shared = join(root, 'shared');
  const disk = diskStore(join(root, 'files'));
  const at = now.add({ hours: 5 });
  const [later, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const waiting = {
    ...disk,
    async *list() {
      slow.resolve();
      await later.promise;
      yield* disk.list();
    },
  };
  const into = (one: Partial<Parameters<typeof takeBackup>[0]>) =>
    takeBackup({ ownerUrl, store: disk, folder: shared, now: at, keep: 3, ...one });
  const first = into({ store: waiting });
  await slow.promise;
  await expect(into({})).rejects.toThrow('is being written by another run');
  const left = ['.unfinished-otonari-2026-11-28T16-59-59Z', '.unfinished-otonari-2026-11-28T17-00-01Z'];
  for (const name of left) await mkdir(join(shared, name));
  const second = await into({ now: at.add({ seconds: 1 }) });
  later.resolve();
  const tablesIn = (folder: string) => readdir(join(folder, 'tables'));
  const { folder } = await first;
  expect(await tablesIn(folder)).toEqual(await tablesIn(second.folder));
  expect(await readdir(shared)).toEqual([
    '.unfinished-otonari-2026-11-28T17-00-01Z',
    'otonari-2026-11-29T05-00-00Z',
    'otonari-2026-11-29T05-00-01Z',
  ]);
});
