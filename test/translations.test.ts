import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import record from '../src/platform/languages/translations.json' with { type: 'json' };
import { type CatalogFolder, readCatalogs } from './tidy/catalogs.ts';
import { checkTranslations, renewTranslations, type TranslationRecord } from './tidy/translations.ts';

test('every translation was made from the English of today, and who made it is recorded', () => {
  const folders = readCatalogs(join(import.meta.dirname, '..'));
  expect(checkTranslations(folders, record as TranslationRecord)).toEqual([]);
});

describe('the record of translations', () => {
  const make = (greet: string): CatalogFolder[] => [
    {
      path: 'src/modules/x/messages',
      files: new Map([
        ['en', { greet }],
        ['ja', { greet: 'こんにちは' }],
        ['zh-Hans', { greet: '您好' }],
      ]),
      code: '',
      refusals: new Set(),
    },
  ];
  const before = renewTranslations(make('Hello'), {});
  const reviewed: TranslationRecord = {
    ...before,
    'src/modules/x/messages/ja': { ...before['src/modules/x/messages/ja'], state: 'reviewed' } as never,
  };

  test('finds the translations of a sentence that has changed since', () => {
    expect(checkTranslations(make('Hello'), before)).toEqual([]);
    const findings = checkTranslations(make('Good morning'), before);
    expect(findings.map((finding) => finding.split(':')[0])).toEqual([
      'src/modules/x/messages/ja.json',
      'src/modules/x/messages/zh-Hans.json',
    ]);
  });

  test('finds what nobody recorded, and what is recorded and gone', () => {
    expect(checkTranslations(make('Hello'), {})).toHaveLength(2);
    expect(checkTranslations([], before).join()).toContain('zh-Hans.json is recorded and gone');
  });

  test('keeps a review while its words stand, and takes it back when they have changed', () => {
    expect(renewTranslations(make('Hello'), reviewed)).toEqual(reviewed);
    const renewed = renewTranslations(make('Good morning'), reviewed);
    expect(renewed['src/modules/x/messages/ja']?.state).toBe('machine');
  });
});
