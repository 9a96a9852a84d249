import { moved } from '../../ledger/book.ts';
import type { Booking } from '../../ledger/types.ts';
import type { By } from '../../types.ts';
import type { NewLine } from '../store/keep.ts';

/** A line as it is kept, and the key of the line that it takes back, where the file has that. */
export interface Kept extends NewLine {
  readonly cancelsHash: string | null;
}

/** Money in the bank of which nobody has said what it is; below zero, it is taken back. */
export function bookingOf({ id, day, amount }: Pick<NewLine, 'id' | 'day' | 'amount'>, by: By): Booking {
  const entries = moved(amount, 'general', { from: 'unexplained', to: 'bank' });
  return { kind: amount > 0 ? 'transfer' : 'correction', occurredOn: day, source: `bank:${id}`, entries, by };
}
