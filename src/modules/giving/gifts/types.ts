import type { Account, By, Channel, Fund, GiftState } from '../types.ts';

/** Money that has come in. */
export interface Receiving {
  /** What it comes of, such as `charge:ch_1`: a gift counts once, whoever hears of it again. */
  readonly source: string;
  /** Nobody: a collecting box. */
  readonly donorId: string | null;
  readonly pledgeId?: string | null;
  /** What it keeps, where it comes every month. */
  readonly promiseId?: string | null;
  readonly campaignId?: string | null;
  readonly fund: Fund;
  /** Whole yen. */
  readonly amount: number;
  readonly channel: Channel;
  /** When the giver gave it, and when it was ours: days in Japan. */
  readonly givenOn: Temporal.PlainDate;
  readonly receivedOn: Temporal.PlainDate;
  readonly providerCharge?: string;
  readonly isAnonymous?: boolean;
  /** Where its money was until now, such as among what was unexplained; it has just come in unless said. */
  readonly from?: Extract<Account, 'unexplained'>;
  /** What whoever entered it wrote beside it. */
  readonly memo?: string;
  readonly by: By;
}

/** A gift that is booked. */
export interface Gift {
  readonly id: string;
  readonly donorId: string | null;
  readonly pledgeId: string | null;
  readonly campaignId: string | null;
  readonly fund: Fund;
  /** Whole yen, and how much of it has gone back since. */
  readonly amount: number;
  readonly returned: number;
  readonly channel: Channel;
  readonly state: GiftState;
  readonly version: number;
  readonly givenOn: Temporal.PlainDate;
  readonly receivedOn: Temporal.PlainDate;
  readonly recordedAt: Temporal.Instant;
  readonly transactionId: string;
  readonly providerCharge: string | null;
  readonly isAnonymous: boolean;
}
