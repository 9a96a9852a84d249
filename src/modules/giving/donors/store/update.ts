import type { Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { Donor } from '../types.ts';
import { keepSigns } from './signs.ts';

const addresses = sealedColumn('giving.donors.address');

/** What the treasurer writes of a donor. */
export type DonorFields = Pick<
  Donor,
  'kind' | 'name' | 'kana' | 'email' | 'address' | 'locale' | 'receiptWish' | 'receiptByPost' | 'wantsLetters'
>;

/** @returns false where somebody else has changed it since it was read */
export async function updateDonor(
  tx: Tx,
  { id, version }: Pick<Donor, 'id' | 'version'>,
  fields: DonorFields & Partial<Pick<Donor, 'receiptName'>>,
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
      wants_letters: fields.wantsLetters,
      ...('receiptName' in fields && { receipt_name: fields.receiptName ?? null }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (written) await keepSigns(tx, { id, ...fields });
  return written !== undefined;
}
