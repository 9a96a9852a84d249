import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  inBytes,
  type MadeLayout,
  type MadeLine,
  madeData,
  madeEnd,
  madeHeader,
  madeRecords,
  madeTrailer,
} from '../../../../test/support/bank-files.ts';
import { type BankLine, isZenginFile, readBankFile, signedYen } from '../index.ts';

const today = Temporal.PlainDate.from('2026-11-30');
const layouts: readonly MadeLayout[] = ['01A', '01B', '01B2', '03'];
const gift: MadeLine = { day: '081130', amount: 3_000, name: 'ﾔﾏﾀﾞ ﾊﾅｺ' };

function statementsOf(bytes: Uint8Array, day = today) {
  const read = readBankFile(bytes, day);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}
const linesOf = (bytes: Uint8Array): readonly BankLine[] => statementsOf(bytes).flatMap(({ lines }) => lines);
const fileOf = (layout: MadeLayout, lines: readonly MadeLine[]) => inBytes(madeRecords(layout, lines));

describe('what a file tells', () => {
  test.each(layouts)('%s: the account, and each line with all that it has', (layout) => {
    const line: MadeLine = {
      ...gift,
      valueDay: '081129',
      reference: '000042',
      payerCode: '0000004821',
      edi: 'ABC-1',
      text: 'ﾌﾘｺﾐ',
    };
    expect(statementsOf(fileOf(layout, [line]))).toEqual([
      {
        account: { bank: '0001', branch: '123', kind: 'ordinary', number: '1234567' },
        holder: 'トクヒ)オトナリ',
        from: Temporal.PlainDate.from('2026-11-01'),
        to: Temporal.PlainDate.from('2026-11-30'),
        lines: [
          {
            line: 2,
            day: Temporal.PlainDate.from('2026-11-30'),
            valueDay: Temporal.PlainDate.from('2026-11-29'),
            direction: 'in',
            amountJpy: 3_000,
            name: 'ヤマダ ハナコ',
            nameAsGiven: 'ﾔﾏﾀﾞ ﾊﾅｺ',
            payerCode: '0000004821',
            reference: '42',
            edi: 'ABC-1',
            text: layout === '03' ? 'ﾌﾘｺﾐ' : '',
            balanceJpy: null,
            canceled: false,
            cancels: null,
            ordinal: 1,
            key: '0001-123-ordinary-1234567\t2026-11-30\tin\t\t3000\tヤマダハナコ\t42\t1',
            likeness: '0001-123-ordinary-1234567\t2026-11-30\tin\t\t3000\tヤマダハナコ',
          },
        ],
      },
    ]);
  });

  test.each(layouts)('%s: written and read, whatever stands in it', (layout) => {
    const kana = fc
      .array(fc.constantFrom(...'ｱｲｳｶﾞﾊﾟｯﾝ-.()ABZ09 ﾔﾕﾖ｡｢｣ｰ'), { minLength: 1, maxLength: 48 })
      .map((letters) => letters.join('').trim());
    const made: fc.Arbitrary<MadeLine> = fc.record({
      day: fc.integer({ min: 1, max: 30 }).map((day) => `0811${String(day).padStart(2, '0')}`),
      amount: fc.integer({ min: 1, max: 9_999_999_999 }),
      name: kana,
      edi: kana.map((text) => text.slice(0, 20).trim()),
      payerCode: fc.integer({ min: 1, max: 9_999_999_999 }).map((code) => String(code).padStart(10, '0')),
      reference: fc.integer({ min: 1, max: 999_999 }).map(String),
      direction: layout === '03' ? fc.constantFrom('in', 'out') : fc.constant('in'),
      canceled: layout === '03' ? fc.constant(false) : fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 30 }), fc.constantFrom('\r\n', '\n', ''), (lines, lineEnd) => {
        const read = linesOf(inBytes(madeRecords(layout, lines), lineEnd));
        expect(
          read.map((line) => ({
            day: `08${line.day.toString().slice(5).replace('-', '')}`,
            amount: line.amountJpy,
            name: line.nameAsGiven,
            edi: line.edi,
            payerCode: line.payerCode,
            reference: line.reference,
            direction: line.direction,
            canceled: line.canceled,
          })),
        ).toEqual(lines);
        const signed = lines.map(({ amount, direction, canceled }) =>
          canceled || direction === 'out' ? -amount : amount,
        );
        expect(read.map(signedYen)).toEqual(signed.map((yen) => yen));
        expect(new Set(read.map(({ key }) => key)).size).toBe(read.length);
      }),
    );
  });

  test('accounts after each other, and a period in which nothing came', () => {
    const records = [
      madeHeader('03'),
      madeTrailer('03', []),
      madeHeader('03', { number: '0987654321', deposit: '2' }),
      madeData('03', gift),
      madeTrailer('03', [gift]),
      madeEnd('03', { records: 6, accounts: 2 }),
    ];
    expect(statementsOf(inBytes(records))).toMatchObject([
      { account: { number: '1234567' }, lines: [] },
      { account: { kind: 'current', number: '987654321' }, lines: [{ line: 4 }] },
    ]);
  });
});

