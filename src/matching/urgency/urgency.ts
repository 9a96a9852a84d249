import type { Reason, Waiting } from '../people/party.ts';

/** Days by which each step of need, and each proposal that fell through, puts a resident ahead. */
export interface UrgencyWeights {
  version: string;
  daysForNeed: number;
  daysForFallenThrough: number;
}

export const urgencyWeights202611: UrgencyWeights = {
  version: '2026-11',
  daysForNeed: 14,
  daysForFallenThrough: 7,
};

/** Urgency in days of waiting (an integer from 0 up) and the parts it is the sum of. */
export interface Urgency {
  days: number;
  reasons: readonly Reason[];
}

/**
 * Says how urgent a waiting resident is on the day `today_on`: the days waited, plus a fixed head start for
 * need and for proposals that fell through, all in days. It grows by one every day, for everybody and for
 * ever, so it has no ceiling and no cliff; and because nothing but waiting grows, whoever waits can only be
 * overtaken by somebody who came at most a head start later (the bounded-overtaking fairness of queues). A
 * start after today counts as no wait; a date that is none throws.
 */
export function urgencyOf(waiting: Waiting, today_on: string, weights: UrgencyWeights): Urgency {
  const waited = Math.max(0, daysBetween(waiting.since_on, today_on) - waiting.pausedDays);
  const need = weights.daysForNeed * waiting.need;
  const fallen = weights.daysForFallenThrough * waiting.fallenThrough;
  const reasons: Reason[] = [{ code: 'has_waited', params: { days: waited } }];
  if (need > 0) reasons.push({ code: 'need_counts_as_days', params: { need: waiting.need, days: need } });
  if (fallen > 0)
    reasons.push({
      code: 'fallen_through_counts_as_days',
      params: { times: waiting.fallenThrough, days: fallen },
    });
  return { days: waited + need + fallen, reasons };
}

function daysBetween(from_on: string, to_on: string): number {
  return Temporal.PlainDate.from(from_on).until(Temporal.PlainDate.from(to_on), { largestUnit: 'days' }).days;
}
