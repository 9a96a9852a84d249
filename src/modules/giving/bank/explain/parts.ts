import { readYen } from '../../../../kits/bank-files/index.ts';
import { type Line, readCsv } from '../../../../kits/papers/index.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';

/** One gift of a payout: nobody's where the platform names nobody. */
export interface Part {
  readonly name: string;
  /** Whole yen, more than 0. */
  readonly amount: number;
}

const BOUNDS = { mostBytes: 500_000, mostLines: 2_000 };
const MOST_LETTERS = 200;

/**
 * Who gave how much, a name and an amount a line, as pasted from a table or in a file; heads above them are passed over.
 * Refuses the line that has anything else, and a list that does not come to what was paid out and the fee together.
 */
export function readParts(
  bytes: Uint8Array,
  { amount, fee }: { readonly amount: number; readonly fee: number },
): Outcome<readonly Part[]> {
  const table = readCsv(bytes, BOUNDS);
  if (!table.ok) return table;
  const lines = table.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first, ...rest] = lines;
  const parts: Part[] = [];
  for (const line of first && isHeads(first) ? rest : lines) {
    const part = partOf(line);
    if (part === null) return refuse('bank_part_is_unreadable', { line: line.line }, 'parts');
    parts.push(part);
  }
  if (parts.length === 0) return refuse('bank_parts_are_missing', {}, 'parts');
  const sum = parts.reduce((total, part) => total + part.amount, 0);
  return sum - fee === amount
    ? accept(parts)
    : refuse(
        'bank_parts_make_another_sum',
        { sum, fee, amount, difference: Math.abs(sum - fee - amount) },
        'parts',
      );
}

/** Heads have no digit in them. */
const isHeads = ({ cells }: Line) => !cells.some((cell) => /\p{Nd}/u.test(cell));

function partOf(line: Line): Part | null {
  const amount = amountOf(line);
  const name = (line.cells[0] ?? '').replace(/\s+/gu, ' ').trim();
  const isName = name.length <= MOST_LETTERS && !/\p{Cc}/u.test(name);
  return amount !== null && isName ? { name, amount } : null;
}

function amountOf({ cells }: Line): number | null {
  const yen = cells.length === 2 ? readYen(cells[1] ?? '') : undefined;
  return yen !== undefined && yen !== null && yen > 0 ? yen : null;
}
