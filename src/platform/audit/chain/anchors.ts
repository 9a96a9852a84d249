import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Seal } from './marks.ts';

/** A seal as a line, in a file or a mail. */
const Line = z.object({
  at: z.string(),
  position: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  key: z.string(),
  mark: z.string().regex(/^[0-9a-f]{64}$/),
});

export function toLine(seal: Seal): string {
  const [hash, mark] = [seal.hash.toString('hex'), seal.mark.toString('hex')];
  return JSON.stringify({ at: seal.at.toString(), position: seal.position, hash, key: seal.keyName, mark });
}

/**
 * Adds a seal to the file of its month, `2026-11.jsonl`, in a folder that the database's owner can't reach.
 * @throws what the disk says
 */
export async function writeAnchor(directory: string, seal: Seal): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, `${seal.at.toString().slice(0, 7)}.jsonl`);
  await appendFile(file, `${toLine(seal)}\n`, { mode: 0o600, flush: true });
}

/** @returns the seals of the newest files, oldest first; `unreadable`: lines that are no seal */
export async function readAnchors(
  directory: string,
  files: 'all' | 'newest two',
): Promise<{ seals: Seal[]; unreadable: number }> {
  const names = (await readdir(directory).catch(() => [])).filter((name) => name.endsWith('.jsonl')).sort();
  const wanted = files === 'all' ? names : names.slice(-2);
  const texts = await Promise.all(wanted.map((name) => readFile(join(directory, name), 'utf8')));
  return readLines(texts.join('\n'));
}

/** Reads lines of seals, one each; empty lines count for nothing. */
export function readLines(text: string): { seals: Seal[]; unreadable: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const seals = lines.flatMap((line) => readLine(line) ?? []);
  return { seals, unreadable: lines.length - seals.length };
}

function readLine(text: string): Seal | null {
  try {
    const { at, position, hash, key, mark } = Line.parse(JSON.parse(text));
    return {
      position,
      at: Temporal.Instant.from(at),
      keyName: key,
      hash: Buffer.from(hash, 'hex'),
      mark: Buffer.from(mark, 'hex'),
    };
  } catch {
    return null;
  }
}
