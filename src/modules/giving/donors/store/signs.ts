import { type RawBuilder, sql } from 'kysely';
import { type Database, sealOf, type Tx } from '../../../../platform/database/connect.ts';
import { type DonorSign, signsOf } from '../signs.ts';
import type { Donor } from '../types.ts';
import { allOf, standing } from './standing.ts';

/** A sign that more have says nothing of any two: a common name, a house with a hundred rooms. */
const MOST_ALIKE = 20;

/** Another donor with signs in common. */
export interface Alike {
  readonly id: string;
  readonly name: string;
  readonly signs: readonly DonorSign[];
}

/** Keeps by what a donor is found again, in the place of what was kept before. */
export async function keepSigns(
  tx: Tx,
  donor: Pick<Donor, 'id' | 'name' | 'kana' | 'email' | 'address'>,
): Promise<void> {
  await tx.deleteFrom('giving.donor_signs').where('donor_id', '=', donor.id).execute();
  const signs = signsOf(donor);
  if (signs.length === 0) return;
  const seal = sealOf(tx);
  await tx
    .insertInto('giving.donor_signs')
    .values(
      signs.map(([sign, text]) => ({
        donor_id: donor.id,
        sign,
        digest: seal.digest(`giving donor ${sign} ${text}`),
      })),
    )
    .execute();
}

/** Both of two, and whoever was merged into either: of whom any two may have been said not to be the same. */
const saidToDiffer = (one: RawBuilder<unknown>, other: RawBuilder<unknown>) => sql<boolean>`exists (
  select from giving.donor_pairs p join giving.donors a on a.id = p.one_id join giving.donors b on b.id = p.other_id
  where p.differ_since is not null and (
    (${standing('a')} = ${one} and ${standing('b')} = ${other}) or (${standing('a')} = ${other} and ${standing('b')} = ${one})))`;

/** Whether it was said of two who stand, or of whoever was merged into them, that they are not the same. */
export async function areSaidToDiffer(db: Database, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ differ: boolean }>`
    select ${saidToDiffer(sql`${one}::uuid`, sql`${other}::uuid`)} as differ`.execute(db);
  return rows[0]?.differ ?? false;
}

/**
 * Who shares a sign with a donor who stands, also one of somebody who was merged into either: those with most in common first,
 * never whom somebody said to be another.
 */
export async function listAlike(db: Database, donorId: string): Promise<Alike[]> {
  const { rows } = await sql<Alike>`
    with telling as (
      select distinct s.sign, s.digest, ${standing('d')} as donor_id
      from giving.donor_signs s cross join lateral (
        select x.donor_id from giving.donor_signs x where x.sign = s.sign and x.digest = s.digest
        limit ${MOST_ALIKE + 2}) o join giving.donors d on d.id = o.donor_id
      where s.donor_id in ${allOf([donorId])}
    ), counted as (
      select donor_id, sign, count(*) over (partition by sign, digest) as many from telling
    ), shared as (
      select donor_id, array_agg(distinct sign order by sign)::text[] as signs from counted
      where many <= ${MOST_ALIKE + 1} group by donor_id)
    select d.id, d.name, shared.signs from shared join giving.donors d on d.id = shared.donor_id
    where d.id <> ${donorId}::uuid and d.forgotten_at is null
      and not ${saidToDiffer(sql`d.id`, sql`${donorId}::uuid`)}
    order by cardinality(shared.signs) desc, d.id
    limit ${MOST_ALIKE}`.execute(db);
  return rows;
}
