import { z } from 'zod';
import type { GivingReceiptKind, GivingReceiptState } from '../../../platform/database/generated.ts';
import type { Donor } from '../donors/store.ts';

export type ReceiptKind = GivingReceiptKind;
export const RECEIPT_STATES = ['issued', 'reissued', 'void'] as const satisfies readonly GivingReceiptState[];
export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** By which day gifts are dated: when the giver gave, or when it was ours (a card's money comes weeks later). */
export const GIFT_DAYS = ['given_on', 'received_on'] as const;
export type GiftDay = (typeof GIFT_DAYS)[number];

/** What a receipt says, as it was when it was issued: printed again, it says the same. */
export const ReceiptWords = z.object({
  name: z.string(),
  donorKind: z.enum(['person', 'organization']),
  address: z.string().nullable(),
  gifts: z.array(z.object({ day: z.iso.date(), amount: z.int().min(1), isDeductible: z.boolean() })).min(1),
  giftDay: z.enum(GIFT_DAYS),
  organization: z.object({
    name: z.string(),
    nameInEnglish: z.string(),
    address: z.string(),
    addressInEnglish: z.string(),
  }),
  signer: z.string(),
  signerInEnglish: z.string(),
  certification: z
    .object({
      number: z.string(),
      on: z.iso.date(),
      authority: z.string(),
      activity: z.string(),
      activityInEnglish: z.string(),
      residentsTax: z.string(),
    })
    .nullable(),
  noDeduction: z.string(),
  noDeductionInEnglish: z.string(),
});
export type ReceiptWords = z.output<typeof ReceiptWords>;

export interface Receipt {
  readonly id: string;
  readonly fiscalYear: number;
  readonly number: number;
  readonly kind: ReceiptKind;
  /** That a yearly one sums up. */
  readonly calendarYear: number | null;
  readonly state: ReceiptState;
  readonly donorId: string;
  /** Whole yen. */
  readonly amount: number;
  readonly code: string;
  /** Null once they are forgotten, or where they do not open. */
  readonly words: ReceiptWords | null;
  readonly issuedAt: Temporal.Instant;
  readonly issuedBy: string | null;
  readonly isByPost: boolean;
  readonly postedAt: Temporal.Instant | null;
  readonly reissues: number;
  readonly reissuedAt: Temporal.Instant | null;
  readonly voidedAt: Temporal.Instant | null;
  readonly voidedBy: string | null;
  readonly voidReason: string | null;
}

/** A gift as far as a receipt needs to know. */
export interface ReceiptGift {
  readonly id: string;
  readonly donorId: string;
  readonly amount: number;
  readonly givenOn: Temporal.PlainDate;
  readonly receivedOn: Temporal.PlainDate;
}

/** Whom a receipt is for, and who gives it out when. */
export interface Issuing {
  readonly donor: Donor;
  readonly gifts: readonly ReceiptGift[];
  /** That it sums up; null: it is for one gift. */
  readonly calendarYear: number | null;
  /** Null: the program by itself. */
  readonly by: string | null;
  readonly now: Temporal.Instant;
}
