// Builds what browsers load into dist/: the style sheet, the script, the service worker, icons.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

/**
 * Builds `dist/` anew: hashed files and their manifest under `assets/`, `service-worker.js`, icons and the web
 * manifest under their fixed names. Takes a second or two.
 */
export async function buildAssets(): Promise<void> {
  await build({ root, configFile: join(root, 'vite.config.ts') });
  const drawing = await readFile(join(root, 'src', 'ui', 'public', 'icon.svg'));
  await mkdir(join(root, 'dist'), { recursive: true });
  for (const size of [180, 192, 512]) {
    await sharp(drawing, { density: 300 })
      .resize(size)
      .png()
      .toFile(join(root, 'dist', `icon-${size}.png`));
  }
}

if (process.argv[1] === import.meta.filename) await buildAssets();
