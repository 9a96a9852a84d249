import type { Params } from '../../../../platform/languages/messages.tsx';
import { daysLeft, phaseOf } from '../rules.ts';
import type { Campaign, Progress } from '../types.ts';

/**
 * When it begins, how many days are left, or when it ended: which sentence, and what stands in it.
 * @param day how a day is written where it is said
 */
export function standingOf(
  campaign: Campaign,
  today: Temporal.PlainDate,
  day: (day: Temporal.PlainDate) => Params[string],
): { readonly key: 'campaign_begins' | 'campaign_ended' | 'campaign_days_left'; readonly params: Params } {
  const { beginsOn, endsOn } = campaign;
  const phase = phaseOf(campaign, today);
  if (phase === 'before') return { key: 'campaign_begins', params: { day: day(beginsOn) } };
  if (phase === 'after') return { key: 'campaign_ended', params: { day: day(endsOn) } };
  return { key: 'campaign_days_left', params: { count: daysLeft(campaign, today), day: day(endsOn) } };
}

type MeterKey = `campaign_${'supporters' | 'money'}` | `campaign_${'supporters' | 'money'}_of`;

/** What its meters show: supporters where it looks for some, and money. @param say as words of a page, or plain */
export function metersOf<Said>(
  { goal }: Pick<Campaign, 'goal'>,
  progress: Progress,
  {
    say,
    count,
    yen,
  }: {
    readonly say: (key: MeterKey, params?: Params) => Said;
    readonly count: (count: number) => string;
    readonly yen: (yen: number) => string;
  },
) {
  const money = {
    label: say('campaign_money'),
    figures: say('campaign_money_of', { now: yen(progress.jpy), goal: yen(goal.jpy) }),
    ...{ value: progress.jpy, max: goal.jpy },
  };
  if (goal.supporters === null) return [money];
  const figures = { now: count(progress.supporters), goal: count(goal.supporters) };
  const supporters = {
    label: say('campaign_supporters'),
    figures: say('campaign_supporters_of', figures),
    ...{ value: progress.supporters, max: goal.supporters },
  };
  return [supporters, money];
}
