import { sql } from 'kysely';
import { normalName } from '../../../../japanese/payer-name.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { standing } from '../../donors/store/standing.ts';
import type { Channel, Fund, PledgeState } from '../../types.ts';
import type { Announced } from '../take-in/match.ts';

/** So many donors are read at a time, others having their turn between: how names are written for banks, no database can compare. */
const AT_ONCE = 2_000;

export interface NamedDonor {
  readonly id: string;
  readonly name: string;
  readonly kana: string | null;
}

/** What is booked of a pledge when its money comes. */
export interface BookablePledge extends Announced {
  readonly campaignId: string | null;
  readonly fund: Fund;
  readonly state: PledgeState;
  readonly isAnonymous: boolean;
}

/** Everybody who gives, part by part. */
async function* eachDonor(db: Database): AsyncGenerator<readonly NamedDonor[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await db
      .selectFrom('giving.donors')
      .select(['id', 'name', 'kana'])
      .where('merged_into', 'is', null)
      .where('forgotten_at', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.id;
  }
}

/** Whose name is one of these as banks write it: by name or by kana. @param names normal ones */
export async function findDonorsByNames(
  db: Database,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>();
  if (names.size === 0) return found;
  for await (const donors of eachDonor(db))
    for (const { id, name, kana } of donors)
      for (const normal of new Set([normalName(name), normalName(kana ?? '')]))
        if (names.has(normal)) found.set(normal, (found.get(normal) ?? new Set()).add(id));
  return found;
}

export async function listPledgesByNumber(
  db: Database,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, BookablePledge>> {
  const rows = await pledges(db)
    .where(sql<boolean>`p.number = any(${[...new Set(numbers)]}::int[])`)
    .execute();
  return new Map(rows.map((row) => [row.number, toPledge(row)]));
}

/** What they have announced and not given yet. */
export async function listOpenPledges(
  db: Database,
  donorIds: readonly string[],
): Promise<ReadonlyMap<string, readonly BookablePledge[]>> {
  const ids = [...new Set(donorIds)];
  const rows = await pledges(db)
    .where('p.state', '=', 'open')
    .where(
      sql<boolean>`p.donor_id in (select id from giving.donors where id = any(${ids}::uuid[])
        union all select id from giving.donors where merged_into = any(${ids}::uuid[]))`,
    )
    .orderBy('p.made_at')
    .execute();
  return Map.groupBy(rows.map(toPledge), ({ donorId }) => donorId);
}

/** Open ones of just this amount, made in this time: for suggestions. */
export async function listOpenOfAmount(
  db: Database,
  asked: {
    readonly amount: number;
    readonly from: Temporal.Instant;
    readonly to: Temporal.Instant;
    readonly most: number;
  },
): Promise<readonly BookablePledge[]> {
  const rows = await pledges(db)
    .where('p.state', '=', 'open')
    .where('p.amount_jpy', '=', asked.amount)
    .where('p.made_at', '>=', asked.from)
    .where('p.made_at', '<', asked.to)
    .orderBy('p.made_at', 'desc')
    .limit(asked.most)
    .execute();
  return rows.map(toPledge);
}

const pledges = (db: Database) =>
  db
    .selectFrom('giving.pledges as p')
    .innerJoin('giving.donors as d', 'd.id', 'p.donor_id')
    .select(['p.id', 'p.number', 'p.amount_jpy', 'p.campaign_id', 'p.fund_id', 'p.state'])
    .select(['p.is_anonymous', 'p.made_at'])
    .select(({ fn }) => fn.coalesce('d.merged_into', 'd.id').as('donor_id'));

function toPledge(row: Awaited<ReturnType<ReturnType<typeof pledges>['execute']>>[number]): BookablePledge {
  return {
    id: row.id,
    number: row.number,
    donorId: row.donor_id,
    amount: row.amount_jpy,
    campaignId: row.campaign_id,
    fund: row.fund_id as Fund,
    state: row.state,
    isAnonymous: row.is_anonymous,
    madeAt: row.made_at,
  };
}

/** Who has given by a channel under one of these very names, where only one has. */
export async function listDonorsByChannel(
  db: Database,
  channel: Channel,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('giving.donors as d')
    .select(['d.name', standing('d').as('id')])
    .distinct()
    .where(sql<boolean>`d.name = any(${[...names]}::text[])`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('giving.gifts as g')
          .select('g.id')
          .whereRef('g.donor_id', '=', 'd.id')
          .where('g.channel', '=', channel),
      ),
    )
    .execute();
  const byName = Map.groupBy(rows, ({ name }) => name);
  return new Map([...byName].flatMap(([name, [one, other]]) => (one && !other ? [[name, one.id]] : [])));
}

export async function listDonorNames(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('giving.donors')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** To whom lines of these payers were explained before, by the hash of the payer's name. */
export async function listEarlierDonors(
  db: Database,
  payerHashes: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db
    .selectFrom('giving.bank_lines as l')
    .innerJoin('giving.bank_explanations as e', 'e.line_id', 'l.id')
    .innerJoin('giving.gifts as g', 'g.id', 'e.gift_id')
    .innerJoin('giving.donors as d', 'd.id', 'g.donor_id')
    .select('l.payer_hash')
    .select(({ fn }) => fn.coalesce('d.merged_into', 'd.id').as('donor_id'))
    .where(sql<boolean>`l.payer_hash = any(${[...new Set(payerHashes)]}::text[])`)
    .where('e.undone_at', 'is', null)
    .where('g.channel', '=', 'bank')
    .distinct()
    .execute();
  const grouped = Map.groupBy(rows, ({ payer_hash }) => payer_hash);
  return new Map([...grouped].map(([hash, all]) => [hash, new Set(all.map(({ donor_id }) => donor_id))]));
}

const MOST_FOUND = 20;

/** Donors in whose name, kana or mail address this stands. */
export async function listDonorsLike(db: Database, words: string): Promise<NamedDonor[]> {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return db
    .selectFrom('giving.donors')
    .select(['id', 'name', 'kana'])
    .where('merged_into', 'is', null)
    .where('forgotten_at', 'is', null)
    .where(sql<boolean>`(name ilike ${like} or kana ilike ${like} or email ilike ${like})`)
    .orderBy('name')
    .orderBy('id')
    .limit(MOST_FOUND)
    .execute();
}
