import { expect, test } from 'vitest';
import { readBirthYear } from './birth-year.ts';

test.each([
  ['2019', 2019],
  [' ２０１９年 ', 2019],
  ['令和元年', 2019],
  ['令和2', 2020],
  ['令和 ３ 年', 2021],
  ['R2', 2020],
  ['Ｈ30', 2018],
  ['平成31年', 2019],
  ['20', null],
  ['令和', null],
  ['令和0', null],
  ['R123', null],
  ['two thousand', null],
  ['', null],
])('%s is the year %s', (typed, year) => {
  expect(readBirthYear(typed)).toBe(year);
});
