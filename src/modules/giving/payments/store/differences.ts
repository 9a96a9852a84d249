import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { Account } from '../../types.ts';
import type { Happening } from '../provider.ts';

/** Something that stands otherwise at the provider than in our books. */
export interface Difference {
  readonly objectId: string;
  readonly kind: Happening['kind'];
  /** Whole yen of it that are ours there, and here. */
  readonly there: number;
  readonly here: number;
  readonly foundAt: Temporal.Instant;
  /** The gift that it is. */
  readonly giftId: string | null;
}

/** Keeps a difference, since when it was first found; where both are the same, there is none any more. */
export async function keepDifference(
  tx: Tx,
  { objectId, kind, there, here }: Pick<Difference, 'objectId' | 'kind' | 'there' | 'here'>,
  now: Temporal.Instant,
): Promise<void> {
  if (there === here) {
    await tx.deleteFrom('giving.provider_differences').where('object_id', '=', objectId).execute();
    return;
  }
  const stands = { there_jpy: there, here_jpy: here };
  await tx
    .insertInto('giving.provider_differences')
    .values({ object_id: objectId, kind, ...stands, found_at: now })
    .onConflict((conflict) => conflict.column('object_id').doUpdateSet(stands))
    .execute();
}

/** The oldest first, at most so many. */
export async function listDifferences(db: Database, most: number): Promise<Difference[]> {
  const rows = await db
    .selectFrom('giving.provider_differences as d')
    .leftJoin('giving.gifts as g', 'g.provider_charge', 'd.object_id')
    .selectAll('d')
    .select('g.id as gift_id')
    .orderBy('d.found_at')
    .orderBy('d.object_id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...{ objectId: row.object_id, kind: row.kind, there: row.there_jpy, here: row.here_jpy },
    ...{ foundAt: row.found_at, giftId: row.gift_id },
  }));
}

export async function countDifferences(db: Database): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from giving.provider_differences`.execute(db);
  return rows[0]?.many ?? 0;
}

/** What transactions of these sources have moved on an account, with what has taken them back. */
export async function sumBooked(db: Database, account: Account, sources: readonly string[]): Promise<number> {
  const { rows } = await sql<{ sum: number }>`
    with own as (select id from giving.transactions where source = any(${sources}::text[])),
      with_back as (select id from own
        union all select t.id from giving.transactions t join own on t.reverses = own.id)
    select coalesce(sum(e.amount_jpy), 0)::bigint as sum
    from giving.entries e join with_back b on b.id = e.transaction_id where e.account_id = ${account}`.execute(
    db,
  );
  return rows[0]?.sum ?? 0;
}

/** What the comparison with the provider's lists came to. */
export interface Comparison {
  /** Null: never yet. */
  readonly at: Temporal.Instant | null;
  /** Notices that had not reached us. */
  readonly unheard: number;
  /** Payments that stood otherwise. */
  readonly otherwise: number;
}

export async function keepComparison(db: Database, { at, unheard, otherwise }: Comparison): Promise<void> {
  await db.updateTable('giving.provider_comparison').set({ compared_at: at, unheard, otherwise }).execute();
}

export async function readComparison(db: Database): Promise<Comparison> {
  const row = await db.selectFrom('giving.provider_comparison').selectAll().executeTakeFirstOrThrow();
  return { at: row.compared_at, unheard: row.unheard, otherwise: row.otherwise };
}
