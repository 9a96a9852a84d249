import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { GivingDonors } from '../../../platform/database/generated.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { keepSigns } from './store/signs.ts';
import { standing } from './store/standing.ts';
import type { Donor, NewDonor } from './types.ts';

export type { Donor, NewDonor } from './types.ts';

const addresses = sealedColumn('giving.donors.address');

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
      wants_letters: donor.wantsLetters ?? true,
      created_at: now,
    })
    .execute();
  const { name, kana = null, email = null, address = null } = donor;
  await keepSigns(tx, { id, name, kana, email, address });
  return id;
}

/** Whoever this donor is by now: the one that they were merged into. @returns null where there is none */
export async function findDonor(db: Database, id: string): Promise<Donor | null> {
  const row = await db.selectFrom('giving.donors').selectAll().where('id', '=', id).executeTakeFirst();
  if (row?.merged_into) return findDonor(db, row.merged_into);
  return row ? toDonor(db, row) : null;
}

/** Holds donors until the transaction is over: what comes in for them meanwhile waits. Always in the same order. */
export async function lockDonors(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .selectFrom('giving.donors')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** The same of many, by the ids that are asked for. */
export async function findDonors(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Donor>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('giving.donors as asked')
    .innerJoin('giving.donors as d', (join) => join.on('d.id', '=', standing('asked')))
    .selectAll('d')
    .select('asked.id as asked_id')
    .where('asked.id', 'in', ids)
    .execute();
  return new Map(rows.map(({ asked_id, ...row }) => [asked_id, toDonor(db, row)]));
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

/** Whoever has a mail address, or had it before they were merged, as who they are by now: the first to come first. */
export async function listWithAddress(
  db: Database,
  email: string,
): Promise<(Donor & { readonly knownAs: string })[]> {
  const rows = await db
    .selectFrom('giving.donors as was')
    .innerJoin('giving.donors as d', (join) => join.on('d.id', '=', standing('was')))
    .selectAll('d')
    .select('was.name as known_as')
    .where('was.email', '=', email)
    .where('was.forgotten_at', 'is', null)
    .where('d.forgotten_at', 'is', null)
    .orderBy('was.created_at')
    .orderBy('was.id')
    .execute();
  return rows.map((row) => ({ ...toDonor(db, row), knownAs: row.known_as }));
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
    wantsLetters: row.wants_letters,
    lettersTo: row.letters_to,
    version: row.version,
  };
}
