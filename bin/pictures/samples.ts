import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Samples } from '../../src/platform/parts/sampling.ts';

const src = join(import.meta.dirname, '../../src');

/** What every module has to show of itself: the `samples` of every `samples.ts` of a module. */
export const SAMPLES: readonly Samples[] = await Promise.all(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(kits|modules|pages)\b.*[/\\]samples\.ts$/.test(name))
    .toSorted()
    .map(async (name): Promise<Samples> => (await import(pathToFileURL(join(src, name)).href)).samples),
);
