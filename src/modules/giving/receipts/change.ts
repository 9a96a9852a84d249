import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { lockReceipt, markReissued, markVoid } from './store/receipts.ts';
import type { Receipt } from './types.ts';

/**
 * Has a receipt printed with its mark (再発行) from now on, under its own number. Refuses one that is void
 * (`receipt_was_voided`) or unknown (`receipt_is_unknown`).
 */
export async function reissueReceipt(
  tx: Tx,
  of: { readonly id: string; readonly now: Temporal.Instant },
): Promise<Outcome<Receipt>> {
  const receipt = await lockReceipt(tx, of.id);
  if (!receipt) return refuse('receipt_is_unknown');
  if (receipt.state === 'void') return refuse('receipt_was_voided');
  await markReissued(tx, receipt.id, of.now);
  return accept(receipt);
}

/** Makes a receipt void with a reason; its number is not used again, its gifts can have another. Refuses a second time. */
export async function voidReceipt(
  tx: Tx,
  of: {
    readonly id: string;
    readonly reason: string;
    readonly by: string | null;
    readonly now: Temporal.Instant;
  },
): Promise<Outcome<Receipt>> {
  const receipt = await lockReceipt(tx, of.id);
  if (!receipt) return refuse('receipt_is_unknown');
  if (receipt.state === 'void') return refuse('receipt_was_voided');
  await markVoid(tx, of);
  return accept(receipt);
}