describe('how banks write it', () => {
  const [header = '', data = '', trailer = '', end = ''] = madeRecords('01A', [gift]);
  const whole = linesOf(inBytes([header, data, trailer, end]));

  test.each<[string, Uint8Array]>([
    ['without line ends', inBytes([header, data, trailer, end], '')],
    ['with those of Unix', inBytes([header, data, trailer, end], '\n')],
    ['with those of old Macs', inBytes([header, data, trailer, end], '\r')],
    ['without the last line end', inBytes([header, data, trailer, end]).subarray(0, -2)],
    ['without line ends, but for one at the end', inBytes([`${header}${data}${trailer}${end}`])],
    [
      'without blanks at the ends of lines',
      inBytes([header, data, trailer, end].map((one) => one.trimEnd())),
    ],
    ['with the last blanks missing', inBytes([header, data, trailer, end.trimEnd()], '')],
    [
      'with more blanks than there should be',
      inBytes([header, data, trailer, end].map((one) => one.padEnd(256))),
    ],
    ['with a line end missing in the middle', inBytes([header, data + trailer, end])],
    ['with empty lines at the end', inBytes([header, data, trailer, end, '', '   '])],
    ['with the mark of an old system at the end', inBytes([header, data, trailer, `${end}\r\n\x1a`], '\r\n')],
    ['saved as UTF-8', new TextEncoder().encode(`\ufeff${[header, data, trailer, end].join('\r\n')}`)],
    [
      'with blanks for a code, a day and totals',
      inBytes([`101 ${' '.repeat(18)}${header.slice(22)}`, data, `${trailer.slice(0, 19)}`, end]),
    ],
    [
      'with blanks before an amount',
      inBytes([header, data.replace('0000003000', '      3000'), trailer, end]),
    ],
  ])('%s', (_, bytes) => {
    const alike = (lines: readonly BankLine[]) => lines.map(({ line: _line, ...rest }) => rest);
    expect(isZenginFile(bytes)).toBe(true);
    expect(alike(linesOf(bytes))).toEqual(alike(whole));
  });

  test('in B some second amounts are blank', () => {
    const lines = [gift, { ...gift, edi: 'E' }];
    const [head = '', first = '', second = '', ...rest] = madeRecords('01B', lines);
    const blank = `${second.slice(0, 128)}${' '.repeat(24)}${second.slice(152)}`;
    expect(linesOf(inBytes([head, first, blank, ...rest])).map(({ edi }) => edi)).toEqual(['', 'E']);
  });

  test.each([
    ['081130', '2026-11-30', '2026-11-30'],
    ['080229', '2028-02-29', null],
    ['310430', '2019-05-02', '2019-04-30'],
    ['010501', '2019-05-02', '2019-05-01'],
    ['640107', '1989-01-10', '1989-01-07'],
    ['381130', '2026-11-30', '2026-11-30'],
  ])('%s, read on %s, is %s', (day, importDay, meant) => {
    const bytes = inBytes([
      madeHeader('01A').replace('081101081130', ' '.repeat(12)),
      madeData('01A', { ...gift, day }),
      trailer,
      end,
    ]);
    const read = readBankFile(bytes, Temporal.PlainDate.from(importDay));
    expect(read.ok ? read.value[0]?.lines[0]?.day.toString() : null).toBe(meant);
  });
});

