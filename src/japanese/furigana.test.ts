import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFurigana, listBareKanji, parseFurigana, readFurigana, stripFurigana } from './furigana.ts';

const TRICKY = fc.string({
  unit: fc.constantFrom(
    '《',
    '》',
    '｜',
    '病',
    '院',
    '𠮷',
    '々',
    'ヶ',
    '〇',
    'あ',
    'ア',
    '{',
    '}',
    '\n',
    'a',
    ' ',
  ),
  maxLength: 40,
});

describe('parseFurigana', () => {
  it.each([
    ['病院《びょういん》', [{ base: '病院', reading: 'びょういん' }]],
    [
      '大きい病院《びょういん》へ',
      [{ text: '大きい' }, { base: '病院', reading: 'びょういん' }, { text: 'へ' }],
    ],
    ['｜申し込み《もうしこみ》ます', [{ base: '申し込み', reading: 'もうしこみ' }, { text: 'ます' }]],
    ['お｜名前《なまえ》', [{ text: 'お' }, { base: '名前', reading: 'なまえ' }]],
    ['三ヶ月《さんかげつ》', [{ base: '三ヶ月', reading: 'さんかげつ' }]],
    ['人々《ひとびと》', [{ base: '人々', reading: 'ひとびと' }]],
    ['𠮷野家《よしのや》', [{ base: '𠮷野家', reading: 'よしのや' }]],
    [
      '電話《でんわ》番号《ばんごう》',
      [
        { base: '電話', reading: 'でんわ' },
        { base: '番号', reading: 'ばんごう' },
      ],
    ],
  ])('reads %s', (text, segments) => {
    expect(parseFurigana(text)).toEqual(segments);
  });

  it('keeps placeholders whole and outside the base', () => {
    expect(parseFurigana('{name}様《さま》、{count, plural, other {{count}人《にん》}}')).toEqual([
      { text: '{name}' },
      { base: '様', reading: 'さま' },
      { text: '、{count, plural, other {{count}' },
      { base: '人', reading: 'にん' },
      { text: '}}' },
    ]);
  });

  it.each([
    '《》',
    'ひらがな《ひらがな》',
    '病院《びょういん',
    '病院》',
    '｜',
    '｜《あ》',
    '病院《》',
    '病院《{name}》',
    '',
  ])('leaves %s as plain text', (text) => {
    expect(parseFurigana(text)).toEqual(text === '' ? [] : [{ text }]);
  });

  it('never gives an empty segment or two text segments in a row', () => {
    fc.assert(
      fc.property(TRICKY, (text) => {
        const segments = parseFurigana(text);
        segments.forEach((segment, index) => {
          expect(Object.values(segment)).not.toContain('');
          const next = segments[index + 1];
          expect('text' in segment && next !== undefined && 'text' in next).toBe(false);
        });
      }),
    );
  });

  it('takes any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(stripFurigana(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('formatFurigana', () => {
  it.each([
    '大きい病院《びょういん》へ',
    '｜申し込み《もうしこみ》ます',
    '東京｜都《と》の人《ひと》',
    '｜とんかつ《カツ》',
  ])('writes %s back as it was', (text) => {
    expect(formatFurigana(parseFurigana(text))).toBe(text);
  });

  it('means the same after writing and reading again', () => {
    fc.assert(
      fc.property(TRICKY, (text) => {
        const segments = parseFurigana(text);
        expect(parseFurigana(formatFurigana(segments))).toEqual(segments);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readFurigana', () => {
  it.each([
    ['区役所《くやくしょ》へ 行《い》く', 'くやくしょへ いく'],
    ['｜2日《ふつか》、 ｜30分《さんじゅっぷん》、 ｜4時《よじ》', '2か、 30ぷん、 4じ'],
    ['｜1日《ついたち》の ｜1人《ひとり》', 'ついたちの ひとり'],
    ['大森さん', '大森さん'],
  ])('%s is read as %s', (text, read) => {
    expect(readFurigana(text)).toBe(read);
  });
});

describe('stripFurigana', () => {
  it('leaves the words without their readings and bars', () => {
    expect(stripFurigana('区役所《くやくしょ》で｜申し込み《もうしこみ》をします。')).toBe(
      '区役所で申し込みをします。',
    );
  });

  it('changes nothing where there is no notation', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/[《》｜]/u.test(text));
        expect(stripFurigana(text)).toBe(text);
      }),
    );
  });
});

describe('listBareKanji', () => {
  it('names every run of kanji without a reading, repeats included', () => {
    expect(listBareKanji('病院《びょういん》へ行く。明日、病院へ行く。')).toEqual([
      '行',
      '明日',
      '病院',
      '行',
    ]);
  });

  it('is empty when every kanji has its reading', () => {
    expect(listBareKanji('病院《びょういん》へ行《い》きます。〇をつけます。{name}さん')).toEqual([]);
  });

  it('finds the kanji that a bar or a second run left out', () => {
    expect(listBareKanji('東京｜都《と》')).toEqual(['東京']);
  });
});
