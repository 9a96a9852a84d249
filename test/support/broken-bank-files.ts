import type { Refusal } from '../../src/platform/refusal.ts';
import {
  inBytes,
  type MadeLine,
  madeData,
  madeEnd,
  madeHeader,
  madeRecords,
  madeTrailer,
} from './bank-files.ts';

/** A bank's file with one thing wrong with it, and what is to be said of it on 2026-11-30. */
export type BrokenFile = readonly [what: string, bytes: Uint8Array, refusal: Refusal];

const gift: MadeLine = { day: '081130', amount: 3_000, name: 'ﾔﾏﾀﾞ ﾊﾅｺ' };
const gifts: readonly MadeLine[] = [gift, { ...gift, amount: 5_000, name: 'ｻﾄｳ' }, { ...gift, amount: 500 }];

/** Bytes of a record put in another's place. @param from counted from 1, as banks do */
const put = (record: string, from: number, text: string) =>
  record.slice(0, from - 1) + text + record.slice(from - 1 + text.length);
const said = (code: string, params?: Refusal['params']): Refusal => ({ code, ...(params && { params }) });

/** A file of 01 (A) with three gifts, in lines 2 to 4, one record of it changed. */
const notice = (line: number, change: (record: string) => string, lines = gifts) =>
  inBytes(madeRecords('01A', lines).map((record, index) => (index === line - 1 ? change(record) : record)));
const movements = (line: number, change: (record: string) => string, lines = gifts) =>
  inBytes(madeRecords('03', lines).map((record, index) => (index === line - 1 ? change(record) : record)));
const without = (line: number) => inBytes(madeRecords('01A', gifts).filter((_, index) => index !== line - 1));

const good = inBytes(madeRecords('01A', gifts));
const cutAt = (bytes: number) => good.subarray(0, bytes);
const utf8 = (text: string) => new TextEncoder().encode(text);

const noBankFile: readonly BrokenFile[] = [
  ['nothing', new Uint8Array(), said('bank_file_is_empty')],
  ['blanks alone', utf8('  \r\n \r\n\x1a'), said('bank_file_is_empty')],
  // A pattern that looks at each blank anew for each blank before it would not come back.
  ['blanks before a letter', utf8(`${' '.repeat(5_000_000)}X`), said('bank_record_is_unknown', { line: 1 })],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), said('bank_file_begins_without_header', { line: 1 })],
  ['a table', utf8('date,amount\n2026/11/30,3000\n'), said('bank_file_begins_without_header', { line: 1 })],
  ['code of a mainframe, by its bytes', Uint8Array.of(0xf1, 0xf0, 0xf1, 0xf1), said('bank_file_is_ebcdic')],
  ['code of a mainframe, by its header', notice(1, (one) => put(one, 4, '1')), said('bank_file_is_ebcdic')],
  [
    'transfers to be made (21)',
    notice(1, (one) => put(one, 2, '21')),
    said('bank_file_is_of_another_kind', { line: 1, kind: '21' }),
  ],
  [
    'a kind in letters',
    notice(1, (one) => put(one, 2, 'AB')),
    said('bank_file_is_of_another_kind', { line: 1, kind: 'AB' }),
  ],
  ['a file of 51 MB', new Uint8Array(50_000_001), said('table_is_too_large', { most: 50_000 })],
];

const wrongAccount: readonly BrokenFile[] = [
  ...['5', '6', '7'].map(
    (deposit): BrokenFile => [
      `deposits of kind ${deposit}`,
      inBytes([madeHeader('03', { deposit }), madeTrailer('03', []), madeEnd('03', { records: 3 })]),
      said('bank_deposit_has_another_layout', { line: 1, deposit }),
    ],
  ),
  [
    'an unknown deposit',
    notice(1, (one) => put(one, 60, '3')),
    said('bank_account_is_unreadable', { line: 1 }),
  ],
  ['no bank', notice(1, (one) => put(one, 23, '    ')), said('bank_account_is_unreadable', { line: 1 })],
  [
    'a branch in letters',
    notice(1, (one) => put(one, 42, 'A12')),
    said('bank_account_is_unreadable', { line: 1 }),
  ],
  [
    'no number of the account',
    notice(1, (one) => put(one, 61, '       ')),
    said('bank_account_is_unreadable', { line: 1 }),
  ],
  [
    'a period in letters',
    notice(1, (one) => put(one, 11, '0811AA')),
    said('bank_day_is_unreadable', { line: 1, day: '0811AA' }),
  ],
];

