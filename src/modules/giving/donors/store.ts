import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { GivingDonors } from '../../../platform/database/generated.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { ReceiptWish } from '../types.ts';

const addresses = sealedColumn('giving.donors.address');

/** Who gives: a person or an organization, with an account or without. */
export interface Donor {
  readonly id: string;
  readonly kind: 'person' | 'organization';
  /** The same human being in the programs. */
  readonly personId: string | null;
  readonly name: string;
  readonly kana: string | null;
  readonly email: string | null;
  /** Where papers go. */
  readonly address: string | null;
  readonly locale: Locale;
  readonly receiptWish: ReceiptWish;
  readonly receiptByPost: boolean;
  /** As receipts are to name them, where that is another name. */
  readonly receiptName: string | null;
  readonly version: number;
}

export type NewDonor = Pick<Donor, 'name'> &
  Partial<Omit<Donor, 'id' | 'version' | 'name'>> & { readonly now: Temporal.Instant };

/** @returns the new one's id */
export async function insertDonor(tx: Tx, { now, ...donor }: NewDonor): Promise<string> {
  const id = crypto.randomUUID();
  await tx
    .insertInto('giving.donors')
    .values({
      id,
      kind: donor.kind ?? 'person',
      person_id: donor.personId ?? null,
      name: donor.name,
      kana: donor.kana ?? null,
      email: donor.email ?? null,
      address: addresses.seal(tx, id, donor.address ?? null),
      locale: donor.locale ?? 'ja',
      receipt_wish: donor.receiptWish ?? 'none',
      receipt_by_post: donor.receiptByPost ?? false,
      receipt_name: donor.receiptName ?? null,
      created_at: now,
    })
    .execute();
  return id;
}

/** What the treasurer writes of a donor. */
export type DonorFields = Pick<
  Donor,
  'kind' | 'name' | 'kana' | 'email' | 'address' | 'locale' | 'receiptWish' | 'receiptByPost'
>;

/** @returns false where somebody else has changed it since it was read */
export async function updateDonor(
  tx: Tx,
  { id, version }: Pick<Donor, 'id' | 'version'>,
  fields: DonorFields,
): Promise<boolean> {
  const written = await tx
    .updateTable('giving.donors')
    .set({
      kind: fields.kind,
      name: fields.name,
      kana: fields.kana,
      email: fields.email,
      address: addresses.seal(tx, id, fields.address),
      locale: fields.locale,
      receipt_wish: fields.receiptWish,
      receipt_by_post: fields.receiptByPost,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Whoever this donor is by now: the one that they were merged into. @returns null where there is none */
export async function findDonor(db: Database, id: string): Promise<Donor | null> {
  const row = await db.selectFrom('giving.donors').selectAll().where('id', '=', id).executeTakeFirst();
  if (row?.merged_into) return findDonor(db, row.merged_into);
  return row ? toDonor(db, row) : null;
}

/**
 * Everybody whom somebody signed in has given as: by their account, and by the mail address that they have proved.
 * @param email of whoever is signed in, never one that was only typed
 */
export async function listDonorsOf(
  db: Database,
  { personId, email }: { readonly personId: string; readonly email: string | null },
): Promise<Donor[]> {
  const rows = await db
    .selectFrom('giving.donors')
    .selectAll()
    .where('merged_into', 'is', null)
    .where('forgotten_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('person_id', '=', personId),
        ...(email === null ? [] : [eb.and([eb('person_id', 'is', null), eb('email', '=', email)])]),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => toDonor(db, row));
}

/** Whoever has a mail address, the first to come first. */
export async function listWithAddress(db: Database, email: string): Promise<Donor[]> {
  const rows = await db
    .selectFrom('giving.donors')
    .selectAll()
    .where('email', '=', email)
    .where('merged_into', 'is', null)
    .where('forgotten_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => toDonor(db, row));
}

function toDonor(db: Database, row: Selectable<GivingDonors>): Donor {
  return {
    id: row.id,
    kind: row.kind,
    personId: row.person_id,
    name: row.name,
    kana: row.kana,
    email: row.email,
    address: addresses.open(db, row.id, row.address),
    locale: row.locale as Locale,
    receiptWish: row.receipt_wish,
    receiptByPost: row.receipt_by_post,
    receiptName: row.receipt_name,
    version: row.version,
  };
}
