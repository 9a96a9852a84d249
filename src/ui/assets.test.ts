import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readAssetUrls } from './assets.ts';

function built(manifest: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'assets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

test('the addresses come from the build’s manifest', () => {
  const folder = built({
    'src/ui/styles.css': { file: 'assets/styles-1.css' },
    'src/ui/browser/main.ts': { file: 'assets/main-2.js' },
    'src/ui/keys/browser.ts': { file: 'assets/keys-3.js' },
    'src/ui/door/browser.ts': { file: 'assets/door-4.js' },
    'src/ui/blind/browser.ts': { file: 'assets/blind-5.js' },
  });
  expect(readAssetUrls(folder)).toEqual({
    css: '/assets/styles-1.css',
    script: '/assets/main-2.js',
    keys: '/assets/keys-3.js',
    door: '/assets/door-4.js',
    blind: '/assets/blind-5.js',
  });
});

test('a build without the style sheet is refused by name', () => {
  expect(() => readAssetUrls(built({}))).toThrow('src/ui/styles.css');
});
