import type { ComponentChildren, VNode } from 'preact';
import { Press, type Shown } from '../../../kits/acts/index.ts';
import { NextStep } from '../../../kits/scenes/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Card, Columns, Disclosure, FormErrors, PageHead } from '../../../ui/index.ts';
import { endingForms } from '../closing/forms.ts';
import { OverView } from '../closing/view.tsx';
import type { pairLife } from '../pair/life.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { ActivityCard } from './activity/activity-view.tsx';
import { CheckInCard } from './ahead.tsx';
import type { Months } from './find-months.ts';
import { monthsForms } from './forms.ts';
import { LonelinessCard } from './loneliness/views.tsx';
import { MonthsPath } from './path-view.tsx';

type Props = Months & {
  readonly form: FormState;
  /** How the two reach each other once it is over. */
  readonly inTouch?: ComponentChildren;
};

/** The six months of a running pair, for one of the two: what comes next, what came, what they could do. */
export function MonthsView(props: Props): VNode {
  const { pair, happened, today, form, now, other, isAsked, over, isAskedLoneliness } = props;
  const of: Shown<typeof pairLife.acts> = {
    id: pair.id,
    state: pair.state,
    version: pair.version,
    form,
    now,
  };
  return (
    <>
      <FormErrors refusals={form.refusals} />
      {pair.state === 'paused' && <Resting of={of} />}
      {pair.state === 'active' && isAsked && <CheckInCard pairId={pair.id} name={other.words} />}
      {over ? (
        <OverView pair={pair} over={over} other={other.words} of={of}>
          {props.inTouch}
        </OverView>
      ) : (
        <ActivityCard of={of} happened={happened} today={today} />
      )}
      {isAskedLoneliness && <LonelinessCard href={pairsPaths.loneliness({ id: pair.id })} />}
      <MonthsPath pair={pair} happened={happened} today={today} />
      {pair.state === 'active' && <Ideas {...props} />}
      {!over && <Changing of={of} />}
    </>
  );
}

/** The page of one's own running pair. @param props.below what the two have with each other beside it */
export function MonthsPage(props: Props & { readonly below?: ComponentChildren }): VNode {
  const t = useWords(pairsMessages);
  const formats = useFormats();
  const { pair, other } = props;
  const lastDay = formats.day(pair.endsOn.subtract({ days: 1 }));
  return (
    <>
      <PageHead
        title={t('months_title', { name: other.words })}
        lead={pair.state === 'active' ? t('months_lead', { day: lastDay }) : undefined}
      />
      {props.below ? (
        <Columns aside={props.below}>
          <MonthsView {...props} />
        </Columns>
      ) : (
        <MonthsView {...props} />
      )}
    </>
  );
}

function Resting({ of }: { of: Shown<typeof pairLife.acts> }): VNode {
  const t = useWords(pairsMessages);
  return (
    <NextStep
      title={t('resting_title')}
      text={t('resting_text')}
      actions={
        <Press table={monthsForms} of={of} act="resumptions" kind="main">
          {t('resting_go_on')}
        </Press>
      }
    />
  );
}

function Ideas({ ideas }: Pick<Months, 'ideas'>): VNode {
  const t = useWords(pairsMessages);
  return (
    <Card title={t('ideas_title')} level={2}>
      <ul>
        {ideas.map((idea) => (
          <li>{t(idea)}</li>
        ))}
      </ul>
    </Card>
  );
}

/** What may change, behind a line: it is there for whoever needs it, and proposes itself to nobody. */
function Changing({ of }: { of: Shown<typeof pairLife.acts> }): VNode {
  const t = useWords(pairsMessages);
  return (
    <Disclosure summary={t('changing_title')} id="changing">
      <p>{t('changing_times')}</p>
      <Press table={monthsForms} of={of} act="pauses" confirm={t('pause_confirm')}>
        {t('pause_pair')}
      </Press>
      <Press table={endingForms} of={of} act="endings" kind="danger" confirm={t('end_confirm')}>
        {t('end_pair')}
      </Press>
    </Disclosure>
  );
}
