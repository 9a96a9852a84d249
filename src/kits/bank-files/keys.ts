import type { BankAccount, BankLine, Movement } from './line.ts';

/**
 * Gives lines their names, ordinals and keys, account by account of one file. Time and memory grow with the lines.
 *
 * The key is account, day, direction, canceled or not, amount, name, the bank's reference and the ordinal among equals.
 * Equals cannot be told apart, so that only their number counts: a file with n of them gives the ordinals 1 to n,
 * whichever comes first. Read again, or with a period that overlaps, they are the same n; a file taken at noon has the
 * first of those that the evening's has. Ordinals never shift, because nothing that lies before the line's own day
 * or differs from it is counted. Only two files that each hold another part of one day, of a bank without references,
 * give two equal gifts one key: `likeness` and `balanceJpy` are there for the caller to ask a person then.
 */
export function makeKeys(): (account: BankAccount, movements: readonly Movement[]) => readonly BankLine[] {
  const counts = new Map<string, number>();
  return ({ bank, branch, kind, number }, movements) => {
    const where = [bank, branch, kind, number].join('-');
    return withCanceled(movements.map((movement) => keyed({ where, movement, counts })));
  };
}

interface Place {
  readonly where: string;
  readonly movement: Movement;
  readonly counts: Map<string, number>;
}

/** What parts are joined by: no name and no number has one. */
const TAB = '\t';

function keyed({ where, movement, counts }: Place): BankLine {
  const { day, direction, canceled, amountJpy, reference } = movement;
  const name = movement.nameAsGiven.normalize('NFKC').replace(/\s+/gu, ' ');
  const payer = name.replaceAll(' ', '');
  const likeness = [where, day, direction, canceled ? 'canceled' : '', amountJpy, payer].join(TAB);
  const equal = likeness + TAB + reference;
  const ordinal = (counts.get(equal) ?? 0) + 1;
  counts.set(equal, ordinal);
  return { ...movement, name, ordinal, key: equal + TAB + ordinal, likeness, cancels: null };
}

/** The same lines, each canceled one with the key of the latest before it that it repeats and that nothing took back yet. */
function withCanceled(lines: readonly BankLine[]): readonly BankLine[] {
  if (!lines.some(({ canceled }) => canceled)) return lines;
  const open = new Map<string, string[]>();
  return lines.map((line) => {
    const { name, payerCode, direction, amountJpy } = line;
    const gift = [direction, amountJpy, name, payerCode].join(TAB);
    const keys = open.get(gift) ?? [];
    open.set(gift, keys);
    if (line.canceled) return { ...line, cancels: keys.pop() ?? null };
    keys.push(line.key);
    return line;
  });
}
