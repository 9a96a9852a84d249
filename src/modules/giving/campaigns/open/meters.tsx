import type { VNode } from 'preact';
import { Meter } from '../../../../kits/plots/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { givingMessages } from '../../words.ts';
import type { Campaign, FormerGoal, Progress } from '../types.ts';
import { metersOf, standingOf } from './standing.ts';

/** How far a campaign has come: supporters where it looks for some, money, and how long it still runs. */
export function Meters(props: {
  readonly campaign: Campaign;
  readonly progress: Progress;
  readonly today: Temporal.PlainDate;
}): VNode {
  const t = useWords(givingMessages);
  const { count, yen, day } = useFormats();
  const { campaign, progress, today } = props;
  const standing = standingOf(campaign, today, day);
  return (
    <>
      <p>
        <strong>{t(standing.key, standing.params)}</strong>
      </p>
      {metersOf(campaign, progress, { say: t, count, yen }).map((meter) => (
        <Meter {...meter} />
      ))}
    </>
  );
}

/** The goals that were public before today's, each with until when. */
export function GoalBefore({ goals }: { readonly goals: readonly FormerGoal[] }): VNode {
  const t = useWords(givingMessages);
  const { count, yen, day } = useFormats();
  return (
    <>
      {goals.map(({ jpy, supporters, heldUntil }) => {
        const goal = { day: day(heldUntil), goal: yen(jpy) };
        return (
          <p class="quiet">
            {supporters === null
              ? t('campaign_goal_was', goal)
              : t('campaign_goals_were', { ...goal, supporters: count(supporters) })}
          </p>
        );
      })}
    </>
  );
}
