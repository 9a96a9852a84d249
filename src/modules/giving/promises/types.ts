import type { GivingPromiseParty, GivingPromiseState } from '../../../platform/database/generated.ts';
import type { ActOf } from '../../../platform/life.ts';
import type { Fund } from '../types.ts';
import type { promiseLife } from './life.ts';

export type PromiseState = GivingPromiseState;
export type PromiseParty = GivingPromiseParty;

/** What stands in a history: an act of its life, or something that happened beside it. */
export type StepAct = ActOf<typeof promiseLife.acts> | 'pay_late' | 'thank' | 'sum_up';

/** What somebody has promised to give every month. */
export interface MonthlyPromise {
  readonly id: string;
  readonly donorId: string;
  readonly campaignId: string | null;
  readonly fund: Fund;
  /** Whole yen a month. */
  readonly amount: number;
  readonly state: PromiseState;
  readonly version: number;
  readonly isAnonymous: boolean;
  /** The provider's name of what charges it; null before it has begun. */
  readonly subscription: string | null;
  /** Nothing charges by it any more: its card can't be mended, only begun anew. */
  readonly subscriptionOverAt: Temporal.Instant | null;
  readonly announcedAt: Temporal.Instant;
  readonly beganAt: Temporal.Instant | null;
  readonly pausedUntil: Temporal.PlainDate | null;
  readonly overAt: Temporal.Instant | null;
  readonly untoldSince: Temporal.Instant | null;
}

/** Something that was done to a promise. */
export interface PromiseStep {
  readonly id: number;
  readonly promiseId: string;
  readonly act: StepAct;
  readonly party: PromiseParty;
  readonly byPerson: string | null;
  readonly from: PromiseState | null;
  readonly to: PromiseState;
  readonly amounts: { readonly before: number; readonly after: number } | null;
  readonly pausedUntil: Temporal.PlainDate | null;
  readonly once: string | null;
  readonly reason: string | null;
  readonly at: Temporal.Instant;
}
