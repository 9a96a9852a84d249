import { describe, expect, test } from 'vitest';
import { stripFurigana } from '../furigana.ts';
import { apart, examine, plainOf } from './index.ts';

const today = Temporal.PlainDate.from('2026-11-30');
const MOST = 8000;
const long = (piece: string) => piece.repeat(Math.floor(MOST / piece.length));

/** Of each, one step for every two places would take longer than a test may: whoever sends it would hold up everybody. */
const LONG = [
  long('提出'),
  long('提出してください。'),
  long('いただけます'),
  long('ご利用になります、'),
  long('2026年（1月1日'),
  long('令和8年13月99日'),
  long('病院《びょういん》'),
  long('書類《しょるい》に名前を書く'),
  `${'1'.repeat(MOST / 2)}${'日《ひ》'.repeat(MOST / 8)}`,
  ...['1', 'a', 'ア', '字', '等', '｜', '《', '{', '（', '\ufffc'].map(long),
];

describe('a text as long as it may be', () => {
  test.each(LONG)('is looked through: %#', async (text) => {
    const { plain, remarks } = await examine(text, today);
    expect(plain).toBe(plainOf(text));
    expect(remarks.filter(({ proposals }) => proposals.length > 0).length).toBeLessThanOrEqual(100);
  });

  test('is written apart, with every reading where it was', async () => {
    const text = long('書類《しょるい》に名前を書いてください。');
    const spaced = await apart(text, today);
    expect(spaced.replaceAll(' ', '')).toBe(text);
    expect(spaced).toMatch(/^書類《しょるい》に 名前を 書いて ください。書類/);
    expect(stripFurigana(spaced)).toContain('に 名前を');
  });
});
