import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asName, type FileStore, NAME, StoreAway, type Stored, StoreFull } from './store.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EFBIG']);
/** How a file is called while it is being written. */
const DRAFT = /^([0-9a-f-]{36})\.[0-9a-f]{12}\.new$/;

/**
 * A folder of this machine, or one that several share. A file is written beside its place and moved there when the disk
 * has all of it, so that nobody ever sees half of one.
 * @param directory made when something is kept for the first time
 */
export function diskStore(directory: string): FileStore {
  const pathOf = (name: string) => join(directory, name.slice(0, 2), name);
  return {
    place: directory,
    put: (name, bytes) => told(() => write(pathOf(asName(name)), bytes)),
    get: (name) => told(() => orNothing(readFile(pathOf(asName(name))))),
    async delete(name) {
      const isOurs = NAME.test(name) || DRAFT.test(name);
      if (!isOurs) throw new Error('this is no name of a file of ours');
      await told(() => rm(pathOf(name), { force: true }));
    },
    async *list() {
      const folders = (await told(() => orNothing(readdir(directory)))) ?? [];
      for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name)).sort())
        yield await told(() => listFolder(join(directory, folder), folder));
    },
  };
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}.new`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (problem) {
    await rm(draft, { force: true }).catch(() => {});
    throw problem;
  }
  // The name itself is on the disk only when its folder is.
  const entry = await open(folder, 'r');
  await entry.sync().finally(() => entry.close());
}

async function listFolder(path: string, folder: string): Promise<Stored[]> {
  const names = ((await orNothing(readdir(path))) ?? []).filter(
    (name) => name.startsWith(folder) && NAME.test(DRAFT.exec(name)?.[1] ?? name),
  );
  const stored: Stored[] = [];
  for (const name of names) {
    // Another process may have deleted it since.
    const found = await orNothing(stat(join(path, name)));
    if (found)
      stored.push({ name, writtenAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs)) });
  }
  return stored;
}

async function orNothing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return null;
    throw problem;
  }
}

/** A disk's own errors say nothing of the database, for which `ENOENT` means that it is away. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    const code = codeOf(problem);
    if (code === null) throw problem;
    throw FULL.has(code) ? new StoreFull(code) : new StoreAway(code);
  }
}

function codeOf(problem: unknown): string | null {
  return problem instanceof Error && 'code' in problem && 'errno' in problem ? String(problem.code) : null;
}
