import type { Tx } from '../../../platform/database/connect.ts';
import { type Account, FUNDS, type Fund } from '../types.ts';
import { listBalances } from './store/write.ts';

/** What leaves an account, by fund: of each what it has there, as far as the amount reaches; the rest is of no fund. */
export async function byFund(
  tx: Tx,
  account: Account,
  amount: number,
): Promise<readonly { readonly fund: Fund; readonly amount: number }[]> {
  const balances = await listBalances(tx, account);
  const parts: { fund: Fund; amount: number }[] = [];
  let left = amount;
  for (const fund of FUNDS) {
    const part = Math.min(left, balances.get(fund) ?? 0);
    if (part <= 0) continue;
    left -= part;
    parts.push({ fund, amount: part });
  }
  if (left > 0) parts.push({ fund: 'general', amount: left });
  return parts;
}
