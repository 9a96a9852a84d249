import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { filesOfManifest } from '../../bin/former-assets.ts';
import { ASSETS_FOLDER, assetUrls } from '../../src/ui/index.ts';
import { ask, type Caller, signInEverybody } from '../support/caller.ts';
import { openProduct } from '../support/product.ts';
import { fill, findSamples } from '../support/samples.ts';
import type { PersonName } from '../support/world.ts';

const MOST_SCRIPT_BYTES = 15_000;
const MOST_BYTES = 60_000;
const MOST_LIVE_BYTES = 3_000;

const product = await openProduct();
const { db } = product.database;
const everybody = await signInEverybody(product);
const pages = product.house.modules
  .flatMap(({ routes }) => routes)
  .filter(({ method, path }) => method === 'GET' && path !== '/live');

const weigh = (content: string | Buffer): number => gzipSync(content, { level: 6 }).length;
const file = (url: string): Buffer => readFileSync(join(ASSETS_FOLDER, url));

/** The addresses of style sheets, scripts and drawings that a document asks for; photos are people's own. */
function filesOf(html: string): { scripts: string[]; others: string[] } {
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, url = '']) => url);
  const links = [...html.matchAll(/<link rel="(?:stylesheet|icon|manifest)" href="([^"]+)"/g)];
  const pictures = [...html.matchAll(/<img[^>]* src="([^"]+)"/g)];
  const drawings = [...html.matchAll(/<use[^>]* href="(\/[^"#]+)#/g)];
  const others = new Set([...links, ...pictures, ...drawings].map(([, url = '']) => url));
  return { scripts, others: [...others].filter((url) => !/\/photos\//.test(url)) };
}

/**
 * Scripts that a script may fetch later, such as the one for passkeys, count as if every page fetched them; those that a page
 * asks for itself count where it does.
 */
function laterScripts(): number {
  const asked = Object.values(assetUrls());
  return filesOfManifest(ASSETS_FOLDER)
    .filter((name) => name.endsWith('.js') && !asked.includes(`/${name}`))
    .reduce((sum, name) => sum + weigh(file(name)), 0);
}

/** The first of the world's things that somebody may see, as they see it. */
async function open(path: string): Promise<{ html: string; who: string } | null> {
  for (const params of await findSamples(db, product.ids, path)) {
    for (const who of [
      'sita',
      'haru',
      'coordinator',
      'administrator',
      'treasurer',
    ] as const satisfies PersonName[]) {
      const answer = await ask(product, everybody[who] as Caller, `/ja${fill(path, params)}`);
      if (answer.status === 200 && /html/.test(answer.headers.get('content-type') ?? '')) {
        return { html: await answer.text(), who };
      }
      await answer.body?.cancel();
    }
  }
  return null;
}

test('every page is light, with all that it asks for', { timeout: 180_000 }, async () => {
  const heavy: string[] = [];
  let opened = 0;
  for (const { path } of pages) {
    const seen = await open(path);
    if (!seen) continue;
    opened += 1;
    const { scripts, others } = filesOf(seen.html);
    const script = scripts.reduce((sum, url) => sum + weigh(file(url)), 0) + laterScripts();
    const all = weigh(seen.html) + script + others.reduce((sum, url) => sum + weigh(file(url)), 0);
    if (script > MOST_SCRIPT_BYTES || all > MOST_BYTES) {
      heavy.push(`${path} (${seen.who}): ${script} bytes of script, ${all} in all`);
    }
  }
  expect(heavy).toEqual([]);
  expect(opened).toBeGreaterThan(pages.length * 0.7);
});

test('the script that keeps a page up to date is small', async () => {
  const { build } = await import('vite');
  const root = join(import.meta.dirname, '../..');
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2024',
      lib: { entry: join(root, 'src/ui/browser/live.ts'), formats: ['es'] },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  expect(weigh(output.output[0].code)).toBeLessThanOrEqual(MOST_LIVE_BYTES);
  expect(output.output[0].code).toContain('EventSource');
});
