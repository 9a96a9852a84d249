import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../../platform/refusal.ts';
import { bookAll } from '../../ledger/book.ts';
import { moveLine } from '../store/lines.ts';
import { bookingOf } from '../take-in/kept.ts';
import { settle } from '../take-in/settle.ts';
import { type Deciding, enterLine } from './enter.ts';

/** Says whether a line that is perhaps here already is money of its own: then it is booked as any other. */
export async function answerDoubt(
  tx: Tx,
  on: Deciding & { readonly isNew: boolean },
): Promise<Outcome<null>> {
  const found = await enterLine(tx, on, { state: 'doubtful' });
  if (!found.ok) return found;
  const line = found.value;
  if (!on.isNew) await moveLine(tx, line.id, { state: 'known' });
  else if (line.kind === 'out') await moveLine(tx, line.id, { state: 'out' });
  else {
    const [transactionId = ''] = await bookAll(tx, [bookingOf(line, on.by)]);
    await moveLine(tx, line.id, { state: 'unexplained', transactionId });
    // Which line one takes back stood in its file only: somebody says.
    if (line.kind === 'in') await settle(tx, [{ ...line, state: 'unexplained', cancelsHash: null }], on.by);
  }
  return accept(null);
}
