import { sql } from 'kysely';
import { type Database, sealOf, type Tx } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import type { By } from '../../types.ts';
import type { DonorSign } from '../signs.ts';
import type { Alike } from './signs.ts';

/** Two donors who are perhaps one. */
export interface Pair {
  /** Of both, for the list: the part behind one begins after it. */
  readonly id: string;
  /** Whoever was entered first stands if they are merged. */
  readonly first: PairedDonor;
  readonly second: PairedDonor;
  readonly signs: readonly DonorSign[];
  /** Since when they are said not to be the same. */
  readonly differSince: Temporal.Instant | null;
}

export interface PairedDonor {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly personId: string | null;
}

/** The next donors who were not compared with others since they were changed, or since the secret was. */
export async function listToCompare(db: Database, most: number): Promise<string[]> {
  const { mark } = sealOf(db);
  const rows = await db
    .selectFrom('giving.donors')
    .select('id')
    .where('merged_into', 'is', null)
    .where('forgotten_at', 'is', null)
    .where(sql<boolean>`(compared_with is null or compared_with < ${mark} or compared_with > ${mark})`)
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Proposes a donor and each of these, in place of what was proposed of them before; what was said of two stays said. */
export async function proposePairs(
  tx: Tx,
  donorId: string,
  alike: readonly Alike[],
  now: Temporal.Instant,
): Promise<void> {
  await dropProposals(tx, donorId);
  if (alike.length > 0)
    await tx
      .insertInto('giving.donor_pairs')
      .values(alike.map(({ id, signs }) => ({ ...both(donorId, id), signs: [...signs], found_at: now })))
      .onConflict((conflict) => conflict.columns(['one_id', 'other_id']).doNothing())
      .execute();
  await tx
    .updateTable('giving.donors')
    .set({ compared_with: sealOf(tx).mark })
    .where('id', '=', donorId)
    .execute();
}

/** Proposes a donor no longer; what was said of two stays said. */
export async function dropProposals(tx: Tx, donorId: string): Promise<void> {
  await tx
    .deleteFrom('giving.donor_pairs')
    .where((is) => is.or([is('one_id', '=', donorId), is('other_id', '=', donorId)]))
    .where('differ_since', 'is', null)
    .execute();
}

/** Remembers that two are not the same. */
export async function markDiffering(tx: Tx, one: string, other: string, by: By): Promise<void> {
  const said = { differ_since: by.now, decided_by: by.personId };
  await tx
    .insertInto('giving.donor_pairs')
    .values({ ...both(one, other), signs: [], found_at: by.now, ...said })
    .onConflict((conflict) => conflict.columns(['one_id', 'other_id']).doUpdateSet(said))
    .execute();
}

/** Takes that back. @returns whether it had been said */
export async function unmarkDiffering(tx: Tx, one: string, other: string): Promise<boolean> {
  const { one_id, other_id } = both(one, other);
  const gone = await tx
    .deleteFrom('giving.donor_pairs')
    .where('one_id', '=', one_id)
    .where('other_id', '=', other_id)
    .where('differ_since', 'is not', null)
    .returning('one_id')
    .executeTakeFirst();
  if (gone) await compareAgain(tx, [one]);
  return gone !== undefined;
}

/** Has donors compared with others once more. */
export async function compareAgain(tx: Tx, donorIds: readonly string[]): Promise<void> {
  await tx.updateTable('giving.donors').set({ compared_with: null }).where('id', 'in', donorIds).execute();
}

const both = (one: string, other: string) =>
  one < other ? { one_id: one, other_id: other } : { one_id: other, other_id: one };

const pairs = (db: Database) =>
  db
    .selectFrom('giving.donor_pairs as p')
    .innerJoin('giving.donors as a', 'a.id', 'p.one_id')
    .innerJoin('giving.donors as b', 'b.id', 'p.other_id')
    .where('a.merged_into', 'is', null)
    .where('b.merged_into', 'is', null);

/** Those that wait to be looked at, or that were said not to be the same: the newest first. */
export async function listPairs(
  db: Database,
  { differ }: { readonly differ: boolean },
  window: Window,
): Promise<Page<Pair>> {
  const at = sql.ref(differ ? 'differ_since' : 'found_at');
  const found = await pairs(db)
    .select(['p.id', 'p.differ_since', sql<DonorSign[]>`p.signs::text[]`.as('signs')])
    .select(['a.id as a_id', 'a.name as a_name', 'a.email as a_email', 'a.person_id as a_person'])
    .select(['b.id as b_id', 'b.name as b_name', 'b.email as b_email', 'b.person_id as b_person'])
    .select(sql<boolean>`(a.created_at, a.id) <= (b.created_at, b.id)`.as('in_order'))
    .where('p.differ_since', differ ? 'is not' : 'is', null)
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(p.${at}, p.id) < (select ${at}, id from giving.donor_pairs where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy(sql`p.${at}`, 'desc')
    .orderBy('p.id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { next, rows: rows.map(toPair) };
}

type Row = { readonly in_order: boolean } & Readonly<
  Record<'id' | 'a_id' | 'a_name' | 'b_id' | 'b_name', string> &
    Record<'a_email' | 'a_person' | 'b_email' | 'b_person', string | null>
> & { readonly signs: readonly DonorSign[]; readonly differ_since: Temporal.Instant | null };

function toPair(row: Row): Pair {
  const one = { id: row.a_id, name: row.a_name, email: row.a_email, personId: row.a_person };
  const other = { id: row.b_id, name: row.b_name, email: row.b_email, personId: row.b_person };
  const [first, second] = row.in_order ? [one, other] : [other, one];
  return { id: row.id, first, second, signs: row.signs, differSince: row.differ_since };
}

/** How many wait to be looked at. */
export async function countPairs(db: Database): Promise<number> {
  const { count } = await pairs(db)
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('p.differ_since', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
