import { expect, test } from 'vitest';
import { soundOf } from './sound.ts';

test.each([
  ['びょういん', 'びょいん'],
  ['びょいん', 'びょいん'],
  ['ごーる', 'ごる'],
  ['がっこう', 'がっこ'],
  ['おおきい', 'おきい'],
  ['うえ', 'うえ'],
  ['', ''],
])('%s sounds like %s to whoever writes it in Latin letters', (kana, sound) => {
  expect(soundOf(kana)).toBe(sound);
});
