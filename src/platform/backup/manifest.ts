import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Written = z.object({ rows: z.int().min(0), sha256: z.string() });

/** What a backup says of itself: enough to see that all of it is there and as it was written. */
const Manifest = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The steps of the schema, with their digests. */
  migrations: z.record(z.string(), z.string()),
  tables: z.array(Written.extend({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  /** `files.txt` names each file with its digest; here are how many, and the digest of the list. */
  files: Written,
});
export type Manifest = z.output<typeof Manifest>;

const NAME = 'manifest.json';

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeFile(join(folder, NAME), text, { flag: 'wx', mode: 0o600, flush: true });
}

/** @throws with a sentence for the person at the terminal when there is no backup in this folder that we understand */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => null);
  if (text === null) throw new Error(`${folder} holds no whole backup: there is no ${NAME} in it.`);
  const read = Manifest.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`${join(folder, NAME)} is not one that this program understands.`);
  return read.data;
}
