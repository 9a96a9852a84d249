import { describe, expect, test } from 'vitest';
import { draw } from '../../platform/languages/draw.ts';
import { callName, nameFor } from './naming.tsx';

const none = { preferredName: null, kana: null, romaji: null };
const takumi = { ...none, name: '長谷部 拓海', kana: 'はせべ たくみ', romaji: 'Hasebe Takumi' };
const olena = { ...none, name: 'Олена Гончар', romaji: 'Olena Honchar', kana: 'オレナ ホンチャル' };
const andrea = { ...none, name: 'Andrea Morales', preferredName: 'アンドレア', kana: 'アンドレア モラレス' };
const lin = { ...none, name: '林 思妤', preferredName: '小妤', romaji: 'Lin Siyu', kana: 'リン シヨ' };

describe('a name is shown in a script that its reader can read', () => {
  test.each([
    ['en', takumi, 'Hasebe Takumi'],
    ['zh-Hans', takumi, '長谷部 拓海'],
    ['ja', takumi, '長谷部 拓海'],
    ['ja-easy', takumi, 'はせべ たくみ'],
    ['en', olena, 'Olena Honchar'],
    ['zh-Hans', olena, 'Olena Honchar'],
    ['ja', olena, 'オレナ ホンチャル'],
    ['en', andrea, 'Andrea Morales'],
    ['ja', andrea, 'アンドレア'],
    ['en', lin, 'Lin Siyu'],
    ['zh-Hans', lin, '小妤'],
    ['en', { ...none, name: '孙 建国' }, '孙 建国'],
    ['en', { ...takumi, romaji: null }, 'Hasebe Takumi'],
    ['zh-Hans', { ...none, name: '佐藤 みどり', kana: 'さとう みどり' }, 'Sato Midori'],
    ['en', { ...none, name: '井上 ゆうき', kana: 'いのうえ ゆうき' }, 'Inoue Yuki'],
    ['en', { ...none, name: '松浦 順一', kana: 'まつうら じゅんいち' }, 'Matsuura Junichi'],
    ['en', { ...none, name: '林 勇', kana: 'グエン トゥ' }, '林 勇'],
  ] as const)('in %s: %o', (locale, person, text) => {
    expect(callName(person, locale)).toBe(text);
  });
});

test('who goes by another name is not known by the full one to those they meet', () => {
  expect(nameFor(andrea, 'en', 'counterpart').text).toBe('Andrea');
  expect(nameFor({ ...andrea, kana: null }, 'en', 'counterpart').text).toBe('アンドレア');
  expect(nameFor({ ...olena, preferredName: 'オレナ' }, 'en', 'counterpart').text).toBe('Olena');
  expect(nameFor({ ...takumi, preferredName: 'たく' }, 'en', 'counterpart').text).toBe('Taku');
  expect(nameFor(lin, 'en', 'counterpart').text).toBe('小妤');
  expect(nameFor(takumi, 'en', 'counterpart')).toMatchObject({
    text: 'Hasebe Takumi',
    written: '長谷部 拓海',
  });
});

test('Easy Japanese has the reading above each part of the name, and only of the name it belongs to', () => {
  const shown = (person: Parameters<typeof nameFor>[0]) =>
    draw(<p>{nameFor(person, 'ja-easy', 'counterpart').words}</p>, 'ja-easy').replaceAll(
      /<rp>.*?<\/rp>/g,
      '',
    );
  expect(shown(takumi)).toBe('<p><ruby>長谷部<rt>はせべ</rt></ruby> <ruby>拓海<rt>たくみ</rt></ruby></p>');
  expect(shown({ ...takumi, kana: 'はせべたくみ' })).toBe(
    '<p><ruby>長谷部 拓海<rt>はせべたくみ</rt></ruby></p>',
  );
  expect(shown(lin)).toBe('<p>小妤</p>');
});
