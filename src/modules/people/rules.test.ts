import { describe, expect, it } from 'vitest';
import { dayInJapan, indexNames, normalizeEmail } from './rules.ts';

describe('dayInJapan', () => {
  it('is already tomorrow while it is evening in London', () => {
    expect(dayInJapan(Temporal.Instant.from('2026-11-24T15:00:00Z')).toString()).toBe('2026-11-25');
  });
});

describe('indexNames', () => {
  const names = {
    name: 'राम',
    preferredName: 'Ram',
    kana: 'ラム',
    romaji: 'Ram Sharma',
    email: 'ram@example.org',
  };

  it('puts somebody with kana among the kana', () => {
    expect(indexNames(names).sort_key).toBe(indexNames({ ...names, name: 'らむ', kana: null }).sort_key);
  });

  it('lets every name and the address be searched', () => {
    const { search_text } = indexNames(names);
    for (const part of ['ram', 'らむ', 'ramsharma', 'ram@example.org']) expect(search_text).toContain(part);
  });
});

describe('normalizeEmail', () => {
  it('makes one address of its writings', () => {
    expect(normalizeEmail(' Mina.Kim@Example.ORG ')).toBe('mina.kim@example.org');
  });
});
