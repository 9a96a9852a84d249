import { describe, expect, test } from 'vitest';
import { codeOf, findBy, isFound } from './names.ts';

const REGISTRATION = '0b7f3f5e-8a3c-4d0c-9d0f-0f6f2f9b1c11';

describe('a name at the door', () => {
  const haru = { id: REGISTRATION, name: '髙橋 春', kana: 'タカハシ ハル', romaji: null };
  test.each(['高橋', 'たかはし', 'ﾊﾙ', 'TAKAHASHI', 'haru', codeOf(haru)])('is found by %s', (typed) => {
    expect(isFound(haru, typed)).toBe(true);
  });

  test('is found as it was typed, in any script', () => {
    const row = (name: string) => ({ id: REGISTRATION, name, kana: null, romaji: null });
    expect(isFound(row('सीता गुरुङ'), 'गुरुङ')).toBe(true);
    expect(isFound(row('Nguyễn Đức'), 'nguyen duc')).toBe(true);
    expect(isFound(row('さくら'), 'sakura')).toBe(true);
    expect(isFound(row('Chen'), 'tanaka')).toBe(false);
    expect(findBy(row('Chen')).split('\n')).toEqual(['chen', '0b7f3f']);
  });
});
