/** One more than the most that a line may move or leave: what banks' files have room for. */
const TOO_MUCH = 10 ** 12;

/** Commas where they belong, or none. */
const INTEGER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:円)?$/u;

/**
 * A cell as integer yen: commas, yen signs and full-width digits are understood; -, △, ▲ and parentheses are below zero.
 * An empty cell, or a dash alone, is null. Undefined for all else: fractions, commas in the wrong place, 10^12.
 */
export function readYen(cell: string): number | null | undefined {
  const plain = cell
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^[−‐–—]/u, '-');
  if (plain === '' || plain === '-') return null;
  const [, sign = '', digits = ''] = /^([-+△▲(]?)(.*)$/u.exec(plain.replace(/[¥\\]/u, '')) ?? [];
  const bare = sign === '(' ? digits.replace(/\)$/u, '') : digits;
  if (!INTEGER.test(bare) || (sign === '(') !== digits.endsWith(')')) return undefined;
  const yen = Number(bare.replace(/[,円]/gu, ''));
  if (yen >= TOO_MUCH) return undefined;
  return sign === '' || sign === '+' || yen === 0 ? yen : -yen;
}
