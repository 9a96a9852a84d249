import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CopiedStore } from './files.ts';

/** The folder in which an installation keeps its files. */
export function folderStore(directory: string): CopiedStore {
  const pathOf = (name: string) => join(directory, name.slice(0, 2), name);
  return {
    async *list() {
      for (const folder of await readdir(directory).catch(() => [])) {
        const names = await readdir(join(directory, folder)).catch(() => []);
        yield names.filter((name) => /^[0-9a-f-]{36}$/.test(name)).map((name) => ({ name }));
      }
    },
    get: (name) => readFile(pathOf(name)),
    async put(name, bytes) {
      await mkdir(dirname(pathOf(name)), { recursive: true, mode: 0o700 });
      await writeFile(pathOf(name), bytes, { flag: 'wx', mode: 0o600, flush: true });
    },
  };
}
