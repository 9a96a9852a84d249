import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chomeOf, makeTownKey } from './town-key.ts';

describe('makeTownKey', () => {
  it.each([
    ['銀座一丁目', '銀座1丁目'],
    ['銀座１丁目', '銀座1丁目'],
    ['銀座 1-2-3', '銀座一丁目'],
    ['本町二十三丁目', '本町23丁目'],
    ['本町十丁目', '本町10丁目'],
    ['大字日野', '日野'],
    ['霞が関', '霞ヶ関'],
    ['丸の内', '丸ノ内'],
    ['棚澤', '棚沢'],
    ['（大字なし）', ''],
  ])('makes %s and %s equal', (one, other) => {
    expect(makeTownKey(one).key).toBe(makeTownKey(other).key);
  });

  it.each([
    ['銀座一丁目', '銀座十一丁目'],
    ['三番町', '四番町'],
    ['八丁堀一丁目', '八丁堀二丁目'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(makeTownKey(one).key).not.toBe(makeTownKey(other).key);
  });

  it('takes any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { base, key } = makeTownKey(name);
        expect(key.startsWith(base)).toBe(true);
      }),
    );
  });
});

describe('chomeOf', () => {
  it.each([
    ['錦糸一丁目', 1],
    ['西新宿十二丁目', 12],
    ['銀座２丁目', 2],
    ['一番町', null],
    ['二丁目通り', null],
    ['', null],
  ])('%s has %s', (name, chome) => {
    expect(chomeOf(name)).toBe(chome);
  });
});