const wrongOrder: readonly BrokenFile[] = [
  ['no header', without(1), said('bank_file_begins_without_header', { line: 1 })],
  ['no trailer', without(5), said('bank_record_is_out_of_place', { line: 5 })],
  ['no end', without(6), said('bank_file_is_cut_off', { line: 5 })],
  ['cut off after a line', cutAt(2 * 202), said('bank_file_is_cut_off', { line: 2 })],
  ['cut off in a line, before its name', cutAt(2 * 202 + 20), said('bank_file_is_cut_off', { line: 3 })],
  [
    'a line of an unknown kind',
    notice(3, (one) => put(one, 1, '5')),
    said('bank_record_is_unknown', { line: 3 }),
  ],
  [
    'a line behind the trailer',
    inBytes(madeRecords('01A', gifts).toSpliced(5, 0, madeData('01A', gift))),
    said('bank_record_is_out_of_place', { line: 6 }),
  ],
  [
    'two trailers',
    notice(6, () => madeTrailer('01A', gifts)),
    said('bank_record_is_out_of_place', { line: 6 }),
  ],
  [
    'a header within the lines',
    notice(3, () => madeHeader('01A')),
    said('bank_record_is_out_of_place', { line: 3 }),
  ],
  [
    'two files in one',
    inBytes([...madeRecords('01A', gifts), ...madeRecords('01A', gifts)]),
    said('bank_record_is_out_of_place', { line: 7 }),
  ],
  ['a line too long', notice(3, (one) => `${one}EXTRA`), said('bank_line_is_too_long', { line: 3 })],
  [
    'one byte missing, without line ends',
    inBytes(madeRecords('01A', gifts).toSpliced(1, 1, madeData('01A', gift).slice(0, -1)), ''),
    said('bank_record_is_unknown', { line: 3 }),
  ],
];

const wrongLine: readonly BrokenFile[] = [
  ['no day', notice(3, (one) => put(one, 8, '      ')), said('bank_day_is_unreadable', { line: 3, day: '' })],
  [
    'a day of zeros',
    notice(3, (one) => put(one, 8, '000000')),
    said('bank_day_is_unreadable', { line: 3, day: '000000' }),
  ],
  [
    'the 31st of November',
    notice(3, (one) => put(one, 8, '081131')),
    said('bank_day_is_unreadable', { line: 3, day: '081131' }),
  ],
  [
    'a thirteenth month',
    notice(3, (one) => put(one, 8, '081301')),
    said('bank_day_is_unreadable', { line: 3, day: '081301' }),
  ],
  [
    'a day with slashes',
    notice(3, (one) => put(one, 8, '8/11/3')),
    said('bank_day_is_unreadable', { line: 3, day: '8/11/3' }),
  ],
  [
    'a day of two years ago',
    notice(3, (one) => put(one, 8, '061130')),
    said('bank_day_is_far_off', { line: 3, day: '2024-11-30' }),
  ],
  [
    'a year of our era',
    notice(3, (one) => put(one, 8, '261130')),
    said('bank_day_is_far_off', { line: 3, day: '2014-11-30' }),
  ],
  [
    'a value day far off',
    notice(3, (one) => put(one, 14, '120101')),
    said('bank_day_is_far_off', { line: 3, day: '2030-01-01' }),
  ],
  [
    'an amount in letters',
    notice(3, (one) => put(one, 20, '000000500O')),
    said('bank_number_is_unreadable', { line: 3, column: 20, text: '000000500O' }),
  ],
  [
    'an amount with a comma',
    notice(3, (one) => put(one, 20, '     5,000')),
    said('bank_number_is_unreadable', { line: 3, column: 20, text: '5,000' }),
  ],
  [
    'an amount below zero',
    notice(3, (one) => put(one, 20, '-000005000')),
    said('bank_number_is_unreadable', { line: 3, column: 20, text: '-000005000' }),
  ],
  [
    'an amount with a fraction',
    notice(3, (one) => put(one, 20, '00005000.5')),
    said('bank_number_is_unreadable', { line: 3, column: 20, text: '00005000.5' }),
  ],
  ['no amount', notice(3, (one) => put(one, 20, '          ')), said('bank_line_has_no_amount', { line: 3 })],
  [
    'an amount of zero',
    notice(3, (one) => put(one, 20, '0000000000')),
    said('bank_line_has_no_amount', { line: 3 }),
  ],
  [
    'two amounts',
    inBytes(madeRecords('01B', gifts).map((one, at) => (at === 2 ? put(one, 129, '000000000700') : one))),
    said('bank_line_has_two_amounts', { line: 3 }),
  ],
  [
    'an unknown mark of cancellation',
    notice(3, (one) => put(one, 128, '9')),
    said('bank_cancel_mark_is_unknown', { line: 3, mark: '9' }),
  ],
  [
    'a control in a name',
    notice(3, (one) => put(one, 50, 'ﾔ\u0007ﾏ')),
    said('bank_letters_are_unreadable', { line: 3, column: 50 }),
  ],
  [
    'half a character in a name',
    brokenLetter(),
    said('bank_letters_are_unreadable', { line: 3, column: 50 }),
  ],
  [
    'neither in nor out',
    movements(3, (one) => put(one, 22, '3')),
    said('bank_direction_is_unknown', { line: 3, mark: '3' }),
  ],
  [
    'no direction',
    movements(3, (one) => put(one, 22, ' ')),
    said('bank_direction_is_unknown', { line: 3, mark: '' }),
  ],
];

