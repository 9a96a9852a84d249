import { expect, test } from 'vitest';
import type { Texts } from '../types.ts';
import { sectionFor, standingOfPage, withSections } from './rules.ts';

const written = (texts: Texts, locale: 'ja' | 'en', sections: Record<string, string>, isCompared = false) =>
  withSections(texts, { locale, origin: locale === 'ja' ? 'written' : 'person', sections, isCompared });

const both = written(written({}, 'ja', { title: '近所', lead: '半年です。' }), 'en', {
  title: 'Neighbors',
  lead: 'Half a year.',
});

test('what is not written is said in the product’s words', () => {
  expect(sectionFor(both, 'who', 'en')).toBeNull();
  expect(standingOfPage({}, 'en')).toBeNull();
});

test('a language without a section that is written in Japanese reads the Japanese one, and is told', () => {
  expect(sectionFor(both, 'title', 'zh-Hans')).toEqual({ text: '近所', language: 'ja', standing: 'missing' });
});

test('only the section whose Japanese has changed is old, until somebody changes or compares it', () => {
  const changed = written(both, 'ja', { title: '近所', lead: '一年です。' });
  expect(sectionFor(changed, 'lead', 'en')?.standing).toBe('stale');
  expect(sectionFor(changed, 'title', 'en')?.standing).toBe('fits');
  expect(standingOfPage(changed, 'en')).toBe('stale');
  const same = { title: 'Neighbors', lead: 'Half a year.' };
  expect(standingOfPage(written(changed, 'en', same), 'en')).toBe('stale');
  expect(standingOfPage(written(changed, 'en', same, true), 'en')).toBe('fits');
  expect(standingOfPage(written(changed, 'en', { ...same, lead: 'A year.' }), 'en')).toBe('fits');
});

test('a section that is left empty goes back to the product’s words, and a language with none is not there', () => {
  const less = written(both, 'ja', { title: '', lead: '' });
  expect(less.ja).toBeUndefined();
  expect(sectionFor(less, 'title', 'zh-Hans')).toBeNull();
  expect(sectionFor(less, 'title', 'en')?.standing).toBe('stale');
});
