import type { VNode } from 'preact';
import { type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import { ReadIn, useWords } from '../../../../platform/languages/reading.tsx';
import { assetUrls, Card, renderDocument } from '../../../../ui/index.ts';
import { givingMessages } from '../../words.ts';
import { Meters } from '../open/meters.tsx';
import { plainly, wordsOf, written } from '../open/words.ts';
import type { Campaign, Progress } from '../types.ts';

interface MeterPageProps {
  readonly campaign: Campaign;
  readonly progress: Progress;
  readonly today: Temporal.PlainDate;
  readonly locale: Locale;
  /** The whole address of the campaign’s page. */
  readonly address: string;
}

/** A small document with a campaign's meters and the way to it, which other sites show within a page of theirs. */
export function meterPage(props: MeterPageProps): string {
  return renderDocument(<MeterDocument {...props} />);
}

function MeterDocument(props: MeterPageProps): VNode {
  const { campaign, locale } = props;
  const { tag, direction } = localeFacts[locale];
  return (
    <ReadIn locale={locale}>
      <html lang={tag} dir={direction} data-locale={locale} data-density="compact">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{plainly(wordsOf(campaign, locale).title, locale)}</title>
          <link rel="stylesheet" href={assetUrls().css} />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
        </head>
        <body>
          <Inside {...props} />
        </body>
      </html>
    </ReadIn>
  );
}

function Inside(props: MeterPageProps): VNode {
  const { campaign, locale, address } = props;
  return (
    <main>
      <Card title={written(wordsOf(campaign, locale).title, locale)} level={2}>
        <Meters {...props} />
        <p>
          <a href={address} target="_top">
            {useWords(givingMessages)('campaign_read')}
          </a>
        </p>
      </Card>
    </main>
  );
}
