import { describe, expect, it } from 'vitest';
import { dayInJapan, foldForSearch, indexNames, normalizeEmail } from './rules.ts';

describe('dayInJapan', () => {
  it('is already tomorrow while it is evening in London', () => {
    expect(dayInJapan(Temporal.Instant.from('2026-11-24T15:00:00Z')).toString()).toBe('2026-11-25');
  });
});

describe('foldForSearch', () => {
  it.each([
    ['ラム・シャルマ', 'らむ・しゃるま'],
    ['ﾊﾞｲﾄ', 'ばいと'],
    ['ＡＢＣ　Ｄ', 'abcd'],
    ['Ölziisaikhan', 'olziisaikhan'],
    ['Nguyễn Văn Ân', 'nguyenvanan'],
    ['が', 'が'],
    ['محمّد', 'محمد'],
    ['👩‍👧 Lee', '👩‍👧lee'],
  ])('folds %s to %s', (typed, folded) => {
    expect(foldForSearch(typed)).toBe(folded);
  });

  it('finds a name written with combining marks and without', () => {
    expect(foldForSearch('Cafe\u0301')).toBe(foldForSearch('Café'));
    expect(foldForSearch('は\u3099')).toBe(foldForSearch('ば'));
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