describe('canceled lines', () => {
  test('take the latest equal line before them back, each once', () => {
    const back: MadeLine = { ...gift, day: '081130', canceled: true };
    const early: MadeLine = { ...gift, day: '081127' };
    const [first, second, ...others] = linesOf(fileOf('01A', [early, gift, back, back, back]));
    expect(others.map(({ cancels }) => cancels)).toEqual([second?.key, first?.key, null]);
    expect(linesOf(fileOf('01A', [early, { ...back, amount: 2_999 }])).map(({ cancels }) => cancels)).toEqual(
      [null, null],
    );
  });

  test.each([
    ['beside the total', 1, 3_000, 1, 3_000],
    ['within it, and told', 2, 6_000, 1, 3_000],
    ['within it, and not told', 2, 6_000, 0, 0],
  ])('are counted %s', (_, count, sum, canceledCount, canceledSum) => {
    const digits = (value: number, width: number) => String(value).padStart(width, '0');
    const trailer = `8${digits(count, 6)}${digits(sum, 12)}${digits(canceledCount, 6)}${digits(canceledSum, 12)}`;
    const [header = '', one = '', other = '', , end = ''] = madeRecords('01A', [
      gift,
      { ...gift, canceled: true },
    ]);
    expect(linesOf(inBytes([header, one, other, trailer, end])).map(signedYen)).toEqual([3_000, -3_000]);
  });
});

describe('keys', () => {
  const day = (date: number, name = 'ﾔﾏﾀﾞ'): MadeLine => ({ day: `0811${date}`, amount: 1_000, name });
  const keysOf = (lines: readonly MadeLine[]) => new Set(linesOf(fileOf('01A', lines)).map(({ key }) => key));

  test('two equal gifts of a day are two, and the same two when the file comes again', () => {
    expect(keysOf([day(10), day(10)]).size).toBe(2);
    expect(keysOf([day(10), day(10)])).toEqual(keysOf([day(10), day(10)]));
  });

  test('of an overlapping period, in another order, with part of the last day, are those known already', () => {
    const dayOf = fc.integer({ min: 10, max: 14 });
    const gifts = fc.array(fc.tuple(dayOf, fc.constantFrom('ﾔﾏﾀﾞ', 'ｻﾄｳ')), { maxLength: 40 });
    fc.assert(
      fc.property(gifts, dayOf, dayOf, fc.nat(), (all, start, stop, part) => {
        const lines = all.map(([date, name]) => day(date, name));
        const whole = keysOf(lines);
        const period = lines.filter(({ day: on }) => on >= `0811${start}` && on <= `0811${stop}`);
        const unfinished = period.filter(({ day: on }, index) => on < `0811${stop}` || index % 3 <= part % 3);
        expect(keysOf(period).isSubsetOf(whole)).toBe(true);
        expect(keysOf(period.toReversed())).toEqual(keysOf(period));
        expect(keysOf(unfinished).isSubsetOf(keysOf(period))).toBe(true);
      }),
    );
  });

  test('of two parts of one day differ by the bank’s reference, and are alike without it', () => {
    const [morning] = linesOf(fileOf('01A', [{ ...gift, reference: '1' }]));
    const [evening] = linesOf(fileOf('01A', [{ ...gift, reference: '2' }]));
    expect(morning?.key).not.toBe(evening?.key);
    expect(morning?.likeness).toBe(evening?.likeness);
  });

  test('are the same in 01 and in 03', () => {
    const [[notice], [movement]] = (['01A', '03'] as const).map((layout) =>
      linesOf(fileOf(layout, [{ ...gift, reference: layout === '03' ? '00000042' : '000042' }])),
    ) as [readonly BankLine[], readonly BankLine[]];
    expect(notice?.key).toBe(movement?.key);
  });
});

describe('whatever bytes come', () => {
  test('nothing is thrown, and a file of noise is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 900 }), (bytes) => {
        expect(readBankFile(bytes, today).ok).toBe(false);
      }),
    );
  });

  test('a good file of which one byte was changed is refused, or says the same money', () => {
    const good = fileOf('01B', [gift, { ...gift, amount: 5_000, canceled: true }, { ...gift, name: 'ｻﾄｳ' }]);
    const money = statementsOf(good).flatMap(({ lines }) => lines.map(signedYen));
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, byte) => {
        const changed = Uint8Array.from(good);
        changed[at] = byte;
        const read = readBankFile(changed, today);
        if (read.ok) expect(read.value.flatMap(({ lines }) => lines.map(signedYen))).toEqual(money);
      }),
      { numRuns: 2_000 },
    );
  });
});
