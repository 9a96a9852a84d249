import type { ComponentChildren, VNode } from 'preact';
import { Press, type Shown } from '../../../kits/acts/index.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Button, Card, OwnWords } from '../../../ui/index.ts';
import type { pairLife } from '../pair/life.ts';
import { pairsPaths } from '../paths.ts';
import type { Ending, Pair } from '../types.ts';
import { pairsMessages } from '../words.ts';
import { endingForms } from './forms.ts';
import { deliveredAt } from './rules/delivery.ts';

type ShownPair = Shown<typeof pairLife.acts>;

/** What one of the two sees of the end: their own part, and of the other's what is theirs by now. */
export interface Over {
  readonly isClosed: boolean;
  /** As they wrote it themselves. */
  readonly ownPage: string | null;
  /** What the other wrote to them; null before it is brought. */
  readonly theirPage: string | null;
  /** Both wish to stay in touch: that only one does is told to nobody. */
  readonly stayInTouch: boolean;
  /** Of a whole half-year: made, or to be made. */
  readonly certificate: 'made' | 'possible' | null;
}

/** A pair that is over, for one of the two. */
export function OverView(props: {
  pair: Pair;
  over: Over;
  other: Words;
  of: ShownPair;
  /** How they reach each other, where both wish to stay in touch. */
  children?: ComponentChildren;
}): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const { pair, over, other } = props;
  return (
    <>
      {!over.isClosed && <ClosingCard pairId={pair.id} name={other} ending={pair.ending ?? 'told'} />}
      {over.theirPage && (
        <Card title={t('last_page_from', { name: other })} level={2} accent>
          <OwnWords as="blockquote">{over.theirPage}</OwnWords>
        </Card>
      )}
      {props.children}
      {over.ownPage && (
        <Card title={t('last_page_to', { name: other })} level={2}>
          <OwnWords as="blockquote">{over.ownPage}</OwnWords>
          {pair.overAt && !over.theirPage && (
            <p class="quiet">{t('last_page_when', { day: formats.day(deliveredAt(pair.overAt)) })}</p>
          )}
        </Card>
      )}
      {over.certificate && <CertificateCard of={props.of} is={over.certificate} />}
    </>
  );
}

/** How was it? What has ended early is nobody's fault, and whoever was left is first in line. */
export function ClosingCard(props: { pairId: string; name: Words; ending: Ending }): VNode {
  const t = useWords(pairsMessages);
  const isPlanned = props.ending === 'planned';
  return (
    <Card
      title={t('closing_title')}
      level={2}
      accent
      actions={
        <Button kind="main" href={pairsPaths.closing({ id: props.pairId })}>
          {t('closing_go')}
        </Button>
      }
    >
      <p>{t(isPlanned ? 'closing_card' : 'closing_card_early', { name: props.name })}</p>
    </Card>
  );
}

/** The paper of a whole half-year, in Japanese and English. */
function CertificateCard(props: { of: ShownPair; is: 'made' | 'possible' }): VNode {
  const t = useWords(pairsMessages);
  return (
    <Card title={t('certificate_title')} level={2} id="certificate">
      <p>{t('certificate_card')}</p>
      {props.is === 'made' ? (
        <p>
          <Button href={pairsPaths.certificate({ id: props.of.id })}>{t('certificate_open')}</Button>
        </p>
      ) : (
        <Press table={endingForms} of={props.of} act="certificates">
          {t('certificate_make')}
        </Press>
      )}
    </Card>
  );
}
