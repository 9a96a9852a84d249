import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type BankAccount, type BankColumns, guessColumns, readBankTable, signedYen } from '../index.ts';
import { readYen } from './yen.ts';

const importDay = Temporal.PlainDate.from('2026-11-30');
const account: BankAccount = { bank: '0001', branch: '123', kind: 'ordinary', number: '1234567' };
const utf8 = (text: string) => new TextEncoder().encode(text);
const sjis = (text: string) => Uint8Array.from(iconv.encode(text, 'cp932'));

const plain: BankColumns = {
  heads: null,
  day: 0,
  name: [1],
  amount: { in: 2, out: 3 },
  reference: null,
  text: null,
  balance: 4,
};
const read = (bytes: Uint8Array, columns = plain) => readBankTable(bytes, { account, columns, importDay });

function linesOf(bytes: Uint8Array, columns = plain) {
  const table = read(bytes, columns);
  if (!table.ok) throw new Error(JSON.stringify(table.refusal));
  return table.value.lines;
}

function guessOf(bytes: Uint8Array): BankColumns {
  const guess = guessColumns(bytes);
  if (!guess.ok || !guess.value.columns) throw new Error('nothing was guessed');
  return guess.value.columns;
}

const YUCHO = `お客さま口座情報,,,,,,
現在高：,9000,円,,,,
照会対象：全期間,,,,,,
取引日,入出金明細ＩＤ,受入金額（円）,払出金額（円）,詳細１,詳細２,現在（貸付）高,
20261129,202611290000001,"3,000",,振込,4821 ヤマダ　ハナコ,"9,000",
20261130,202611300000002,,500,料金,,8500,
`;
const MUFG = `"日付","摘要","摘要内容","支払い金額","預かり金額","差引残高","メモ","未資金化区分","入払区分"
"2026/11/29","振込１","ヤマダ　ハナコ","","3,000","9,000","","","入金"
"2026/11/30","手数料","","500","","8,500","","","出金"
`;
const SBI = `"日付","内容","出金金額(円)","入金金額(円)","残高(円)","メモ"
"2026/11/29","振込＊ヤマダ　ハナコ",,"3,000","9,000","-"
"2026/11/30","手数料","500",,"8,500","-"
`;
const SIGNED = `取引日,入出金(円),取引後残高(円),入出金先内容
20261129,3000,9000,ヤマダ　ハナコ
20261130,-500,8500,手数料
`;

describe('the heads of well-known banks', () => {
  test.each([
    ['ゆうちょ', YUCHO, '4821 ヤマダ ハナコ', '202611290000001'],
    ['三菱UFJ', MUFG, 'ヤマダ ハナコ', ''],
    ['住信SBI', SBI, 'ヤマダ ハナコ', ''],
    ['one column of both', SIGNED, 'ヤマダ ハナコ', ''],
  ])('%s, in UTF-8 with and without its mark, and in Shift_JIS', (_, text, name, reference) => {
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), sjis(text.replaceAll('\n', '\r\n'))]) {
      const [gift, fee] = linesOf(bytes, guessOf(bytes));
      expect(gift).toMatchObject({ name, reference, direction: 'in', amountJpy: 3_000, balanceJpy: 9_000 });
      expect(gift?.day.toString()).toBe('2026-11-29');
      expect(fee).toMatchObject({ direction: 'out', amountJpy: 500, balanceJpy: 8_500 });
    }
  });

  test('of others nothing is guessed, and the lines are there to be seen', () => {
    const guess = guessColumns(utf8('a,b\n1,2\n'));
    expect(guess).toEqual({
      ok: true,
      value: {
        columns: null,
        lines: [
          { line: 1, cells: ['a', 'b'] },
          { line: 2, cells: ['1', '2'] },
        ],
      },
    });
  });

  test.each(['   \n  \n', ',,,\n , ,\n'])('a file of blanks alone is none: %j', (blanks) => {
    expect(guessColumns(utf8(blanks))).toMatchObject({ refusal: { code: 'bank_file_is_empty' } });
  });

  test('a table of money in alone needs no column for money out', () => {
    const bytes = utf8('日付,振込依頼人名,入金額\n2026/11/30,ヤマダ,1000\n');
    expect(guessOf(bytes).amount).toEqual({ in: 2, out: null });
    expect(linesOf(bytes, guessOf(bytes)).map(signedYen)).toEqual([1_000]);
  });
});

