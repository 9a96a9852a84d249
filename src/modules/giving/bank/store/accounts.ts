import { sql } from 'kysely';
import { z } from 'zod';
import type { BankAccount, BankColumns } from '../../../../kits/bank-files/index.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import { newHashKey } from '../hashes.ts';
import type { KeptAccount } from '../types.ts';

const numbers = sealedColumn('giving.bank_accounts.number');
const hashKeys = sealedColumn('giving.bank_accounts.hash_key');

const column = z.int().min(0);
const Columns = z.object({
  heads: z.array(z.string()).nullable(),
  day: column,
  amount: z.union([z.object({ in: column, out: column.nullable() }), z.object({ signed: column })]),
  name: z.array(column),
  reference: column.nullable(),
  text: column.nullable(),
  balance: column.nullable(),
});
const AccountNumber = z.object({
  bank: z.string(),
  branch: z.string(),
  kind: z.enum(['ordinary', 'current', 'savings', 'other']),
  number: z.string(),
});

/** All of the organization: few, in the order in which they came. One whose number does not open is left out. */
export async function listAccounts(db: Database): Promise<KeptAccount[]> {
  const rows = await db
    .selectFrom('giving.bank_accounts')
    .selectAll()
    .where('forgotten_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, number, hash_key, columns }) => {
    const [told, hashKey] = [numbers.read(db, id, number, AccountNumber), hashKeys.tryOpen(db, id, hash_key)];
    if (!told || hashKey === null) return [];
    return [{ id, ...told, hashKey, columns: columns === null ? null : Columns.parse(columns) }];
  });
}

export const isSameAccount = (one: BankAccount, other: BankAccount): boolean =>
  one.bank === other.bank &&
  one.branch === other.branch &&
  one.kind === other.kind &&
  one.number === other.number;

/** The account with this number, kept from now on, and locked: whoever else takes in a file of it waits. */
export async function lockAccount(tx: Tx, account: BankAccount, now: Temporal.Instant): Promise<KeptAccount> {
  // Numbers lie sealed, so that no constraint sees two that are equal: whoever looks for one keeps others from adding it.
  await sql`lock table giving.bank_accounts in share row exclusive mode`.execute(tx);
  const known = (await listAccounts(tx)).find((one) => isSameAccount(one, account));
  if (known) return known;
  const [id, hashKey] = [crypto.randomUUID(), newHashKey()];
  const { bank, branch, kind, number } = account;
  await tx
    .insertInto('giving.bank_accounts')
    .values({
      id,
      number: numbers.seal(tx, id, JSON.stringify({ bank, branch, kind, number })),
      hash_key: hashKeys.seal(tx, id, hashKey),
      created_at: now,
    })
    .execute();
  return { id, bank, branch, kind, number, hashKey, columns: null };
}

export async function keepColumns(tx: Tx, accountId: string, columns: BankColumns): Promise<void> {
  await tx
    .updateTable('giving.bank_accounts')
    .set({ columns: JSON.stringify(columns) })
    .where('id', '=', accountId)
    .execute();
}
