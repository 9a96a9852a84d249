import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Button,
  Card,
  DataTable,
  Hero,
  LineScene,
  Link,
  PictureCards,
  TranslationNote,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import type { Spent } from '../../uses/store.ts';
import { UsesTable } from '../../uses/table.tsx';
import { givingMessages } from '../../words.ts';
import type { Campaign, Progress } from '../types.ts';
import { Meters } from './meters.tsx';
import { GiveButton } from './page.tsx';
import { wordsOf, written } from './words.ts';

interface GivingProps {
  /** Which runs, or is the next to begin. */
  readonly foremost: { readonly campaign: Campaign; readonly progress: Progress } | null;
  /** Which are over, with what came in. */
  readonly past: readonly { readonly campaign: Campaign; readonly progress: Progress }[];
  readonly today: Temporal.PlainDate;
  /** In the last fiscal years whose books are closed; nothing before the first. */
  readonly spent: readonly Spent[];
}

/** What giving is for, with the campaign that runs. */
export function GivingPage({ foremost, past, today, spent }: GivingProps): VNode {
  const t = useWords(givingMessages);
  return (
    <>
      <Hero
        title={t('giving_title')}
        lead={t('giving_lead')}
        actions={<GiveButton campaign={foremost?.campaign} />}
        scene="giving"
      />
      {foremost && <Foremost {...foremost} today={today} />}
      <WhatFor />
      {spent.length > 0 && <WhatItWasUsedFor spent={spent} />}
      {past.length > 0 && <Past past={past} />}
      <TranslationNote />
    </>
  );
}

/** The campaign to look at first, with how far it has come and the way to it. */
export function Foremost(props: {
  campaign: Campaign;
  progress: Progress;
  today: Temporal.PlainDate;
}): VNode {
  const t = useWords(givingMessages);
  const locale = useLocale();
  const { title, lead } = wordsOf(props.campaign, locale);
  return (
    <Card
      title={written(title, locale)}
      level={2}
      accent
      actions={
        <Button href={givingPaths.campaign({ slug: props.campaign.slug })}>{t('campaign_read')}</Button>
      }
    >
      <p>{written(lead, locale)}</p>
      <Meters {...props} />
    </Card>
  );
}

const USES = [
  ['pairs', 'table'],
  ['spot', 'counter'],
  ['classes', 'karuta'],
  ['consultations', 'expert'],
] as const;

function WhatFor(): VNode {
  const t = useWords(givingMessages);
  return (
    <section data-width="full">
      <h2>{t('giving_what_for')}</h2>
      <PictureCards
        items={USES.map(([use, scene]) => ({
          picture: <LineScene name={scene} />,
          title: t(`giving_for_${use}`),
          text: t(`giving_for_${use}_text`),
        }))}
      />
      <p>{t('giving_books')}</p>
    </section>
  );
}

function WhatItWasUsedFor({ spent }: Pick<GivingProps, 'spent'>): VNode {
  return (
    <section>
      <UsesTable spent={spent} />
      <p>{useWords(givingMessages)('uses_lead')}</p>
    </section>
  );
}

function Past({ past }: Pick<GivingProps, 'past'>): VNode {
  const t = useWords(givingMessages);
  const { day, yen } = useFormats();
  const locale = useLocale();
  return (
    <DataTable
      caption={t('giving_past')}
      rows={past}
      rowKey={({ campaign }) => `campaign-${campaign.slug}`}
      columns={[
        {
          key: 'title',
          head: t('campaign'),
          rowHead: true,
          cell: ({ campaign }) => (
            <Link href={givingPaths.campaign({ slug: campaign.slug })}>
              {written(wordsOf(campaign, locale).title, locale)}
            </Link>
          ),
        },
        {
          key: 'ended',
          head: t('campaign_last_day'),
          needsHead: true,
          cell: ({ campaign }) => day(campaign.endsOn),
        },
        {
          key: 'given',
          head: t('campaign_came_in'),
          needsHead: true,
          numeric: true,
          cell: ({ campaign, progress }) =>
            t('campaign_money_of', { now: yen(progress.jpy), goal: yen(campaign.goal.jpy) }),
        },
      ]}
    />
  );
}