const wrongTotal: readonly BrokenFile[] = [
  ['a line lost', without(3), said('bank_count_is_wrong', { line: 4, told: 3, found: 2 })],
  [
    'a line twice',
    inBytes(madeRecords('01A', gifts).toSpliced(1, 0, madeData('01A', gift))),
    said('bank_count_is_wrong', { line: 6, told: 3, found: 4 }),
  ],
  [
    'an amount changed',
    notice(3, (one) => put(one, 20, '0000005001')),
    said('bank_sum_is_wrong', { line: 5, told: 8_500, found: 8_501 }),
  ],
  [
    'a total changed',
    notice(5, (one) => put(one, 8, '000000008501')),
    said('bank_sum_is_wrong', { line: 5, told: 8_501, found: 8_500 }),
  ],
  ['no totals', notice(5, (one) => one.slice(0, 1)), said('bank_total_is_missing', { line: 5 })],
  [
    'a total in letters',
    notice(5, (one) => put(one, 2, '00000X')),
    said('bank_number_is_unreadable', { line: 5, column: 2, text: '00000X' }),
  ],
  [
    'a cancellation that no total knows',
    notice(5, (one) => put(one, 20, '000002')),
    said('bank_count_is_wrong', { line: 5, told: 2, found: 0 }),
  ],
  [
    'money in that is counted as money out',
    movements(2, (one) => put(one, 22, '2')),
    said('bank_count_is_wrong', { line: 5, told: 3, found: 2 }),
  ],
  [
    'a sum of money out too high',
    movements(5, (one) => put(one, 27, '0000000000001')),
    said('bank_sum_is_wrong', { line: 5, told: 1, found: 0 }),
  ],
  [
    'a wrong count of all lines',
    movements(5, (one) => put(one, 55, '0000004')),
    said('bank_count_is_wrong', { line: 5, told: 4, found: 3 }),
  ],
  [
    'an account lost',
    inBytes([...madeRecords('03', gifts).slice(0, -1), madeEnd('03', { records: 9, accounts: 2 })]),
    said('bank_count_is_wrong', { line: 6, told: 2, found: 1 }),
  ],
];

function brokenLetter(): Uint8Array {
  const bytes = Uint8Array.from(good);
  bytes[2 * 202 + 49 + 47] = 0x83;
  return bytes;
}

export const brokenZenginFiles: readonly BrokenFile[] = [
  ...noBankFile,
  ...wrongAccount,
  ...wrongOrder,
  ...wrongLine,
  ...wrongTotal,
];
