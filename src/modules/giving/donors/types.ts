import type { Locale } from '../../../platform/languages/locales.ts';
import type { ReceiptWish } from '../types.ts';

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
  /** Whether they are written to of what their gifts did. */
  readonly wantsLetters: boolean;
  /** Who of their household gets its letters and its statement; null: they themselves. */
  readonly lettersTo: string | null;
  readonly version: number;
}

export type NewDonor = Pick<Donor, 'name'> &
  Partial<Omit<Donor, 'id' | 'version' | 'name' | 'lettersTo'>> & { readonly now: Temporal.Instant };
