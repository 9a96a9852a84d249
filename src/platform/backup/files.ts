import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Measured } from './measure.ts';

/** What of a file store a backup needs. */
export interface CopiedStore {
  list(): AsyncIterable<readonly { readonly name: string }[]>;
  get(name: string): Promise<Uint8Array | null>;
  put(name: string, bytes: Uint8Array): Promise<void>;
}

const LIST = 'files.txt';

/**
 * Copies each file of a store, sealed as it lies there, and lists them. What is deleted meanwhile, no row needs any more.
 * @throws when the store is away: a backup without its photos must not pass for one with them
 */
export async function copyFilesOut(store: CopiedStore, folder: string): Promise<Measured> {
  await mkdir(join(folder, 'files'), { mode: 0o700 });
  const list = await open(join(folder, LIST), 'wx', 0o600);
  const hash = createHash('sha256');
  let rows = 0;
  try {
    for await (const some of store.list()) {
      for (const { name } of some) {
        const bytes = await store.get(name);
        if (!bytes) continue;
        await writeFile(join(folder, 'files', name), bytes, { flag: 'wx', mode: 0o600 });
        const line = `${digestOf(bytes)} ${name}\n`;
        hash.update(line);
        await list.write(line);
        rows++;
      }
    }
    await list.sync();
  } finally {
    await list.close();
  }
  return { rows, sha256: hash.digest('hex') };
}

/**
 * Reads each file of a backup in turn and sees that it is the one that was written.
 * @param take is handed each
 * @throws naming the first that is missing or another one
 */
export async function readFilesBack(
  folder: string,
  expected: Measured,
  take: (name: string, bytes: Uint8Array) => Promise<void> = async () => {},
): Promise<void> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const line of createInterface({ input: createReadStream(join(folder, LIST)) })) {
    hash.update(`${line}\n`);
    const [sha256, name = ''] = line.split(' ');
    const bytes = await readFile(join(folder, 'files', name)).catch(() => null);
    if (!bytes || digestOf(bytes) !== sha256) throw new Error(`The file ${name} of the backup is damaged.`);
    await take(name, bytes);
    rows++;
  }
  if (rows !== expected.rows || hash.digest('hex') !== expected.sha256)
    throw new Error(`The list of files of the backup is damaged: ${LIST}.`);
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
