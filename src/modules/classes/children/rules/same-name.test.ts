import { expect, test } from 'vitest';
import { mayBeSame } from './same-name.ts';

test.each([
  ['Ram Gurung', 'GURUNG RAM'],
  ['Ram', 'Ram Gurung'],
  ['Gurung, Ram', 'ram'],
  ['たかさき いちろう', 'Takasaki Ichirō'],
  ['髙崎 一郎', '高崎一郎'],
  ['グエン・ヴァン・アン', 'ぐえん ゔぁん あん'],
  ['Nguyễn Văn An', 'NGUYEN VAN AN'],
  ['ｷﾑ ミンジ', 'キム・ミンジ'],
  ['Nguyễn Văn Nam', 'Nguyen Nam'],
])('%s may be %s', (one, other) => {
  expect([mayBeSame(one, other), mayBeSame(other, one)]).toEqual([true, true]);
});

test.each([
  ['Sita Gurung', 'Ram Gurung'],
  ['Ram', 'Ramesh Gurung'],
  ['Ram Gurung', 'Rama Gurung'],
  ['高崎 花子', '高崎 一郎'],
])('%s is not taken for %s', (one, other) => {
  expect([mayBeSame(one, other), mayBeSame(other, one)]).toEqual([false, false]);
});
