import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Button, Notice } from '../../../../ui/index.ts';
import { spotPaths } from '../../paths.ts';
import { spotMessages } from '../../words.ts';

/** How many neighbors wait for a volunteer's answer, and the way to them. */
export function OffersWait(props: { count: number }): VNode {
  const t = useWords(spotMessages);
  return (
    <Notice tone="notice" actions={<Button href={spotPaths.offers()}>{t('see_offers')}</Button>}>
      {t('offers_wait', { count: props.count })}
    </Notice>
  );
}
