import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyFilesOut } from './files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'otonari-copied-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const storeOf = (get: (name: string) => Promise<Uint8Array | null>) => ({
  async *list() {
    yield [{ name: 'one' }, { name: 'two' }];
  },
  get,
  put: async () => {},
});

test('a store that goes away midway leaves no backup that passes for a whole one', async () => {
  const store = storeOf(async (name) => {
    if (name === 'two') throw new Error('the store is away');
    return new Uint8Array([1]);
  });
  await expect(copyFilesOut(store, folder)).rejects.toThrow('the store is away');
});

test('a file that is deleted meanwhile is left out', async () => {
  const { rows } = await copyFilesOut(
    storeOf(async (name) => (name === 'two' ? null : new Uint8Array([1]))),
    folder,
  );
  expect(rows).toBe(1);
  expect(readFileSync(join(folder, 'files.txt'), 'utf8')).toMatch(/ one\n$/);
});
