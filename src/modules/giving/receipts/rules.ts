import { ACCOUNT_OF, receiptBy } from '../gifts/channels.ts';
import type { Channel } from '../types.ts';
import type { GiftDay, Receipt, ReceiptGift } from './types.ts';

/** Channels whose gifts we give receipts for; goods are no money, and have papers of their own. */
export const RECEIPTED: readonly Channel[] = (Object.keys(ACCOUNT_OF) as Channel[]).filter(
  (channel) => receiptBy(channel) === 'us' && channel !== 'goods',
);

/** The day on which a gift counts as given. */
export function dayOf({ givenOn, receivedOn }: ReceiptGift, by: GiftDay): Temporal.PlainDate {
  return by === 'given_on' ? givenOn : receivedOn;
}

/** Whether a gift of that day may be deducted: from the day of the certification on. @param certifiedOn null: not certified */
export function isDeductible(day: Temporal.PlainDate, certifiedOn: Temporal.PlainDate | null): boolean {
  return certifiedOn !== null && Temporal.PlainDate.compare(day, certifiedOn) >= 0;
}

/** As it is printed: the fiscal year and six digits. */
export function numberOf({ fiscalYear, number }: Pick<Receipt, 'fiscalYear' | 'number'>): string {
  return `${fiscalYear}-${String(number).padStart(6, '0')}`;
}

/** Whether its donor may take it along as a file: the first sheet of one that was posted is with them, and a second would be another original. */
export function mayDownload({ state, postedAt }: Pick<Receipt, 'state' | 'postedAt'>): boolean {
  return state === 'reissued' || (state === 'issued' && postedAt === null);
}

/** A calendar year is summed up once it is over. */
export function isOver(calendarYear: number, today: Temporal.PlainDate): boolean {
  return calendarYear < today.year;
}
