import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName } from './names.ts';

describe('foldName', () => {
  it.each([
    ['ラム・シャルマ', 'らむしゃるま'],
    ['ﾊﾞｲﾄ', 'ばいと'],
    ['ＡＢＣ　Ｄ', 'abcd'],
    ['Ölziisaikhan', 'olziisaikhan'],
    ['Nguyễn Văn Ân', 'nguyenvanan'],
    ['Đỗ', 'do'],
    ['Łukasz Ørsted', 'lukaszorsted'],
    ['Weiß Işık', 'weissisik'],
    ['Æsa', 'aesa'],
    ['が', 'が'],
    ['ユー', 'ゆー'],
    ['محمّد', 'محمد'],
    ['👩‍👧 Lee', '👩👧lee'],
    ['\u200bMina\u202c', 'mina'],
  ])('folds %s to %s', (typed, folded) => {
    expect(foldName(typed)).toBe(folded);
  });

  it.each([
    ['髙橋', '高橋'],
    ['山﨑', '山崎'],
    ['齋藤', '斎藤'],
    ['斉藤', '斎藤'],
    ['渡邊', '渡辺'],
    ['渡邉', '渡辺'],
    ['𠮷野', '吉野'],
    ['O’Brien', "O'Brien"],
    ['O’Brien', 'OBrien'],
    ['Anne–Marie', 'Anne-Marie'],
    ['マリア＝クララ', 'マリア・クララ'],
    ['Cafe\u0301', 'Café'],
    ['は\u3099', 'ば'],
  ])('%s is found as %s', (written, typed) => {
    expect(foldName(written)).toBe(foldName(typed));
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => foldName(foldName(text)) === foldName(text)),
    );
  });
});