describe('a line', () => {
  test.each([
    '2026/11/30',
    '2026-11-30',
    '2026.11.30',
    '20261130',
    'R08.11.30',
    'R8/11/30',
    'R.08.11.30',
    'r8-11-30',
    '令和8年11月30日',
    '令和 08 年 11 月 30 日',
    '２０２６／１１／３０',
    '2026年11月30日',
    '2026/11/30 12:34',
    '2026/11/30(月)',
    '081130',
    '26/11/30',
    '08.11.30',
  ])('of %s is of the last day of November', (day) => {
    expect(linesOf(utf8(`${day},ヤマダ,1000,\n`))[0]?.day.toString()).toBe('2026-11-30');
  });

  test.each([
    ['2026/11/1 12:34', '2026-11-01'],
    ['2026/11/3 9:05:00', '2026-11-03'],
    ['令和元年11月3日', null],
    ['11/30/2026', null],
  ])('of %s is of %s', (day, meant) => {
    const table = read(utf8(`${day},ヤマダ,1000,\n`));
    expect(table.ok ? table.value.lines[0]?.day.toString() : null).toBe(meant);
  });

  test.each<[string, number | null | undefined]>([
    ['1000', 1_000],
    ['1,000', 1_000],
    ['¥1,000', 1_000],
    ['￥１，０００', 1_000],
    ['1,000円', 1_000],
    ['\\1000', 1_000],
    ['+1000', 1_000],
    ['-1,000', -1_000],
    ['△1,000', -1_000],
    ['▲1000', -1_000],
    ['(1,000)', -1_000],
    ['−1000', -1_000],
    ['-¥1000', -1_000],
    ['0', 0],
    ['', null],
    ['　', null],
    ['-', null],
    ['999999999999', 999_999_999_999],
    ['1000000000000', undefined],
    ['1,00', undefined],
    ['1000.5', undefined],
    ['1e3', undefined],
    ['千円', undefined],
    ['(1000', undefined],
    ['--1', undefined],
    ['1000)', undefined],
  ])('with %j has %s yen', (cell, yen) => {
    expect(readYen(cell)).toBe(yen);
  });

  test('without money is left out, as what was carried over and notes are', () => {
    const lines = linesOf(utf8(',繰越,,,9000\n2026/11/30,ヤマダ,1000,0,10000\n2026/11/30,利息,0,,10000\n'));
    expect(lines.map(({ line, name }) => [line, name])).toEqual([[2, 'ヤマダ']]);
  });

  test('is known by its key again, whichever lines stand before it', () => {
    const [one, two] = ['2026/11/30,ﾔﾏﾀﾞ ﾊﾅｺ,1000,\n', '2026/11/30,ヤマダハナコ,1000,\n'];
    const keys = (text: string) => linesOf(utf8(text)).map(({ key }) => key);
    expect(keys(one + two)).toHaveLength(2);
    expect(new Set(keys(one + two)).size).toBe(2);
    expect(keys(`2026/11/29,ヤマダハナコ,1000,\n${two}${one}`).slice(1)).toEqual(keys(one + two));
  });

  test('is read as it was written, whoever paid', () => {
    const name = fc.array(fc.constantFrom(...'アﾔﾏﾞ髙,"\n一Z9')).map((all) => `ア${all.join('')}`);
    const yen = fc.integer({ min: 1, max: 999_999_999_999 });
    fc.assert(
      fc.property(fc.array(fc.tuple(name, yen, fc.boolean()), { minLength: 1 }), (rows) => {
        const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map(([who, amount, isIn]) =>
          [
            '2026/11/30',
            cell(who),
            isIn ? amount : '',
            isIn ? '' : amount.toLocaleString('en').replace(/.*/, cell),
          ].join(','),
        );
        const lines = linesOf(utf8(text.join('\n')));
        expect(lines.map(signedYen)).toEqual(rows.map(([, amount, isIn]) => (isIn ? amount : -amount)));
        expect(lines.map(({ nameAsGiven }) => nameAsGiven)).toEqual(
          rows.map(([who]) => who.replace(/\n+/g, ' ').trim()),
        );
      }),
    );
  });
});

