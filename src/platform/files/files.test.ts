import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { deleteDueFiles, deleteFilesAfter, type FileStore, keepPicture, sweepFiles } from './files.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const root = mkdtempSync(join(tmpdir(), 'otonari-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let store: FileStore;
beforeEach(async () => {
  store = { directory: mkdtempSync(join(root, 'store-')) };
  await db.deleteFrom('platform.files').execute();
});

const pathOf = (id: string) => join(store.directory, id.slice(0, 2), id);
const age = (path: string, hours: number) => {
  const at = new Date(now.subtract({ hours }).epochMilliseconds);
  utimesSync(path, at, at);
};

async function keep(): Promise<string> {
  const bytes = new Uint8Array([1, 2, 3]);
  const picture = { bytes, mediaType: 'image/webp', width: 1, height: 1, sha256: 'x' } as const;
  const about = { picture, ownerId: crypto.randomUUID(), kind: 'spot.photo', now };
  return inTransaction(db, (tx) => keepPicture(tx, store, about));
}

/** Bytes as an upload leaves them that was rolled back. */
function leave(hours: number, id: string = crypto.randomUUID()): string {
  mkdirSync(join(store.directory, id.slice(0, 2)), { recursive: true });
  writeFileSync(pathOf(id), 'left behind');
  age(pathOf(id), hours);
  return id;
}

test('bytes that no row names are swept when they are a day old, and nothing else', async () => {
  const kept = await keep();
  age(pathOf(kept), 1000);
  const [old, young] = [leave(25), leave(23)];
  expect(await sweepFiles(db, store, now)).toBe(1);
  expect([kept, old, young].map((id) => existsSync(pathOf(id)))).toEqual([true, false, true]);
  expect(await sweepFiles(db, store, now)).toBe(0);
});

test('an upload that was rolled back leaves bytes, which are swept', async () => {
  age(pathOf(await keep()), 1000);
  let id = '';
  const rolledBack = inTransaction(db, async (tx) => {
    const bytes = new Uint8Array([4]);
    const picture = { bytes, mediaType: 'image/webp', width: 1, height: 1, sha256: 'x' } as const;
    const about = { picture, ownerId: crypto.randomUUID(), kind: 'spot.photo', now };
    id = await keepPicture(tx, store, about);
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  age(pathOf(id), 25);
  expect(await sweepFiles(db, store, now)).toBe(1);
  expect(existsSync(pathOf(id))).toBe(false);
});

test('what is not named as we name files is left alone', async () => {
  await keep();
  const note = join(store.directory, 'README');
  const other = join(store.directory, 'ab', 'letter.webp');
  mkdirSync(join(store.directory, 'ab'), { recursive: true });
  for (const path of [note, other]) {
    writeFileSync(path, 'somebody put it here');
    age(path, 1000);
  }
  expect(await sweepFiles(db, store, now)).toBe(0);
  expect([note, other].every((path) => existsSync(path))).toBe(true);
});

test('a folder of which the database knows nothing is another installation’s', async () => {
  const id = leave(1000);
  expect(await sweepFiles(db, store, now)).toBe(0);
  expect(existsSync(pathOf(id))).toBe(true);
});

test('a folder that is not there yet is nothing to sweep', async () => {
  expect(await sweepFiles(db, { directory: join(root, 'nowhere') }, now)).toBe(0);
});

test('what is due goes with its bytes', async () => {
  const [due, kept] = [await keep(), await keep()];
  await inTransaction(db, (tx) => deleteFilesAfter(tx, [due], now));
  expect(await deleteDueFiles(db, store, now.add({ seconds: 1 }))).toBe(1);
  expect([due, kept].map((id) => existsSync(pathOf(id)))).toEqual([false, true]);
});
