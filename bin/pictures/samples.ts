import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Samples } from '../../src/platform/parts/sampling.ts';

const src = join(import.meta.dirname, '../../src');

/** What the modules below some folders have to show of themselves: the `samples` of each `samples.ts`. */
export function findSamples(folders: readonly string[]): Promise<readonly Samples[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => basename(name) === 'samples.ts')
      .toSorted()
      .map((name) => join(folder, name)),
  );
  return Promise.all(
    files.map(async (file): Promise<Samples> => (await import(pathToFileURL(file).href)).samples),
  );
}

/** What every module of the product has to show. */
export const SAMPLES = await findSamples(['kits', 'modules', 'pages'].map((room) => join(src, room)));
