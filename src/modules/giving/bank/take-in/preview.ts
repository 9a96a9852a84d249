import type { Database } from '../../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../../platform/refusal.ts';
import { hashesWith, newHashKey } from '../hashes.ts';
import { isSameAccount, listAccounts } from '../store/accounts.ts';
import { listAlike } from '../store/keep.ts';
import type { KeptImport } from '../types.ts';
import { type Compared, compare, hashed } from './compare.ts';
import type { Told } from './read.ts';
import { checkSource } from './take-in.ts';

/** What a file says of an account, and what of it is new. */
export interface Preview extends Told {
  readonly compared: readonly Compared[];
  /** Whole yen that came in and went out, lines taken back already taken off. */
  readonly sumIn: number;
  readonly sumOut: number;
}

/** What taking a file in would do, account by account. Refuses what `checkSource` refuses. */
export async function previewOf(
  db: Database,
  file: KeptImport,
  told: readonly Told[],
): Promise<Outcome<readonly Preview[]>> {
  const accounts = await listAccounts(db);
  const previews: Preview[] = [];
  for (const one of told) {
    const known = accounts.find((account) => isSameAccount(account, one.account));
    const isComparable = known ? await checkSource(db, { file, account: known, told: one }) : accept(null);
    if (!isComparable.ok) return isComparable;
    // Of an account that is not known yet nothing is kept.
    const hashes = hashesWith(known?.hashKey ?? newHashKey());
    const lines = hashed(one.lines, hashes);
    const likenesses = lines.map(({ likenessHash }) => likenessHash);
    const compared = compare(lines, known ? await listAlike(db, likenesses) : [], hashes);
    previews.push({ ...one, compared, sumIn: sumOf(one, 'in'), sumOut: sumOf(one, 'out') });
  }
  return accept(previews);
}

function sumOf({ lines }: Told, direction: 'in' | 'out'): number {
  return lines
    .filter((line) => line.direction === direction)
    .reduce((sum, { amountJpy, canceled }) => sum + (canceled ? -amountJpy : amountJpy), 0);
}
