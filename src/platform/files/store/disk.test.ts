import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { diskStore } from './disk.ts';
import { type FileStore, StoreAway, StoreFull } from './store.ts';

const root = mkdtempSync(join(tmpdir(), 'otonari-disk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let directory = '';
let store: FileStore;
beforeEach(() => {
  directory = mkdtempSync(join(root, 'store-'));
  store = diskStore(directory);
});

const listed = async () => (await Array.fromAsync(store.list())).flat().map(({ name }) => name);

test('keeps for its owner only, gives back, lists and deletes', async () => {
  const [name, other] = [randomUUID(), randomUUID()];
  await store.put(name, new Uint8Array([1, 2]));
  await store.put(other, new Uint8Array([3]));
  expect([...((await store.get(name)) ?? [])]).toEqual([1, 2]);
  const path = join(directory, name.slice(0, 2), name);
  expect([statSync(path).mode & 0o777, statSync(join(path, '..')).mode & 0o777]).toEqual([0o600, 0o700]);
  expect((await listed()).sort()).toEqual([name, other].sort());
  await store.delete(name);
  await store.delete(name);
  expect([await store.get(name), await listed()]).toEqual([null, [other]]);
});

test('two processes that share the folder see each other’s files', async () => {
  const name = randomUUID();
  await store.put(name, new Uint8Array([1]));
  expect([...((await diskStore(directory).get(name)) ?? [])]).toEqual([1]);
});

test('half of a file that a killed process has left is listed, to be deleted, and never read', async () => {
  const name = randomUUID();
  const half = `${name}.0123456789ab.new`;
  mkdirSync(join(directory, name.slice(0, 2)));
  writeFileSync(join(directory, name.slice(0, 2), half), 'half');
  expect([await store.get(name), await listed()]).toEqual([null, [half]]);
  await store.delete(half);
  expect(await listed()).toEqual([]);
});

test('what is not named as we name files is neither listed nor touched', async () => {
  mkdirSync(join(directory, 'ab'));
  for (const path of ['README', 'ab/letter.webp', 'ab/cd.new'])
    writeFileSync(join(directory, path), 'theirs');
  expect(await listed()).toEqual([]);
  for (const name of ['../README', 'README', 'ab/letter.webp', ''])
    await expect(store.delete(name)).rejects.toThrow('no name of a file of ours');
});

/** Only who may mount can make a small disk: elsewhere the form's own test stands for this one. */
const mountsDisks = process.platform === 'linux' && process.getuid?.() === 0;

test.runIf(mountsDisks)('a full disk says so, keeps nothing by halves, and is read as before', async () => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', directory]);
  onTestFinished(() => void execFileSync('umount', [directory]));
  const [kept, large] = [randomUUID(), randomUUID()];
  await store.put(kept, new Uint8Array(100));
  await expect(store.put(large, new Uint8Array(100_000))).rejects.toBeInstanceOf(StoreFull);
  expect([await listed(), await store.get(large)]).toEqual([[kept], null]);
  expect(await store.get(kept)).toHaveLength(100);
});

test('a folder that is none is away, and no file is lost by it', async () => {
  writeFileSync(join(directory, 'plain'), '');
  const broken = diskStore(join(directory, 'plain'));
  await expect(broken.get(randomUUID())).rejects.toBeInstanceOf(StoreAway);
  await expect(broken.put(randomUUID(), new Uint8Array([1]))).rejects.toBeInstanceOf(StoreAway);
});
