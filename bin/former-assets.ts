import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which files of `assets/` are there for pages of the build before. */
const NOTE = 'assets/former.json';

/**
 * Builds a folder anew and puts the files of the build before beside the new ones, so that pages which people have open
 * find their style sheet and scripts after a deploy; those of earlier builds go. To build the same again is no new build.
 * @param folder such as `dist`
 * @param build empties it and fills it, with a manifest
 */
export async function buildBesideFormer(folder: string, build: () => Promise<unknown>): Promise<void> {
  const before = readBuilt(folder);
  await build();
  const present = filesOfManifest(folder);
  const isSame = String([...present].sort()) === String([...before.present].sort());
  const former = (isSame ? before.former : before.present).filter((name) => !present.includes(name));
  for (const name of former) {
    const content = before.contents.get(name);
    if (content) writeFileSync(join(folder, name), content);
  }
  writeFileSync(join(folder, NOTE), JSON.stringify(former));
}

/** What there is of a build: what its manifest names, and what it keeps of the one before; nothing where none was made. */
function readBuilt(folder: string) {
  const present = existsSync(join(folder, 'assets/manifest.json')) ? filesOfManifest(folder) : [];
  const former = existsSync(join(folder, NOTE)) ? (readJson(folder, NOTE) as string[]) : [];
  const there = [...present, ...former].filter((name) => existsSync(join(folder, name)));
  return {
    present,
    former,
    contents: new Map(there.map((name) => [name, readFileSync(join(folder, name))])),
  };
}

/** The files with a hash in their names that a manifest names, such as `assets/main-abc.js`. */
export function filesOfManifest(folder: string): string[] {
  const manifest = readJson(folder, 'assets/manifest.json') as Record<
    string,
    { readonly file: string; readonly css?: readonly string[]; readonly assets?: readonly string[] }
  >;
  const named = Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [
    file,
    ...css,
    ...assets,
  ]);
  return [...new Set(named)].filter((name) => name.startsWith('assets/'));
}

function readJson(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}