describe('a table is refused whole', () => {
  const good = '2026/11/30,ヤマダ,1000,,\n';
  test.each([
    [
      'without a day',
      `${good},ヤマダ,1000,,\n`,
      { code: 'bank_day_is_unreadable', params: { line: 2, day: '' } },
    ],
    [
      'with a day that is none',
      `${good}2026/02/29,ヤマダ,1000,,\n`,
      { code: 'bank_day_is_unreadable', params: { line: 2, day: '2026/02/29' } },
    ],
    [
      'with an unknown era',
      `${good}X8.11.30,ヤマダ,1000,,\n`,
      { code: 'bank_day_is_unreadable', params: { line: 2, day: 'X8.11.30' } },
    ],
    [
      'with a day far off',
      `${good}2024/11/30,ヤマダ,1000,,\n`,
      { code: 'bank_day_is_far_off', params: { line: 2, day: '2024-11-30' } },
    ],
    [
      'with a fraction',
      `${good}2026/11/30,ヤマダ,1000.5,,\n`,
      { code: 'bank_amount_is_unreadable', params: { line: 2, text: '1000.5' } },
    ],
    [
      'with money in below zero',
      `${good}2026/11/30,ヤマダ,-1000,,\n`,
      { code: 'bank_amount_is_unreadable', params: { line: 2, text: '-1000' } },
    ],
    [
      'with money out below zero',
      `${good}2026/11/30,ヤマダ,,-5,\n`,
      { code: 'bank_amount_is_unreadable', params: { line: 2, text: '-5' } },
    ],
    [
      'with 10^12 yen',
      `${good}2026/11/30,ヤマダ,"1,000,000,000,000",,\n`,
      { code: 'bank_amount_is_unreadable', params: { line: 2, text: '1,000,000,000,000' } },
    ],
    [
      'with a balance that is none',
      `${good}2026/11/30,ヤマダ,1000,,?\n`,
      { code: 'bank_amount_is_unreadable', params: { line: 2, text: '?' } },
    ],
    [
      'with money in and out at once',
      `${good}2026/11/30,ヤマダ,1000,5,\n`,
      { code: 'bank_line_has_two_amounts', params: { line: 2 } },
    ],
    ['without any amount', '2026/11/30,ヤマダ,,,\n', { code: 'bank_table_has_no_amounts' }],
    [
      'with an open quotation mark',
      `${good}"2026/11/30,ヤマダ\n`,
      { code: 'line_of_table_is_broken', params: { line: 2 } },
    ],
  ])('%s', (_, text, refusal) => {
    expect(read(utf8(text))).toEqual({ ok: false, refusal });
  });

  test('when its heads are others than those for which the columns were chosen', () => {
    const columns = guessOf(utf8(MUFG));
    const refusal = { code: 'bank_table_has_other_heads' };
    expect(
      read(utf8(MUFG.replace('"支払い金額","預かり金額"', '"預かり金額","支払い金額"')), columns),
    ).toEqual({ ok: false, refusal });
    expect(read(utf8(MUFG.split('\n').slice(1).join('\n')), columns)).toEqual({ ok: false, refusal });
  });

  test('and nothing is thrown, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(read(bytes).ok && linesOf(bytes).length > 0).toBe(false);
        guessColumns(bytes);
      }),
    );
  });
});
