import { h } from 'preact';
import { describe, expect, it } from 'vitest';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { renderPart } from '../../../ui/index.ts';
import { LANGUAGES, languageName, plainLanguageName } from './known.ts';
import { hasSaidJapanese, readSkills, writeSkills } from './rules.ts';

describe('readSkills', () => {
  it('reads each answer and leaves out languages in which somebody can do nothing', () => {
    const fields = {
      'languages.ne.speak': 'well',
      'languages.ne.read': 'a_little',
      'languages.en.speak': 'none',
      idempotency_key: 'x',
    };
    const skill = { language: 'ne', speak: 3, read: 1, write: 0, phone: 0 };
    expect(readSkills(fields)).toEqual({ ok: true, value: [skill] });
  });

  it.each([
    ['a language nobody offers', { 'languages.tlh.speak': 'well' }],
    ['a task nobody offers', { 'languages.ne.sing': 'well' }],
    ['a level nobody offers', { 'languages.ne.speak': '9' }],
    ['two answers to one question', { 'languages.ne.speak': ['well', 'none'] }],
    ['a name that means something to JavaScript', { 'languages.__proto__.speak': 'well' }],
  ])('refuses %s', (_, fields) => {
    expect(readSkills(fields)).toMatchObject({ ok: false, refusal: { field: 'languages' } });
  });

  it('gives back what was written', () => {
    const skills = [{ language: 'vi', speak: 3, read: 2, write: 1, phone: 0 }] as const;
    const fields = Object.entries(writeSkills(skills)['vi'] ?? {}).map(([task, word]) => [
      `languages.vi.${task}`,
      word,
    ]);
    expect(readSkills(Object.fromEntries(fields))).toEqual({ ok: true, value: skills });
  });
});

it.each([
  ['none', [], false],
  ['none', [{ language: 'en', speak: 3, read: 3, write: 3, phone: 3 }], false],
  ['none', [{ language: 'ja', speak: 0, read: 1, write: 0, phone: 0 }], true],
  ['a2', [], true],
] as const)('whoever has Japanese %s and %o is known to have said so: %s', (speaking, skills, isKnown) => {
  expect(hasSaidJapanese(speaking, skills)).toBe(isKnown);
});

describe('languageName', () => {
  it.each(LOCALES)('names every language in %s', (locale) => {
    const names = LANGUAGES.map((code) => plainLanguageName(code, locale));
    expect(new Set(names).size).toBe(LANGUAGES.length);
    expect(names.join('')).not.toContain('《');
  });

  it('gives the code of a language without a name', () => {
    expect(languageName('tlh', 'en')).toBe('tlh');
    expect(plainLanguageName('tlh', 'en')).toBe('tlh');
  });

  it('has its reading in Easy Japanese, alone and among others', () => {
    const names = ['ja', 'ne'].map((code) => languageName(code, 'ja-easy'));
    const html = renderPart(h('p', null, formatsIn('ja-easy').list(names)), 'ja-easy');
    expect(html).toContain('<ruby>日本語<rp>(</rp><rt>にほんご</rt>');
    expect(html.replaceAll(/<rp>.*?<\/rp>|<rt>.*?<\/rt>|<[^>]+>/g, '')).toBe('日本語、 ネパール語');
  });
});
