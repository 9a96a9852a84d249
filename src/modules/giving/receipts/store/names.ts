import type { Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';

const addresses = sealedColumn('giving.donors.address');

/** What a donor's receipts name them as. @param to.name empty: as they are called */
export async function setReceiptName(
  tx: Tx,
  donorId: string,
  to: { readonly name: string; readonly address: string },
): Promise<void> {
  await tx
    .updateTable('giving.donors')
    .set((eb) => ({
      receipt_name: to.name || null,
      address: addresses.seal(tx, donorId, to.address || null),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', donorId)
    .execute();
}
