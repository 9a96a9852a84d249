import { describe, expect, test } from 'vitest';
import { type Act, nearest, readAct, writeAct } from './acts.ts';

describe('what a button of the aid asks for', () => {
  test.each<Act>([
    { kind: 'check', field: 'words' },
    { kind: 'readings', field: 'text.ja-easy' },
    { kind: 'apart', field: 'words' },
    { kind: 'put', field: 'words', from: 3, to: 5, words: '提出', put: '出《だ》して "ください"' },
  ])('is read as it was written: $kind', (act) => {
    expect(readAct(writeAct(act))).toEqual(act);
  });

  test.each([
    '',
    'check',
    'send words',
    'put words',
    'put words [1]',
    'put words {',
    'check a b',
    'put words [1,2,3,4]',
  ])('is nothing: %j', (value) => {
    expect(readAct(value)).toBeNull();
  });
});

test.each([
  ['記入して、記入します', '記入', 5, 5],
  ['記入して、記入します', '記入', 1, 0],
  ['書きます', '記入', 0, -1],
  ['書きます', '', 2, -1],
])('in %s the words %s are found nearest to %i', (plain, words, from, at) => {
  expect(nearest(plain, words, from)).toBe(at);
});
