import { withoutTransferWord } from '../../../japanese/payer-name.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { type Line, readCsv } from '../../papers/index.ts';
import { type ReadDay, writtenDays } from '../days.ts';
import { makeKeys } from '../keys.ts';
import type { BankAccount, BankStatement, Movement } from '../line.ts';
import { type BankColumns, BOUNDS, linesBelow } from './columns.ts';
import { readYen } from './yen.ts';

/** Enough to find a cell by. */
const MOST_SHOWN = 40;

export interface TableOf {
  readonly account: BankAccount;
  readonly columns: BankColumns;
  /** Decides which era or century a year of two digits is of. */
  readonly importDay: Temporal.PlainDate;
}

/**
 * What a bank tells in its table (CSV, UTF-8 or Shift_JIS), read by the columns that somebody decided on. Lines that move no
 * money are left out: what was carried over, notes. Refused whole, with the line: other heads than when the columns were
 * decided, days and amounts that can't be read, money in and out in one line, no amount in all the table.
 */
export function readBankTable(
  bytes: Uint8Array,
  { account, columns, importDay }: TableOf,
): Outcome<BankStatement> {
  const table = readCsv(bytes, BOUNDS);
  if (!table.ok) return table;
  const lines = columns.heads === null ? table.value : linesBelow(table.value, columns.heads);
  if (lines === null) return refuse('bank_table_has_other_heads');
  const readDay = writtenDays(importDay);
  const movements: Movement[] = [];
  for (const line of lines) {
    const movement = movementOf(line, columns, readDay);
    if (!movement.ok) return movement;
    if (movement.value) movements.push(movement.value);
  }
  if (lines.length > 0 && movements.length === 0) return refuse('bank_table_has_no_amounts');
  return accept({ account, holder: '', from: null, to: null, lines: makeKeys()(account, movements) });
}

function movementOf(row: Line, columns: BankColumns, readDay: ReadDay): Outcome<Movement | null> {
  const { line } = row;
  const yen = amountOf(row, columns.amount);
  if (!yen.ok || yen.value === 0) return yen.ok ? accept(null) : yen;
  const day = readDay(cellOf(row, columns.day), line);
  if (!day.ok) return day;
  const balance = yenIn(row, columns.balance);
  if (!balance.ok) return balance;
  const name = columns.name.map((column) => cellOf(row, column)).find((cell) => cell !== '') ?? '';
  return accept({
    line,
    day: day.value,
    valueDay: day.value,
    direction: yen.value > 0 ? 'in' : 'out',
    amountJpy: Math.abs(yen.value),
    nameAsGiven: withoutTransferWord(name),
    payerCode: '',
    reference: cellOf(row, columns.reference),
    edi: '',
    text: cellOf(row, columns.text),
    balanceJpy: balance.value,
    canceled: false,
  });
}

/** Yen in, or below zero out; 0 where the line moves none. */
function amountOf(row: Line, amount: BankColumns['amount']): Outcome<number> {
  if ('signed' in amount) {
    const yen = yenIn(row, amount.signed);
    return yen.ok ? accept(yen.value ?? 0) : yen;
  }
  const [moneyIn, moneyOut] = [yenIn(row, amount.in), yenIn(row, amount.out)];
  if (!moneyIn.ok) return moneyIn;
  if (!moneyOut.ok) return moneyOut;
  const [received, paid] = [moneyIn.value ?? 0, moneyOut.value ?? 0];
  if (received < 0) return unreadable(row, amount.in);
  if (paid < 0) return unreadable(row, amount.out);
  if (received > 0 && paid > 0) return refuse('bank_line_has_two_amounts', { line: row.line });
  return accept(received - paid);
}

function yenIn(row: Line, column: number | null): Outcome<number | null> {
  const yen = readYen(cellOf(row, column));
  return yen === undefined ? unreadable(row, column) : accept(yen);
}

function unreadable(row: Line, column: number | null) {
  const text = cellOf(row, column).slice(0, MOST_SHOWN);
  return refuse('bank_amount_is_unreadable', { line: row.line, text });
}

/** A cell as one line of text; empty where the line is too short, or the table has no such column. */
function cellOf({ cells }: Line, column: number | null): string {
  return (column === null ? '' : (cells[column] ?? '')).replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
