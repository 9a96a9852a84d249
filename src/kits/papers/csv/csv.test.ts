import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { inShiftJis, inUtf8, readText } from './encoding.ts';
import { readCsv } from './read.ts';
import { type Cell, csv, csvFile } from './write.ts';

const one = (cell: Cell) => csv([{ head: 'h', cell: () => cell }], [null]).split('\r\n')[1];
const wide = { mostBytes: 1_000_000, mostLines: 1_000 };
const read = (bytes: Uint8Array, bounds = wide) => {
  const lines = readCsv(bytes, bounds);
  if (!lines.ok) return lines.refusal;
  return lines.value;
};
const cellsOf = (bytes: Uint8Array) => {
  const lines = readCsv(bytes, wide);
  if (!lines.ok) throw new Error(lines.refusal.code);
  return lines.value.map(({ cells }) => cells);
};
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a table going out', () => {
  test.each(['=1+1', '+81 3', '-2+3', '@a', '＝1', '＋1', '－1', '＠a', ' =1', '\u3000=1'])(
    '%j is text to a spreadsheet',
    (cell) => {
      expect(one(cell)).toBe(`'${cell}`);
    },
  );

  test.each([['\t=1'], ['\r=1'], ['\n=1']])('%j as well, in quotation marks where it must be', (cell) => {
    expect(one(cell)?.replaceAll('"', '')[0]).toBe("'");
  });

  test('a head cannot be a formula either', () => {
    expect(csv([{ head: '=a', cell: () => 1 }], [])).toBe("'=a\r\n");
  });

  test.each([
    [-5, '-5'],
    [1_500_000n, '1500000'],
    [0, '0'],
    [null, ''],
    ['1-2', '1-2'],
  ])('%s is written as %j', (cell, written) => {
    expect(one(cell)).toBe(written);
  });

  test('whatever people wrote comes back as they wrote it', () => {
    const harmless = fc.string({ unit: 'grapheme' }).map((text) => `x${text.replace(/\p{Cc}/gu, '\n')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(harmless, harmless), { minLength: 1 }), (rows) => {
        const columns = [0, 1].map((at) => ({ head: `h${at}`, cell: (row: string[]) => row[at] ?? null }));
        fc.pre(!rows.flat().some((text) => text.includes('\ufffd')));
        expect(cellsOf(inUtf8(csv(columns, rows)))).toEqual([['h0', 'h1'], ...rows]);
      }),
    );
  });

  test('spreadsheets find the mark of UTF-8', () => {
    const file = csvFile('people', { columns: [{ head: '名', cell: String }], rows: ['髙﨑𠮷'] });
    expect(file).toMatchObject({ kind: 'file', name: 'people.csv', mediaType: 'text/csv; charset=utf-8' });
    expect(file.kind === 'file' && Buffer.from(file.body).subarray(0, 3).toString('hex')).toBe('efbbbf');
  });
});

describe('Shift_JIS', () => {
  test('writes what Japanese programs write, 髙 and 﨑 and the wave of any keyboard', () => {
    const bytes = inShiftJis('髙﨑〜−①㈱');
    expect(bytes.ok && iconv.decode(Buffer.from(bytes.value), 'cp932')).toBe('髙﨑～－①㈱');
  });

  test('refuses by name what it cannot write, and replaces nothing', () => {
    const columns = [{ head: '名前', cell: String }];
    expect(csvFile('x', { columns, rows: ['𠮷田', 'Nguyễn', 'Hương'] }, 'shift_jis')).toEqual({
      kind: 'refused',
      refusals: [{ code: 'shift_jis_cannot_write', params: { characters: '𠮷 ễ ư ơ' } }],
    });
  });

  test('is recognized, and so are UTF-8 with its mark and without, and UTF-16', () => {
    const text = '氏名,金額\r\n髙﨑,1000\r\n';
    const sjis = inShiftJis(text);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    for (const bytes of [sjis.ok ? sjis.value : utf8(''), inUtf8(text), utf8(text), utf16])
      expect(cellsOf(bytes)).toEqual([
        ['氏名', '金額'],
        ['髙﨑', '1000'],
      ]);
  });

  test('half-width kana of a bank keep their voiced marks', () => {
    const kana = inShiftJis('ﾔﾏﾀﾞ ﾊﾅｺ');
    expect(kana.ok && kana.value.length).toBe(8);
    expect(kana.ok && readText(kana.value)).toMatchObject({ value: 'ﾔﾏﾀﾞ ﾊﾅｺ' });
  });
});

describe('a table coming in', () => {
  test('says on which line of the file each of its lines begins', () => {
    expect(read(utf8('a,b\r\n\r\n"x\r\ny",2\r\nc'))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['x\ny', '2'] },
      { line: 5, cells: ['c'] },
    ]);
  });

  test('may have tabs instead of commas', () => {
    expect(cellsOf(utf8('a\tb, c\n1\t2'))).toEqual([
      ['a', 'b, c'],
      ['1', '2'],
    ]);
  });

  test.each([
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0),
      { code: 'file_is_no_text' },
    ],
    ['bytes of no encoding', Uint8Array.of(0x61, 0xfd, 0xff), { code: 'file_is_no_text' }],
    ['an open quotation mark', utf8('a\n"b\nc'), { code: 'line_of_table_is_broken', params: { line: 3 } }],
    ['a mark inside a cell', utf8('a\nb"c,"d"e\n'), { code: 'line_of_table_is_broken', params: { line: 2 } }],
    ['an endless line', utf8('x'.repeat(30_000)), { code: 'line_of_table_is_broken', params: { line: 1 } }],
  ])('%s is refused whole', (_, bytes, refusal) => {
    expect(read(bytes)).toEqual(refusal);
  });

  test('is refused when it is larger or longer than its reader takes', () => {
    expect(read(utf8('a\nb\nc'), { ...wide, mostLines: 2 })).toMatchObject({
      code: 'table_has_too_many_lines',
    });
    expect(read(utf8('a\nb'), { ...wide, mostLines: 2 })).toHaveLength(2);
    expect(read(utf8('aaaa'), { ...wide, mostBytes: 3 })).toMatchObject({ code: 'table_is_too_large' });
  });
});
