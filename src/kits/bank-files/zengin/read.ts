import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { eraDays, type ReadDay } from '../days.ts';
import { makeKeys } from '../keys.ts';
import type { BankStatement, Movement } from '../line.ts';
import { isLayoutB, movementReader, noticeReader } from './data.ts';
import { fieldOf, numberOf } from './fields.ts';
import { readHeader } from './header.ts';
import { MOVEMENTS } from './layouts.ts';
import { type BankRecord, recordsOf } from './records.ts';
import { checkCount, checkMovements, checkNotice } from './totals.ts';

const MOST_BYTES = 50_000_000;
const HEADER = '1';
const DATA = '2';
const TRAILER = '8';
const END = '9';
/** The first byte of a file in the code of mainframes: their 1. */
const EBCDIC_HEADER = 0xf1;

/** Whether a file looks like one of fixed columns, not like a table. */
export function isZenginFile(bytes: Uint8Array): boolean {
  return (
    /^\ufeff?1\d\d[01 ]/.test(new TextDecoder().decode(bytes.subarray(0, 7))) || bytes[0] === EBCDIC_HEADER
  );
}

/**
 * What a bank tells in a Zengin file: money that came in (01, layouts A and B) or all that moved (03, ordinary deposits),
 * in Shift_JIS, with line ends or without. Refused whole, with the line that is to blame: other kinds of files and
 * deposits, fields that can't be read, records out of their order, counts and sums that differ, a file without its end.
 * Never throws, whatever the bytes are. @param importDay decides which era a year is of
 */
export function readBankFile(
  bytes: Uint8Array,
  importDay: Temporal.PlainDate,
): Outcome<readonly BankStatement[]> {
  if (bytes.length > MOST_BYTES)
    return refuse('table_is_too_large', { most: Math.floor(MOST_BYTES / 1_000) });
  if (bytes[0] === EBCDIC_HEADER) return refuse('bank_file_is_ebcdic');
  const records = recordsOf(bytes);
  if (!records.ok) return records;
  if (records.value.length === 0) return refuse('bank_file_is_empty');
  const parts = partsOf(records.value);
  if (!parts.ok) return parts;
  const [readDay, keysOf] = [eraDays(importDay), makeKeys()];
  const statements: BankStatement[] = [];
  for (const part of parts.value.statements) {
    const read = readPart(part, readDay);
    if (!read.ok) return read;
    const { kind: _, movements, ...statement } = read.value;
    statements.push({ ...statement, lines: keysOf(statement.account, movements) });
  }
  const isRight = checkEnd(parts.value, statements.length);
  return isRight.ok ? accept(statements) : isRight;
}

/** The records of one account. */
interface Part {
  readonly header: BankRecord;
  readonly data: readonly BankRecord[];
  readonly trailer: BankRecord;
}

interface Parts {
  readonly statements: readonly Part[];
  readonly end: BankRecord;
}

/** What may follow a record; the end is followed by nothing. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  '': [HEADER],
  [HEADER]: [DATA, TRAILER],
  [DATA]: [DATA, TRAILER],
  [TRAILER]: [HEADER, END],
  [END]: [],
};

function partsOf(records: readonly BankRecord[]): Outcome<Parts> {
  const statements: Part[] = [];
  let [before, begun] = ['', 0];
  for (const [index, record] of records.entries()) {
    const type = record.bytes.charAt(0);
    if (!NEXT[before]?.includes(type)) return misplaced(record.line, before, type);
    const header = records[begun];
    if (type === HEADER) begun = index;
    if (type === TRAILER && header)
      statements.push({ header, data: records.slice(begun + 1, index), trailer: record });
    before = type;
  }
  const end = records.at(-1);
  return end && before === END
    ? accept({ statements, end })
    : refuse('bank_file_is_cut_off', { line: end?.line ?? 1 });
}

function misplaced(line: number, before: string, type: string) {
  if (before === '') return refuse('bank_file_begins_without_header', { line });
  return type in NEXT
    ? refuse('bank_record_is_out_of_place', { line })
    : refuse('bank_record_is_unknown', { line });
}

function readPart({ header, data, trailer }: Part, readDay: ReadDay) {
  const head = readHeader(header, readDay);
  if (!head.ok) return head;
  const isNotice = head.value.kind === '01';
  const read = isNotice ? noticeReader(readDay, data.some(isLayoutB) ? 'B' : 'A') : movementReader(readDay);
  const movements: Movement[] = [];
  for (const record of data) {
    const movement = read(record);
    if (!movement.ok) return movement;
    movements.push(movement.value);
  }
  const isRight = (isNotice ? checkNotice : checkMovements)(trailer, movements);
  return isRight.ok ? accept({ ...head.value, movements }) : isRight;
}

/** The end of 03 counts accounts; that of 01 is blank. */
function checkEnd({ statements, end }: Parts, found: number): Outcome<null> {
  const isOfMovements = statements.every(({ header }) => fieldOf(header, MOVEMENTS.header.kind) === '03');
  const told = isOfMovements ? numberOf(end, MOVEMENTS.end.accounts) : accept(null);
  return told.ok ? checkCount(end.line, told.value, found) : told;
}
