// Builds what browsers load into dist/: the style sheet, the script, the service worker, icons, the outlines of the wards.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { build } from 'vite';
import { WARD_MAP_VIEW_BOX, wardPaths } from '../src/japanese/map.ts';
import { buildBesideFormer } from './former-assets.ts';

const root = join(import.meta.dirname, '..');

/**
 * Builds `dist/` anew: hashed files and their manifest under `assets/`, `service-worker.js`, icons, `wards.svg` and the
 * web manifest under their fixed names. The hashed files of the build before stay beside the new ones. Takes a second or two.
 */
export async function buildAssets(): Promise<void> {
  await buildBesideFormer(join(root, 'dist'), () =>
    build({ root, configFile: join(root, 'vite.config.ts') }),
  );
  const drawing = await readFile(join(root, 'src', 'ui', 'public', 'icon.svg'));
  await mkdir(join(root, 'dist'), { recursive: true });
  for (const size of [180, 192, 512]) {
    await sharp(drawing, { density: 300 })
      .resize(size)
      .png()
      .toFile(join(root, 'dist', `icon-${size}.png`));
  }
  const wards = wardPaths().map(({ code, path }) => `<path id="ward-${code}" d="${path}"/>`);
  await writeFile(
    join(root, 'dist', 'wards.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${WARD_MAP_VIEW_BOX}">${wards.join('')}</svg>`,
  );
}

if (process.argv[1] === import.meta.filename) await buildAssets();
