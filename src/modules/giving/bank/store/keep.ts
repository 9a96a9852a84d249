import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { LineKind, LineState, Source } from '../types.ts';

const payers = sealedColumn('giving.bank_lines.payer');
const details = sealedColumn('giving.bank_lines.details');

/** So many rows go by one statement. */
const AT_ONCE = 1_000;

/** What is known of a line that is kept, to see whether another is the same. */
export interface KnownLine {
  readonly id: string;
  readonly keyHash: string;
  readonly likenessHash: string;
  readonly balance: number | null;
}

export interface NewLine extends KnownLine {
  readonly accountId: string;
  readonly importId: string;
  readonly kind: LineKind;
  readonly state: LineState;
  readonly day: Temporal.PlainDate;
  readonly amount: number;
  readonly payer: string;
  readonly payerHash: string;
  readonly details: string;
  readonly transactionId: string | null;
}

/** Lines that are kept and perhaps the same as these. */
export async function listAlike(db: Database, likenessHashes: readonly string[]): Promise<KnownLine[]> {
  const rows = await db
    .selectFrom('giving.bank_lines')
    .select(['id', 'key_hash', 'likeness_hash', 'balance_jpy'])
    .where(sql<boolean>`likeness_hash = any(${[...new Set(likenessHashes)]}::text[])`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    keyHash: row.key_hash,
    likenessHash: row.likeness_hash,
    balance: row.balance_jpy,
  }));
}

/** A day of an account within these that a file of another kind told of; null where there is none. */
export async function findDayOfOtherSource(
  db: Database,
  asked: {
    readonly accountId: string;
    readonly source: Source;
    readonly from: Temporal.PlainDate;
    readonly to: Temporal.PlainDate;
  },
): Promise<Temporal.PlainDate | null> {
  const row = await db
    .selectFrom('giving.bank_lines as l')
    .innerJoin('giving.bank_imports as i', 'i.id', 'l.import_id')
    .select('l.day')
    .where('l.account_id', '=', asked.accountId)
    .where('i.source', '<>', asked.source)
    .where('l.day', '>=', asked.from)
    .where('l.day', '<=', asked.to)
    .orderBy('l.day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.day ?? null;
}

/** Keeps lines, many by one statement. */
export async function insertLines(tx: Tx, lines: readonly NewLine[], now: Temporal.Instant): Promise<void> {
  for (let from = 0; from < lines.length; from += AT_ONCE)
    await tx
      .insertInto('giving.bank_lines')
      .values(
        lines.slice(from, from + AT_ONCE).map((line) => ({
          id: line.id,
          account_id: line.accountId,
          import_id: line.importId,
          kind: line.kind,
          state: line.state,
          day: line.day,
          amount_jpy: line.amount,
          balance_jpy: line.balance,
          key_hash: line.keyHash,
          likeness_hash: line.likenessHash,
          payer_hash: line.payerHash,
          payer: payers.seal(tx, line.id, line.payer),
          details: details.seal(tx, line.id, line.details),
          transaction_id: line.transactionId,
          taken_in_at: now,
        })),
      )
      .execute();
}
