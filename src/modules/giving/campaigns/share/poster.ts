import type { Paper } from '../../../../kits/papers/index.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import { hrefIn } from '../../../../platform/languages/reading.tsx';
import { givingPaths } from '../../paths.ts';
import { givingMessages } from '../../words.ts';
import { plainly, wordsOf } from '../open/words.ts';
import type { Campaign } from '../types.ts';

/** A sheet for a wall: what the campaign is, until when, what amounts do, and a code that leads to its page. */
export function posterOf(
  campaign: Campaign,
  about: { readonly locale: Locale; readonly origin: string; readonly organization: string },
): Paper {
  const { locale, origin, organization } = about;
  const t = givingMessages.in(locale);
  const { yen, plain } = formatsIn(locale);
  const { title, lead, tiers } = wordsOf(campaign, locale);
  const { goal, slug, beginsOn, endsOn } = campaign;
  const address = origin + hrefIn(locale, givingPaths.campaign({ slug }));
  const period = t.plain('campaign_from_to', { from: plain.day(beginsOn), until: plain.day(endsOn) });
  return {
    title: plainly(title, locale),
    language: localeFacts[locale].tag,
    isPoster: true,
    parts: [
      { text: plainly(lead, locale) },
      {
        facts: [
          [t.plain('campaign_period'), period],
          [t.plain('campaign_goal'), sayGoal()],
        ],
      },
      ...(campaign.tiers.length > 0
        ? [
            { heading: t.plain('campaign_tiers') },
            {
              facts: campaign.tiers.map(
                (amount, at) => [yen(amount), plainly(tiers[at] ?? '', locale)] as const,
              ),
            },
          ]
        : []),
      { qr: address, beside: `${t.plain('campaign_scan')}\n\n${address}` },
    ],
    foot: organization,
  };

  function sayGoal(): string {
    if (goal.supporters === null) return yen(goal.jpy);
    const supporters = t.plain('campaign_goal_supporters', { count: goal.supporters });
    return formatsIn(locale).list([supporters, yen(goal.jpy)]);
  }
}
