import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { buildBesideFormer, filesOfManifest } from '../bin/former-assets.ts';
import { readStaticFiles } from '../src/platform/web/static-files.ts';
import { ASSETS_FOLDER } from '../src/ui/index.ts';

/** A folder with a style sheet that can be built as the product is. */
function makeSite() {
  const root = mkdtempSync(join(tmpdir(), 'otonari-site-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, 'dist');
  return {
    folder,
    /** Builds it with this style sheet. @returns the address under which it is served */
    async build(css: string): Promise<string> {
      writeFileSync(join(root, 'styles.css'), css);
      await buildBesideFormer(folder, () =>
        build({
          root,
          configFile: false,
          logLevel: 'silent',
          build: {
            outDir: folder,
            emptyOutDir: true,
            manifest: 'assets/manifest.json',
            rolldownOptions: { input: join(root, 'styles.css') },
          },
        }),
      );
      const [name] = filesOfManifest(folder);
      return `/${name}`;
    },
    /** What a server that starts now answers. */
    ask: (path: string) => readStaticFiles(folder).answer(path, new Headers())?.status ?? 404,
  };
}

test('a page of the build before finds its style sheet, one of an earlier build does not', async () => {
  const site = makeSite();
  const first = await site.build('a { color: red }');
  const second = await site.build('a { color: green }');
  expect(first).not.toBe(second);
  expect([first, second].map(site.ask)).toEqual([200, 200]);
  expect(filesOfManifest(site.folder)).toEqual([second.slice(1)]);
  const third = await site.build('a { color: blue }');
  expect([first, second, third].map(site.ask)).toEqual([404, 200, 200]);
});

test('to build the same again keeps what there was, to go back makes the newer one the former', async () => {
  const site = makeSite();
  const first = await site.build('a { color: red }');
  const second = await site.build('a { color: green }');
  await site.build('a { color: green }');
  expect([first, second].map(site.ask)).toEqual([200, 200]);
  expect(await site.build('a { color: red }')).toBe(first);
  expect([first, second].map(site.ask)).toEqual([200, 200]);
  expect(readdirSync(join(site.folder, 'assets')).filter((name) => name.endsWith('.css'))).toHaveLength(2);
});

test('the product is built so: npm test does it first', () => {
  expect(existsSync(join(ASSETS_FOLDER, 'assets', 'former.json'))).toBe(true);
});
