import { readTyped } from '../../../../japanese/typed.ts';
import { readYen } from '../../../../kits/bank-files/index.ts';
import { type Line, readCsv } from '../../../../kits/papers/index.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { text } from '../../../../platform/web/form-fields.ts';
import { optionalMail, optionalName } from '../../donors/fields.ts';
import { FUNDS, type Fund, MOST_YEN } from '../../types.ts';
import { givingStaffMessages } from '../../words.ts';
import heads from './heads.json' with { type: 'json' };

const BOUNDS = { mostBytes: 400_000, mostLines: 1001 };

type Column = keyof typeof heads;

/** One line of a table of gifts or expenses, as it is to be booked. */
export interface ImportLine {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  readonly day: Temporal.PlainDate;
  /** Whole yen. */
  readonly amount: number;
  readonly fund: Fund;
  readonly name: string | null;
  readonly email: string | null;
  readonly campaign: string | null;
  readonly account: string | null;
  readonly memo: string;
  /** What whoever made the table calls it. */
  readonly number: string | null;
}

/**
 * A table (CSV or tabs, UTF-8 or Shift_JIS) with a row of heads, of which the day and the amount are needed. Refused whole,
 * with the line: no such heads, a day or an amount that can't be read or is none, a purpose that is not ours.
 */
export function readImport(bytes: Uint8Array): Outcome<readonly ImportLine[]> {
  const table = readCsv(bytes, BOUNDS);
  if (!table.ok) return table;
  const [first, ...rest] = table.value;
  const at = placesOf(first?.cells ?? []);
  if (at.day === -1 || at.amount === -1) return refuse('import_needs_heads');
  if (rest.length === 0) return refuse('import_is_empty');
  const lines: ImportLine[] = [];
  for (const row of rest) {
    const line = lineOf(row, at);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return accept(lines);
}

function placesOf(cells: readonly string[]): Record<Column, number> {
  const plain = cells.map((cell) => readTyped(cell).toLowerCase());
  const places = Object.entries(heads).map(([column, words]) => [
    column,
    plain.findIndex((cell) => words.includes(cell)),
  ]);
  return Object.fromEntries(places);
}

function lineOf({ line, cells }: Line, at: Record<Column, number>): Outcome<ImportLine> {
  const cell = (column: Column) => cells[at[column]]?.replace(/\s+/gu, ' ').trim() || null;
  const day = dayIn(cell('day') ?? '');
  if (!day) return refuse('import_day_is_none', { line });
  const amount = yenIn(cell('amount') ?? '');
  if (amount === null) return refuse('import_amount_is_none', { line });
  const [name, email, memo] = [
    optionalName.safeParse(cell('name') ?? ''),
    optionalMail.safeParse(cell('email') ?? ''),
    text(500).safeParse(cell('memo') ?? ''),
  ];
  if (name.error?.issues.some(({ message }) => message === 'name_holds_no_address'))
    return refuse('import_name_holds_address', { line });
  if (!name.success || !email.success || !memo.success) return refuse('import_words_are_unusable', { line });
  const fund = fundIn(cell('fund'));
  if (!fund) return refuse('import_purpose_is_not_ours', { line });
  return accept({
    line,
    day,
    amount,
    fund,
    name: name.data,
    email: email.data,
    campaign: cell('campaign'),
    account: cell('account'),
    memo: memo.data,
    number: cell('number'),
  });
}

/** 2026-11-05, 2026/11/5, 2026年11月5日, 20261105, in any width; null for anything else, 30 February included. */
function dayIn(text: string): Temporal.PlainDate | null {
  const typed = readTyped(text).replace(/[ T].*$/u, '');
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(typed) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(typed) ?? [];
  if (!year || Number(year) < 2000) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

/** Whole yen above zero, as a bank's table writes them; null for anything else. */
function yenIn(text: string): number | null {
  const amount = readYen(text) ?? 0;
  return amount >= 1 && amount <= MOST_YEN ? amount : null;
}

/** By its id or its name on our screens; nothing is no purpose set. */
function fundIn(text: string | null): Fund | null {
  if (text === null) return 'general';
  const names = (fund: Fund) => [
    fund,
    ...(['ja', 'en'] as const).map((locale) => givingStaffMessages.in(locale).plain(`fund_${fund}`)),
  ];
  return FUNDS.find((fund) => names(fund).some((name) => readTyped(name) === readTyped(text))) ?? null;
}
