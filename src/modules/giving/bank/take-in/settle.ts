import type { Tx } from '../../../../platform/database/connect.ts';
import type { By } from '../../types.ts';
import { takeLineBack } from '../explain/cancel.ts';
import { bookPledges } from '../explain/gift.ts';
import { findLineByKey, listCancelable, listCanceledBy, lockLine, lockLines } from '../store/lines.ts';
import { findCertain } from './certain.ts';
import type { Kept } from './kept.ts';

/** A line that is kept and booked, as far as it takes to settle what is certain about it. */
export type Settling = Pick<Kept, 'id' | 'kind' | 'state' | 'day' | 'amount' | 'payer' | 'cancelsHash'>;

/**
 * Settles what is certain of lines that have just been booked: what was taken back first, so that no gift is made of it.
 * @returns how many are explained
 */
export async function settle(tx: Tx, lines: readonly Settling[], by: By): Promise<number> {
  const unexplained = lines.filter(({ state }) => state === 'unexplained');
  const backs = unexplained.filter(({ kind }) => kind === 'back');
  for (const line of backs) await takeBackCertainly(tx, line, by);
  const canceled = await listCanceledBy(
    tx,
    backs.map(({ id }) => id),
  );
  const open = unexplained.filter(({ id, kind }) => kind === 'in' && !canceled.has(id));
  const matches = await findCertain(tx, open);
  const certain = (await lockLines(tx, [...matches.keys()])).flatMap((line) => {
    const match = matches.get(line.id);
    return match ? [{ line, pledge: match.pledge, explainedBy: match.by }] : [];
  });
  await bookPledges(tx, certain, by);
  return matches.size;
}

/**
 * By the line that the file names, and by no other; where it names none, by the only one kept that it can be. Otherwise somebody
 * says which.
 */
async function takeBackCertainly(tx: Tx, { id, cancelsHash }: Settling, by: By): Promise<void> {
  const back = await lockLine(tx, id);
  if (!back) return;
  const candidates = (await listCancelable(tx, back)).map((line) => line.id);
  const named = cancelsHash === null ? null : await findLineByKey(tx, cancelsHash);
  const certain = cancelsHash === null ? candidates : candidates.filter((one) => one === named);
  const [canceledId, another] = certain;
  if (canceledId && !another) await takeLineBack(tx, { back, canceledId, by });
}
