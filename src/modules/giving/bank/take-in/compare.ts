import { type BankLine, signedYen } from '../../../../kits/bank-files/index.ts';
import type { Hashes } from '../hashes.ts';
import type { KnownLine } from '../store/keep.ts';
import type { LineKind } from '../types.ts';

/** A line of a file with what it is known again by. */
export interface Hashed {
  readonly line: BankLine;
  readonly keyHash: string;
  readonly likenessHash: string;
}

/** Whether it is here already; `doubtful`: perhaps, somebody is asked. */
export interface Compared extends Hashed {
  readonly is: 'new' | 'known' | 'doubtful';
}

export function hashed(lines: readonly BankLine[], hashes: Hashes): Hashed[] {
  return lines.map((line) => ({
    line,
    keyHash: hashes.of(line.key),
    likenessHash: hashes.of(line.likeness),
  }));
}

/** What a line does: money in, money out, or an earlier line taken back. Money out that is taken back comes in. */
export function kindOf(line: BankLine): LineKind {
  if (line.direction === 'in' && line.canceled) return 'back';
  return signedYen(line) > 0 ? 'in' : 'out';
}

/**
 * Which lines of an account's file are new. A key that is kept is known, but with a balance that no equal line had it is
 * perhaps a second gift; a new key like a line that is kept, and that this file leaves out, is perhaps that one.
 * @param alike all that is kept of what has a likeness in common with the file
 */
export function compare(lines: readonly Hashed[], alike: readonly KnownLine[], hashes: Hashes): Compared[] {
  const byLikeness = Map.groupBy(alike, ({ likenessHash }) => likenessHash);
  const inFile = new Set(lines.map(({ keyHash }) => keyHash));
  const inKept = new Set(alike.map(({ keyHash }) => keyHash));
  return lines.map((one) => {
    const kept = byLikeness.get(one.likenessHash) ?? [];
    if (!inKept.has(one.keyHash))
      return { ...one, is: kept.some(({ keyHash }) => !inFile.has(keyHash)) ? 'doubtful' : 'new' };
    const { balanceJpy } = one.line;
    if (balanceJpy === null || kept.some(({ balance }) => balance === null || balance === balanceJpy))
      return { ...one, is: 'known' };
    // Its own key is taken: with the balance it is known again when the same file comes once more.
    const keyHash = hashes.of(`${one.line.key}\t${balanceJpy}`);
    return { ...one, keyHash, is: inKept.has(keyHash) ? 'known' : 'doubtful' };
  });
}
