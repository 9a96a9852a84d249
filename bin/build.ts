// Builds the browser files (dist/) and the server bundle (dist-server/), when their sources have changed since.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const output = join(root, 'dist-server');
const stamp = join(output, 'built-from');

/**
 * @returns the path of the server bundle, built anew if any source differs from what it was built from
 */
export async function buildServer(): Promise<string> {
  const bundle = join(output, 'server.js');
  const sources = hashSources();
  const current =
    existsSync(bundle) &&
    existsSync(join(root, 'dist')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sources;
  if (current) return bundle;
  console.log('Building …');
  // Only who builds waits for the builder to be loaded.
  const [{ build }, { buildAssets }] = await Promise.all([import('vite'), import('./assets.ts')]);
  await buildAssets();
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // Hundreds of small files take longer to find than all of them in one. These bring files of their own, or share `pg`.
    ssr: {
      noExternal: true,
      external: ['@patdx/kuromoji', 'graphile-worker', 'nodemailer', 'pg', 'pino', 'sharp'],
    },
    build: {
      ssr: true,
      outDir: output,
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      rolldownOptions: {
        input: {
          server: join(root, 'src', 'server.ts'),
          // A thread starts from a file of its own, which stands beside whatever starts it.
          'in-worker': join(root, 'src', 'matching', 'worker', 'in-worker.ts'),
          helper: join(root, 'src', 'matching', 'worker', 'helper.ts'),
          'tag-worker': join(root, 'src', 'japanese', 'writing', 'tagger', 'tag-worker.ts'),
        },
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  writeFileSync(stamp, sources);
  return bundle;
}

function hashSources(): string {
  const hash = createHash('sha256');
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of [...files.sort(), join(root, 'package-lock.json'), join(root, 'vite.config.ts')]) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

if (process.argv[1] === import.meta.filename) console.log(await buildServer());
