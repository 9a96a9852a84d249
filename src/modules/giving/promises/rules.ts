import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { LEAST_MONTHLY, MOST_MONTHLY } from './limits.ts';
import type { MonthlyPromise, PromiseStep } from './types.ts';

/** How long an undo is offered. */
const UNDO_DAYS = 14;

/** The day on which a pause of so many months ends: the same day of its month, or its last one. */
export function pausedUntil(today: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return today.add({ months });
}

/** Whether so much may be given every month instead: another whole sum within the limits. */
export function mayChange({ amount }: Pick<MonthlyPromise, 'amount'>, to: number): Outcome<null> {
  if (!Number.isInteger(to) || to < LEAST_MONTHLY || to > MOST_MONTHLY)
    return refuse('promise_amount_is_out_of_range', { least: LEAST_MONTHLY, most: MOST_MONTHLY }, 'amount');
  return to === amount ? refuse('promise_amount_is_the_same', {}, 'amount') : accept(null);
}

/** What a giver can take back with one press: what they changed last, where nothing has happened since. */
export type Undo = { readonly act: 'change'; readonly amount: number } | { readonly act: 'resume' };

/**
 * A stop is not among it: it is for good at the provider, and what begins again is said yes to again.
 * @param last what was done last of all
 */
export function undoOf(
  { state }: Pick<MonthlyPromise, 'state'>,
  last: Pick<PromiseStep, 'act' | 'party' | 'amounts' | 'at'> | undefined,
  now: Temporal.Instant,
): Undo | null {
  if (last?.party !== 'donor' || now.since(last.at).total('hours') > UNDO_DAYS * 24) return null;
  if (last.act === 'change' && last.amounts) return { act: 'change', amount: last.amounts.before };
  return last.act === 'pause' && state === 'paused' ? { act: 'resume' } : null;
}

/** Whether another card can be put in the place of the one that failed: the provider still holds what charges it. */
export function mayRepair({
  state,
  subscription,
  subscriptionOverAt,
}: Pick<MonthlyPromise, 'state' | 'subscription' | 'subscriptionOverAt'>): boolean {
  return (state === 'card_failed' || state === 'lapsed') && subscription !== null && !subscriptionOverAt;
}

/** Whether so many months of giving are thanked for by a mail of its own; the first is by the one that says it began. */
export function isMilestone(months: number): boolean {
  return months > 0 && months % 12 === 0;
}

/** The calendar year that is summed up: in January the one before. @returns null in other months */
export function yearToSumUp(today: Temporal.PlainDate): number | null {
  return today.month === 1 ? today.year - 1 : null;
}
