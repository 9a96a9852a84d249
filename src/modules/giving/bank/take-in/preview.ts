import { signedYen } from '../../../../kits/bank-files/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { hashesWith, newHashKey } from '../hashes.ts';
import { isSameAccount, listAccounts } from '../store/accounts.ts';
import { listAlike } from '../store/keep.ts';
import { type Compared, compare, hashed } from './compare.ts';
import type { Told } from './read.ts';

/** What a file says of an account, and what of it is new. */
export interface Preview extends Told {
  readonly compared: readonly Compared[];
  /** Whole yen that came in and went out, lines taken back already taken off. */
  readonly sumIn: number;
  readonly sumOut: number;
}

/** What taking a file in would do, account by account. */
export async function previewOf(db: Database, told: readonly Told[]): Promise<Preview[]> {
  const accounts = await listAccounts(db);
  const previews: Preview[] = [];
  for (const one of told) {
    const known = accounts.find((account) => isSameAccount(account, one.account));
    // Of an account that is not known yet nothing is kept.
    const hashes = hashesWith(known?.hashKey ?? newHashKey());
    const lines = hashed(one.lines, hashes);
    const alike = known
      ? await listAlike(
          db,
          lines.map(({ likenessHash }) => likenessHash),
        )
      : [];
    const sumOf = (direction: 'in' | 'out') =>
      one.lines
        .filter((line) => line.direction === direction)
        .reduce((sum, line) => sum + Math.abs(signedYen(line)) * (line.canceled ? -1 : 1), 0);
    const compared = compare(lines, alike, hashes);
    previews.push({ ...one, compared, sumIn: sumOf('in'), sumOut: sumOf('out') });
  }
  return previews;
}
