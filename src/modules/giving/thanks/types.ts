import type { GivingThanksMeans, GivingThanksWay } from '../../../platform/database/generated.ts';
import type { Donor } from '../donors/store.ts';
import type { Channel, Fund } from '../types.ts';

/** `mail`; `by_hand`: by the treasurer; `nobody`: a collecting box, or money that went back at once. */
export type ThanksWay = GivingThanksWay;
export type ThanksMeans = GivingThanksMeans;

/** A gift as its giver is thanked for it. */
export interface Thanked {
  readonly giftId: string;
  readonly donorId: string | null;
  readonly fund: Fund;
  /** Whole yen. */
  readonly amount: number;
  readonly channel: Channel;
  readonly givenOn: Temporal.PlainDate;
  readonly isAnonymous: boolean;
  /** It is ours: nothing of it went back. */
  readonly isOurs: boolean;
}

/** Somebody who is thanked by post or telephone. */
export interface ToThank extends Pick<Thanked, 'giftId' | 'amount' | 'givenOn'> {
  readonly donor: Pick<Donor, 'id' | 'kind' | 'name' | 'personId' | 'address'>;
  readonly done: {
    readonly means: ThanksMeans;
    readonly at: Temporal.Instant;
    readonly by: string | null;
  } | null;
}
