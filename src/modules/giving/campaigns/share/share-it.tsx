import type { VNode } from 'preact';
import { hrefIn, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Button, Disclosure } from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingMessages } from '../../words.ts';
import type { ShownCampaign } from '../open/shown.ts';
import { plainly, wordsOf } from '../open/words.ts';

/** How others are told: a sheet for a wall, and a meter for other sites. */
export function ShareIt({ campaign, origin }: Pick<ShownCampaign, 'campaign' | 'origin'>): VNode {
  const t = useWords(givingMessages);
  const locale = useLocale();
  const { slug } = campaign;
  const title = plainly(wordsOf(campaign, locale).title, locale).replaceAll('"', '&quot;');
  const source = origin + hrefIn(locale, givingPaths.campaignMeter({ slug }));
  return (
    <section>
      <h2>{t('campaign_share')}</h2>
      <p>{t('campaign_share_text')}</p>
      <p>
        <Button href={givingPaths.campaignPoster({ slug })}>{t('campaign_poster')}</Button>
      </p>
      <Disclosure summary={t('campaign_embed')}>
        <p>{t('campaign_embed_text')}</p>
        <p>
          <code>{`<iframe src="${source}" title="${title}" width="360" height="320"></iframe>`}</code>
        </p>
      </Disclosure>
    </section>
  );
}
