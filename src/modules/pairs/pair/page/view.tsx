import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Button, Columns, FormErrors, Link, Notice, PageHead } from '../../../../ui/index.ts';
import { ContactCard } from '../../contact/views.tsx';
import { ExpectationsCard } from '../../expectations/views.tsx';
import { IntroductionStep } from '../../introduction/views.tsx';
import { pairsPaths } from '../../paths.ts';
import type { ShownOther } from '../../propose/shown.ts';
import { OtherCard, OtherIsAsked, Question } from '../../propose/views.tsx';
import { pairsMessages } from '../../words.ts';
import { ReportForm, WhatWeKeepTo } from '../../worry/views.tsx';
import type { PairProps } from './shown.ts';

type Props = PairProps & { readonly other: ShownOther };

/** A pair before its half year, for one of the two: the one thing to do next, who the other is, and what is settled. */
export function PairPage(props: PairProps): VNode {
  const { other, pair, form } = props;
  const t = useWords(pairsMessages);
  const back = { href: pairsPaths.own(), label: t('pair_to_own') };
  if (!other) return <CameToNothing {...props} />;
  const isTogether = pair.state === 'introduction';
  const title = isTogether ? t('pair_title', { name: other.name.words }) : t('proposal_page');
  return (
    <>
      <PageHead title={title} back={back} />
      <FormErrors refusals={form.refusals} />
      <Columns aside={isTogether ? <OtherCard {...props} other={other} /> : <WhatWeKeepTo open />}>
        <Next {...props} other={other} />
        {isTogether ? (
          <Together {...props} other={other} />
        ) : (
          <>
            <OtherCard {...props} other={other} />
            <ReportForm {...props} />
          </>
        )}
      </Columns>
    </>
  );
}

function Next(props: Props): VNode {
  const { pair, side } = props;
  if (pair.state === 'introduction') return <IntroductionStep {...props} />;
  const isAsked = (pair.state === 'proposed') === (side === 'volunteer');
  return isAsked ? <Question {...props} /> : <OtherIsAsked {...props} />;
}

/** What two who have said yes have with each other, also while their half year runs. */
export function Together(props: Props): VNode {
  const t = useWords(pairsMessages);
  const { pair, other, coordinator } = props;
  const name = other.name.words;
  return (
    <>
      <ExpectationsCard {...props} />
      {pair.writingStoppedAt ? (
        <Notice>{t('pair_writing_stopped')}</Notice>
      ) : (
        <>
          <p>
            <Button href={pairsPaths.conversation({ id: pair.id })}>{t('pair_write', { name })}</Button>
          </p>
          <ContactCard {...props} />
        </>
      )}
      <WhatWeKeepTo open={pair.startedOn === null} />
      <ReportForm {...props} />
      <p>
        {coordinator && <>{t('pair_in_care', { name: coordinator.words })} </>}
        <Link href={pairsPaths.ownConversation()}>{t('write_to_coordinators')}</Link>
      </p>
    </>
  );
}

/** The same for both, and whoever of them, or of the coordinators, it was. */
function CameToNothing(props: PairProps): VNode {
  const t = useWords(pairsMessages);
  return (
    <>
      <PageHead title={t('pair_over_title')} lead={t('pair_over_text')} />
      <FormErrors refusals={props.form.refusals} />
      <p>
        <Button href={pairsPaths.own()}>{t('pair_to_own')}</Button>
      </p>
      <ReportForm {...props} />
    </>
  );
}
