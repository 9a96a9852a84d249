import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { Button, Each, EmptyState, Link, Notice, PageHead } from '../../../../ui/index.ts';
import { AskForPhone, peoplePaths } from '../../../people/index.ts';
import type { Rest } from '../../../trust/index.ts';
import { spotPaths } from '../../paths.ts';
import type { OfferState } from '../../types.ts';
import { spotMessages } from '../../words.ts';
import { ActRefusals } from '../act-refusals.tsx';
import { type OfferCardProps, OfferCardView } from './card.tsx';

interface OffersProps {
  /** In the order in which an answer is wanted. */
  readonly cards: readonly OfferCardProps[];
  readonly isApproved: boolean;
  readonly rest: Rest | null;
  readonly asksForPhone: boolean;
}

/** Everything that waits for a volunteer's yes or no; without any, what comes next. */
export function OffersPage(props: OffersProps): VNode {
  const t = useWords(spotMessages);
  const { cards } = props;
  return (
    <>
      <PageHead
        title={t('offers_title')}
        lead={cards.length > 0 ? t('offers_lead', { count: cards.length }) : undefined}
        aside={
          <Link href={spotPaths.visits()} kind="block">
            {t('visits_title')}
          </Link>
        }
      />
      {props.rest && <Resting rest={props.rest} isAsked={cards.length > 0} />}
      {props.asksForPhone && <AskForPhone back={spotPaths.offers()} />}
      <Each of={cards.map((card) => ({ ...card, isFolded: true }))} view={OfferCardView} />
      {cards.length === 0 && !props.rest && (props.isApproved ? <NothingNow /> : <NotApprovedYet />)}
    </>
  );
}

/** Nobody new asks; whoever asked before still waits for a word. */
function Resting(props: { rest: Rest; isAsked: boolean }): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const { backOn } = props.rest;
  return (
    <Notice title={backOn ? t('resting_until', { backOn: formats.day(backOn) }) : t('resting')}>
      <p>{props.isAsked ? t('resting_answer_these') : t('resting_text')}</p>
      <p>
        <Link href={housePaths.volunteering()}>{t('see_rest')}</Link>
      </p>
    </Notice>
  );
}

function NothingNow(): VNode {
  const t = useWords(spotMessages);
  return (
    <EmptyState
      title={t('nothing_now')}
      actions={<Button href={peoplePaths.availability()}>{t('see_availability')}</Button>}
    >
      {t('nothing_now_text')}
    </EmptyState>
  );
}

function NotApprovedYet(): VNode {
  const t = useWords(spotMessages);
  return (
    <EmptyState
      title={t('not_approved_yet')}
      picture="doors"
      actions={
        <Button kind="main" href={housePaths.volunteering()}>
          {t('see_next_step')}
        </Button>
      }
    >
      {t('not_approved_yet_text')}
    </EmptyState>
  );
}

/** One request put to the reader. */
export function OfferPage(props: { card: OfferCardProps; asksForPhone: boolean; form: FormState }): VNode {
  const t = useWords(spotMessages);
  return (
    <>
      <PageHead title={t('offer_title')} back={{ href: spotPaths.offers(), label: t('offers_title') }} />
      <ActRefusals form={props.form} />
      {props.asksForPhone && <AskForPhone back={spotPaths.offer({ id: props.card.card.requestId })} />}
      <OfferCardView {...props.card} />
    </>
  );
}

/** What became of a request that no longer waits for the reader. */
export function OfferOverPage(props: { state: OfferState; form: FormState }): VNode {
  const t = useWords(spotMessages);
  const [refusal] = props.form.refusals;
  return (
    <>
      <PageHead title={t('offer_over_title')} />
      <EmptyState
        title={refusal ? refusal.words : t('offer_over', { state: props.state })}
        actions={
          <Button kind="main" href={spotPaths.offers()}>
            {t('see_others')}
          </Button>
        }
      >
        {t('offer_over_text')}
      </EmptyState>
    </>
  );
}
