import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { type Donor, findDonor } from '../store.ts';
import { standing } from './standing.ts';

/** One of a household. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** Whether its letters and its statement go to them. */
  readonly isAddressee: boolean;
}

/** Of a donor `d` who stands: who gets their letters, themselves or another one of their household. */
export const ADDRESSEE = sql<string>`coalesce(
  (select ${standing('h')} from giving.donors h where h.id = d.letters_to and h.forgotten_at is null), d.id)`;

/** Who gets the letters of each of these donors, whoever they were merged into. */
export async function findAddressees(
  db: Database,
  donorIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('giving.donors as was')
    .innerJoin('giving.donors as d', (join) => join.on('d.id', '=', standing('was')))
    .select(['was.id', ADDRESSEE.as('addressee')])
    .where(sql<boolean>`was.id = any(${[...new Set(donorIds)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, addressee }) => [id, addressee]));
}

/** Who gets the letters of a donor who stands. */
export async function findAddressee(db: Database, donor: Donor): Promise<Donor | null> {
  return donor.lettersTo
    ? findDonor(db, (await findAddressees(db, [donor.id])).get(donor.id) ?? donor.id)
    : donor;
}

/** The household of a donor who stands, whoever gets its letters first; nobody where they have none. */
export async function listMembers(db: Database, donor: Pick<Donor, 'id'>): Promise<Member[]> {
  const addressee = (await findAddressees(db, [donor.id])).get(donor.id) ?? donor.id;
  const rows = await db
    .selectFrom('giving.donors as d')
    .select(['d.id', 'd.name'])
    .where('d.merged_into', 'is', null)
    .where('d.forgotten_at', 'is', null)
    // By their ids, found one way and the other: asked with "or", everybody would be read.
    .where(
      sql<boolean>`d.id = any(array(select ${addressee}::uuid union all select h.id from giving.donors h where h.letters_to = any(array(
        select was.id from giving.donors was where was.id = ${addressee} or was.merged_into = ${addressee}))))`,
    )
    .orderBy('d.name')
    .orderBy('d.id')
    .limit(50)
    .execute();
  if (rows.length < 2) return [];
  return rows
    .map(({ id, name }) => ({ id, name, isAddressee: id === addressee }))
    .toSorted((one, other) => Number(other.isAddressee) - Number(one.isAddressee));
}

/** Whoever of these does not get the letters themselves has them sent to this one. */
export async function setAddressee(
  tx: Tx,
  members: readonly string[],
  addressee: string | null,
): Promise<void> {
  await tx
    .updateTable('giving.donors')
    .set((eb) => ({
      letters_to: sql<string | null>`nullif(${addressee}::uuid, id)`,
      version: eb('version', '+', 1),
    }))
    .where('id', 'in', members)
    .execute();
}
