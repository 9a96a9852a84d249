import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { s3Double } from '../../../test/support/s3-double.ts';
import { until } from '../../../test/support/until.ts';
import { inTransaction } from '../database/transaction.ts';
import { startWorker } from '../jobs/worker.ts';
import { deleteFilesAfter, deleteFilesOf, keepFile, readFileById } from './files.ts';
import { fileTasks } from './forget.ts';
import { sealFormerFiles } from './former.ts';
import { claimStore, MARK } from './store/claim.ts';
import { diskStore } from './store/disk.ts';
import { s3Store } from './store/s3.ts';
import type { FileStore } from './store/store.ts';
import { deleteDueFiles, sweepFiles } from './sweeping.ts';

const database = await testDatabase();
const { db } = database;
const double = await s3Double();
const root = mkdtempSync(join(tmpdir(), 'otonari-sweeping-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const log = pino({ level: 'silent' });
const now = Temporal.Now.instant();
const ownerId = randomUUID();

beforeEach(async () => {
  double.objects.clear();
  await db.deleteFrom('platform.files').execute();
  await db.deleteFrom('platform.settings').where('subject', '=', 'file-store').execute();
});

/** A store of each kind, as each of two machines opens it; what lies in it, and how something becomes older. */
const kinds = {
  disk() {
    const directory = mkdtempSync(join(root, 'store-'));
    const pathOf = (name: string) => join(directory, name.slice(0, 2), name);
    return {
      open: () => diskStore(directory),
      inside: () =>
        readdirSync(directory, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => name),
      plant(name: string) {
        mkdirSync(join(directory, name.slice(0, 2)), { recursive: true });
        writeFileSync(pathOf(name), 'left behind');
      },
      age(name: string, hours: number) {
        const at = new Date(now.subtract({ hours }).epochMilliseconds);
        utimesSync(pathOf(name), at, at);
      },
    };
  },
  bucket() {
    return {
      open: () => s3Store(double.address, { answer: 2_000, pause: 1 }),
      inside: () => [...double.objects.keys()],
      plant: (name: string) =>
        void double.objects.set(name, { bytes: Buffer.from('left behind'), writtenAt: new Date() }),
      age(name: string, hours: number) {
        const found = double.objects.get(name);
        if (found) found.writtenAt = new Date(now.subtract({ hours }).epochMilliseconds);
      },
    };
  },
};

async function keep(store: FileStore, fails = false): Promise<{ id: string; name: string }> {
  const picture = {
    bytes: Buffer.from('a letter'),
    mediaType: 'image/webp',
    width: 1,
    height: 1,
    sha256: 'x',
  } as const;
  let id = '';
  await inTransaction(db, async (tx) => {
    id = await keepFile(tx, { store, log }, { picture, ownerId, kind: 'spot.photo', now });
    if (fails) throw new Error('rolled back');
  }).catch((problem: Error) => {
    if (!fails) throw problem;
  });
  const row = await db.selectFrom('platform.files').select('name').where('id', '=', id).executeTakeFirst();
  return { id, name: row?.name ?? '' };
}

describe.each(Object.entries(kinds))('on a %s', (_kind, make) => {
  test('who leaves leaves no byte, whichever machine had taken it', async () => {
    const kind = make();
    const [here, there] = [kind.open(), kind.open()];
    await claimStore(db, here);
    await keep(here);
    await keep(there);
    expect(kind.inside()).toHaveLength(3);
    const worker = await startWorker(
      database,
      { tasks: fileTasks({ store: there, log }), listeners: [] },
      { db, clock: () => now, log },
    );
    await inTransaction(db, (tx) => deleteFilesOf(tx, ownerId));
    await until(() => kind.inside().length === 1);
    await worker.stop();
    expect(kind.inside()).toEqual([MARK]);
  });

  test('what is due goes with its bytes, and nothing else does', async () => {
    const kind = make();
    const store = kind.open();
    const [due, kept] = [await keep(store), await keep(store)];
    await inTransaction(db, (tx) => deleteFilesAfter(tx, [due.id], now));
    expect(await deleteDueFiles(db, store, now.add({ seconds: 1 }))).toBe(1);
    expect(kind.inside()).toEqual([kept.name]);
  });

  test('bytes that no row names are swept when no upload can still be under way, and nothing else', async () => {
    const kind = make();
    const store = kind.open();
    await claimStore(db, store);
    const kept = await keep(store);
    const [old, young] = [randomUUID(), randomUUID()];
    for (const name of [old, young]) kind.plant(name);
    for (const [name, hours] of [
      [kept.name, 1000],
      [MARK, 1000],
      [old, 3],
      [young, 1],
    ] as const)
      kind.age(name, hours);
    expect(await sweepFiles(db, store, now)).toBe(1);
    expect(kind.inside().sort()).toEqual([MARK, kept.name, young].sort());
    expect(await sweepFiles(db, store, now)).toBe(0);
  });

  test('an upload that was rolled back leaves bytes, which are swept', async () => {
    const kind = make();
    const store = kind.open();
    await claimStore(db, store);
    await keep(store, true);
    const [left = ''] = kind.inside().filter((name) => name !== MARK);
    expect(left).not.toBe('');
    kind.age(left, 3);
    expect(await sweepFiles(db, store, now)).toBe(1);
    expect(kind.inside()).toEqual([MARK]);
  });

  test('a file from before files were sealed is sealed, and what lay there in plain is gone', async () => {
    const kind = make();
    const store = kind.open();
    const id = randomUUID();
    kind.plant(id);
    const row = { id, owner_id: ownerId, kind: 'spot.photo', media_type: 'image/webp', byte_count: 11 };
    await db
      .insertInto('platform.files')
      .values({ ...row, sha256: 'x' })
      .execute();
    const files = { store, log };
    const read = async () => Buffer.from((await readFileById(db, files, id))?.bytes ?? []).toString();
    expect(await read()).toBe('left behind');
    expect(await sealFormerFiles(db, files)).toBe(1);
    expect(await read()).toBe('left behind');
    expect(kind.inside()).not.toContain(id);
    for (const name of kind.inside())
      expect(Buffer.from((await store.get(name)) ?? []).includes('left')).toBe(false);
    expect(await sealFormerFiles(db, files)).toBe(0);
  });

  test('plain bytes whose row was sealed before a crash are swept', async () => {
    const kind = make();
    const store = kind.open();
    await claimStore(db, store);
    const { id, name } = await keep(store);
    kind.plant(id);
    kind.age(id, 1000);
    expect(await sweepFiles(db, store, now)).toBe(1);
    expect(kind.inside().sort()).toEqual([MARK, name].sort());
  });

  test('files of another database are neither swept nor taken over', async () => {
    const kind = make();
    const store = kind.open();
    kind.plant(randomUUID());
    await store.put(MARK, Buffer.from(randomUUID()));
    await expect(claimStore(db, store)).rejects.toThrow('holds the files of another database');
    expect(await sweepFiles(db, store, now.add({ hours: 1000 }))).toBe(0);
    expect(kind.inside()).toHaveLength(2);
  });
});

test('half of a file that a killed upload left is swept', async () => {
  const kind = kinds.disk();
  const store = kind.open();
  await claimStore(db, store);
  const half = `${randomUUID()}.0123456789ab.new`;
  kind.plant(half);
  expect(await sweepFiles(db, store, now)).toBe(0);
  kind.age(half, 3);
  expect(await sweepFiles(db, store, now)).toBe(1);
  expect(kind.inside()).toEqual([MARK]);
});

describe('a process', () => {
  test('with a folder of its own beside another one’s does not start', async () => {
    await claimStore(db, kinds.disk().open());
    await expect(claimStore(db, kinds.disk().open())).rejects.toThrow(
      'is not where this database keeps its files',
    );
  });

  test('that starts together with another one on the same folder starts, and so it does later', async () => {
    const kind = kinds.disk();
    await Promise.all([claimStore(db, kind.open()), claimStore(db, kind.open())]);
    await claimStore(db, kind.open());
    expect(kind.inside()).toEqual([MARK]);
  });

  test('that was killed when it had marked the folder, before the database knew, starts again', async () => {
    const kind = kinds.disk();
    await kind.open().put(MARK, Buffer.from(randomUUID()));
    await claimStore(db, kind.open());
    await claimStore(db, kind.open());
  });

  test('whose former version has kept files here goes on with them', async () => {
    const kind = kinds.disk();
    kind.plant(randomUUID());
    await claimStore(db, kind.open());
    expect(kind.inside()).toHaveLength(2);
  });
});
