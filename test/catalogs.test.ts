import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CatalogFolder, checkCatalogs, readCatalogs } from './tidy/catalogs.ts';

const folders = readCatalogs(join(import.meta.dirname, '..'));

describe('every message in every language', () => {
  test.each(folders.map((folder) => [folder.path, folder] as const))('%s', (_path, folder) => {
    expect(checkCatalogs(folder)).toEqual([]);
  });
});

describe('the catalog test can fail', () => {
  const good = { greet: 'Hello {name}' };
  const make = (files: Record<string, Record<string, string>>, code = "t('greet')"): CatalogFolder => ({
    path: 'src/modules/x/messages',
    files: new Map(Object.entries(files)),
    code,
    refusals: new Set(),
  });
  const all = {
    en: good,
    ja: { greet: '{name}さん' },
    'ja-easy': { greet: '{name}さん、 こんにちは。' },
    'zh-Hans': { greet: '{name}，您好' },
  };

  test('a complete catalog passes', () => {
    expect(checkCatalogs(make(all))).toEqual([]);
  });
  test('a missing key is found', () => {
    expect(checkCatalogs(make({ ...all, ja: {} })).join()).toContain('ja.json: greet is missing');
  });
  test('a missing language is found', () => {
    const { 'zh-Hans': _gone, ...rest } = all;
    expect(checkCatalogs(make(rest)).join()).toContain('zh-Hans.json is missing');
  });
  test('a placeholder mismatch is found', () => {
    expect(checkCatalogs(make({ ...all, ja: { greet: '{nam}さん' } })).join()).toContain('placeholders');
  });
  test('a broken message is found', () => {
    expect(checkCatalogs(make({ ...all, ja: { greet: '{name' } })).join()).toContain('no ICU message');
  });
  test('an unused key is found', () => {
    expect(checkCatalogs(make(all, "t('other')")).join()).toContain('nobody uses greet');
  });
  test('kanji without furigana in Easy Japanese is found', () => {
    expect(checkCatalogs(make({ ...all, 'ja-easy': { greet: '{name}さん、 病院です。' } })).join()).toContain(
      'Y3',
    );
  });
});
