import { expect, test } from 'vitest';
import { foldName } from './names.ts';

test.each([
  ['Ram Gurung', 'GURUNG  Ram'],
  ['グエン・ヴァン・アン', 'ぐえん ゔぁん あん'],
  ['Nguyễn Văn An', 'NGUYEN VAN AN'],
  ['ｷﾑ ミンジ', 'キム・ミンジ'],
])('%s and %s are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

test('other people are other names', () => {
  expect(foldName('Ram Gurung')).not.toBe(foldName('Rama Gurung'));
});
