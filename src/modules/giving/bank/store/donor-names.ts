import { sql } from 'kysely';
import { normalName } from '../../../../japanese/payer-name.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { findNamed } from '../../donors/store/named.ts';
import { allOf, standing } from '../../donors/store/standing.ts';
import type { Channel } from '../../types.ts';
import { findDonorsByNames } from './name-keys.ts';

export interface NamedDonor {
  readonly id: string;
  readonly name: string;
  readonly kana: string | null;
}

/** Who has given by a channel under one of these very names, where only one has. */
export async function listDonorsByChannel(
  db: Database,
  channel: Channel,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const alike = await findDonorsByNames(db, new Set(names.map(normalName)));
  const rows = await db
    .selectFrom('giving.donors as d')
    .select(['d.name', standing('d').as('id')])
    .distinct()
    .where(sql<boolean>`d.id in ${allOf([...alike.values()].flatMap((ids) => [...ids]))}`)
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
    .select(standing('d').as('donor_id'))
    .where(sql<boolean>`l.payer_hash = any(${[...new Set(payerHashes)]}::text[])`)
    .where('e.undone_at', 'is', null)
    .where('g.channel', '=', 'bank')
    .distinct()
    .execute();
  const grouped = Map.groupBy(rows, ({ payer_hash }) => payer_hash);
  return new Map([...grouped].map(([hash, all]) => [hash, new Set(all.map(({ donor_id }) => donor_id))]));
}

const MOST_FOUND = 20;
/** Of so many with the words the first by name are shown: whoever is not among them is found by more of the name. */
const MOST_LOOKED_AT = 500;

/** Donors in whose name, kana or mail address this stands. */
export async function listDonorsLike(db: Database, words: string): Promise<NamedDonor[]> {
  return db
    .selectFrom('giving.donors as d')
    .select(['d.id', 'd.name', 'd.kana'])
    .where(sql<boolean>`d.id = any(${await findNamed(db, words, MOST_LOOKED_AT)}::uuid[])`)
    .orderBy('d.name')
    .orderBy('d.id')
    .limit(MOST_FOUND)
    .execute();
}
