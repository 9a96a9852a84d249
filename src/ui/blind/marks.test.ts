import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { listForms, marksOf } from './marks.ts';

const has = (list: string, form: string) => listForms(list).whole.has(form);

test.each([
  ['a line for each', '山田 太郎\nWang Ming', '山田太郎'],
  ['a table with a name in two cells', '17\t山田\t太郎\tヤマダ\tタロウ', '山田太郎'],
  ['its reading in two cells', '17,山田,太郎,ヤマダ,タロウ,1980-01-01', 'yamadataro'],
  ['a polite form', '山田太郎様', '山田太郎'],
  ['a passport', 'YAMADA, TARO', 'taro yamada'],
])('a list is read as %s', (_, list, form) => {
  expect(has(list, form)).toBe(true);
});

test('cells without letters are no names', () => {
  expect(listForms('17\t1980-01-01\t03-1234-5678\n\n').whole.size).toBe(0);
});

test('a mark is the begin of what the server makes, and the order of the list is not told', async () => {
  const mark = (form: string) => createHmac('sha256', 'salt').update(form).digest('hex').slice(0, 8);
  const marks = await marksOf(new Set(['b', 'a', 'かな']), 'salt');
  expect(marks).toBe(['a', 'b', 'かな'].map(mark).sort().join(''));
  expect(await marksOf(new Set(['a']), 'another')).not.toBe(mark('a'));
});
