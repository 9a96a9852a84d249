import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { By } from '../../types.ts';
import { listCancelable, lockLine, moveLine } from '../store/lines.ts';
import type { Line } from '../types.ts';
import { type Deciding, enterLine } from './enter.ts';
import { takeExplanationsBack } from './undo.ts';

/**
 * Says which line one takes back that the bank has canceled: what that one was booked as is taken back with it. Refuses any
 * but money in of the same account, payer and amount that nothing took back yet.
 */
export async function cancelLine(
  tx: Tx,
  on: Deciding & { readonly canceledId: string },
): Promise<Outcome<null>> {
  const back = await enterLine(tx, on, { state: 'unexplained', kind: 'back' });
  if (!back.ok) return back;
  const candidates = await listCancelable(tx, back.value);
  if (!candidates.some(({ id }) => id === on.canceledId)) return refuse('bank_line_is_another');
  return takeLineBack(tx, { back: back.value, canceledId: on.canceledId, by: on.by });
}

/** Takes a line back by another, which is locked: both come to nothing in what is unexplained. */
export async function takeLineBack(
  tx: Tx,
  { back, canceledId, by }: { readonly back: Line; readonly canceledId: string; readonly by: By },
): Promise<Outcome<null>> {
  const canceled = await lockLine(tx, canceledId);
  if (!canceled || (canceled.state !== 'explained' && canceled.state !== 'unexplained'))
    return refuse('bank_line_has_changed');
  const undone = await takeExplanationsBack(tx, canceled, by);
  if (!undone.ok) return undone;
  await moveLine(tx, canceled.id, { state: 'canceled' });
  await moveLine(tx, back.id, { state: 'canceled', cancels: canceled.id });
  return accept(null);
}
