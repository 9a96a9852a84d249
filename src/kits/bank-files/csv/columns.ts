import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { type Line, readCsv } from '../../papers/index.ts';
import known from './heads.json' with { type: 'json' };

/** Which column of a bank's table says what, counted from 0: kept by the caller, account by account. */
export interface BankColumns {
  /** The row of heads as it was when this was decided; null of a table without one. */
  readonly heads: readonly string[] | null;
  readonly day: number;
  /** Money in and money out, the latter missing where a table tells of money in alone; or one of both, out below zero. */
  readonly amount: { readonly in: number; readonly out: number | null } | { readonly signed: number };
  /** Where the payer may stand: the first that is not empty is the name. */
  readonly name: readonly number[];
  readonly reference: number | null;
  readonly text: number | null;
  readonly balance: number | null;
}

export const BOUNDS = { mostBytes: 50_000_000, mostLines: 250_000 };
/** Banks write some lines about the account before the heads. */
const MOST_LINES_BEFORE = 30;
const LINES_TO_SEE = 12;

/**
 * The first lines of a table, to be shown, and which columns they seem to be by the heads that well-known banks write;
 * null where none is known. Refuses what is no table, or has nothing but blanks.
 */
export function guessColumns(
  bytes: Uint8Array,
): Outcome<{ readonly lines: readonly Line[]; readonly columns: BankColumns | null }> {
  const table = readCsv(bytes, BOUNDS);
  if (!table.ok) return table;
  if (table.value.every(({ cells }) => cells.join('').trim() === '')) return refuse('bank_file_is_empty');
  const [columns = null] = table.value.slice(0, MOST_LINES_BEFORE).flatMap(({ cells }) => columnsOf(cells));
  return accept({ lines: table.value.slice(0, LINES_TO_SEE), columns });
}

/** The lines below the heads; null where no line has them. */
export function linesBelow(lines: readonly Line[], heads: readonly string[]): readonly Line[] | null {
  const wanted = plainHeads(heads).join('\n');
  const at = lines
    .slice(0, MOST_LINES_BEFORE)
    .findIndex(({ cells }) => plainHeads(cells).join('\n') === wanted);
  return at === -1 ? null : lines.slice(at + 1);
}

function columnsOf(cells: readonly string[]): BankColumns[] {
  const heads = plainHeads(cells);
  const all = (words: readonly string[]) =>
    words.map((word) => heads.indexOf(word)).filter((column) => column !== -1);
  const first = (words: readonly string[]) => all(words)[0] ?? null;
  const [day, moneyIn, signed] = [first(known.day), first(known.in), first(known.signed)];
  const name = all(known.name);
  if (day === null || name.length === 0) return [];
  const others = {
    heads: cells,
    day,
    name,
    reference: first(known.reference),
    text: first(known.text),
    balance: first(known.balance),
  };
  if (moneyIn !== null) return [{ ...others, amount: { in: moneyIn, out: first(known.out) } }];
  return signed === null ? [] : [{ ...others, amount: { signed } }];
}

/** Heads without width, spaces, case, the unit, and empty ones at the end. */
function plainHeads(cells: readonly string[]): readonly string[] {
  const plain = cells.map((cell) =>
    cell
      .normalize('NFKC')
      .replace(/\s+/gu, '')
      .toLowerCase()
      .replace(/\(円\)/u, ''),
  );
  return plain.slice(0, plain.findLastIndex((cell) => cell !== '') + 1);
}
