import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Button, Card, Columns, Hero, Link, Prose, Timeline, TranslationNote } from '../../../../ui/index.ts';
import { MeasuredCosts, sayWorth } from '../../deeds/measured.tsx';
import { givingPaths } from '../../paths.ts';
import { givingMessages } from '../../words.ts';
import { phaseOf } from '../rules.ts';
import { ShareIt } from '../share/share-it.tsx';
import type { Campaign } from '../types.ts';
import { WallOfThanks } from '../wall/views.tsx';
import { GoalBefore, Meters } from './meters.tsx';
import type { ShownCampaign } from './shown.ts';
import { paragraphsOf, wordsOf, written } from './words.ts';

/** A campaign as everybody sees it: what it is for, how far it has come, what each amount does. */
export function CampaignPage(props: ShownCampaign): VNode {
  const t = useWords(givingMessages);
  const locale = useLocale();
  const { campaign, today, updates } = props;
  const { title, lead, story, uses } = wordsOf(campaign, locale);
  const isOver = phaseOf(campaign, today) === 'after';
  return (
    <>
      <Hero
        title={written(title, locale)}
        lead={written(lead, locale)}
        actions={<GiveButton campaign={isOver ? undefined : campaign} />}
        scene="giving"
      />
      <Columns first aside={<HowFar {...props} />}>
        {isOver ? <p>{t('campaign_is_over')}</p> : <Tiers {...props} />}
        <Prose>
          <h2>{t('campaign_story')}</h2>
          {paragraphsOf(story).map((paragraph) => (
            <p>{written(paragraph, locale)}</p>
          ))}
          <h2>{t('campaign_uses')}</h2>
          <ul>
            {uses.map((use) => (
              <li>{written(use, locale)}</li>
            ))}
          </ul>
        </Prose>
        {updates.length > 0 && <Updates updates={updates} />}
      </Columns>
      <WallOfThanks {...props} />
      <ShareIt {...props} />
      {campaign.machineMade.includes(locale) ? (
        <p class="quiet">{t('campaign_is_machine_made')}</p>
      ) : (
        <TranslationNote />
      )}
      <p>
        <Link href={givingPaths.giving()}>{t('campaign_all')}</Link>
      </p>
    </>
  );
}

function HowFar(props: ShownCampaign): VNode {
  const t = useWords(givingMessages);
  return (
    <Card title={t('campaign_how_far')} level={2} accent>
      <Meters {...props} />
      <GoalBefore goals={props.formerGoals} />
      <p class="quiet">{t('campaign_counted')}</p>
    </Card>
  );
}

/** The way to give: for a campaign, or for what it is needed for most. */
export function GiveButton({ campaign }: { readonly campaign?: Campaign | undefined }): VNode {
  return (
    <Button kind="main" href={giveFor(campaign)}>
      {useWords(givingMessages)('give')}
    </Button>
  );
}

/** Where a gift begins. @param campaign for which it counts */
export function giveFor(campaign: Pick<Campaign, 'slug'> | undefined, amount?: number): string {
  const query = new URLSearchParams();
  if (campaign) query.set('campaign', campaign.slug);
  if (amount !== undefined) query.set('amount', `${amount}`);
  return query.size > 0 ? `${givingPaths.give()}?${query}` : givingPaths.give();
}

function Tiers({ campaign, measured }: ShownCampaign): VNode {
  const t = useWords(givingMessages);
  const { yen } = useFormats();
  const locale = useLocale();
  const sentences = wordsOf(campaign, locale).tiers;
  return (
    <section>
      <h2>{t('campaign_tiers')}</h2>
      <ul class="picture-cards">
        {campaign.tiers.map((amount, at) => (
          <li>
            <h3>{yen(amount)}</h3>
            <p>{written(sentences[at] ?? '', locale)}</p>
            {sayWorth(amount, measured, locale).map((words) => (
              <p class="quiet">{words}</p>
            ))}
            <p>
              <Button href={giveFor(campaign, amount)}>
                {t('campaign_give_amount', { amount: yen(amount) })}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <p>{t('campaign_any_amount')}</p>
      <MeasuredCosts measured={measured} />
    </section>
  );
}

function Updates({ updates }: Pick<ShownCampaign, 'updates'>): VNode {
  const t = useWords(givingMessages);
  const locale = useLocale();
  const { day } = useFormats();
  return (
    <section>
      <h2>{t('campaign_updates')}</h2>
      <Timeline
        items={updates.map(({ happenedOn, texts }) => ({
          title: written(texts[locale], locale),
          when: day(happenedOn),
          at: happenedOn.toString(),
        }))}
      />
    </section>
  );
}
