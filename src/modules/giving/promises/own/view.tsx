import type { VNode } from 'preact';
import { ActForm, Decision, Press } from '../../../../kits/acts/index.ts';
import { NextStep } from '../../../../kits/scenes/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  FormErrors,
  Link,
  Notice,
  PageHead,
  Radios,
  SummaryList,
  TextField,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingMessages } from '../../words.ts';
import { PromiseChip } from '../chip.tsx';
import { PromiseHistory } from '../history.tsx';
import { LEAST_MONTHLY, MOST_MONTHLY, PAUSES } from '../limits.ts';
import { mayRepair, type Undo } from '../rules.ts';
import type { MonthlyPromise, PromiseStep } from '../types.ts';
import { ownForms } from './forms.ts';

interface PromiseProps {
  readonly promise: MonthlyPromise;
  /** The sealed link by which it was opened. */
  readonly link: string;
  readonly steps: readonly PromiseStep[];
  readonly undo: Undo | null;
  readonly form: FormState;
  readonly now: Temporal.Instant;
}

/** One monthly gift: how it stands, and all that can be done about it at once. */
export function PromisePage(props: PromiseProps): VNode {
  const t = useWords(givingMessages);
  const { promise, form, steps } = props;
  return (
    <>
      <PageHead title={t('promise_title')} aside={<PromiseChip state={promise.state} />} />
      <FormErrors refusals={form.refusals} />
      <Standing promise={promise} />
      <UndoNotice {...props} />
      {mayRepair(promise) && (
        <NextStep title={t('promise_repair_title')}>
          <p>{t('promise_repair_text')}</p>
          <Actions>
            <Button kind="main" href={givingPaths.promiseCard({ token: props.link })}>
              {t('promise_repair')}
            </Button>
          </Actions>
        </NextStep>
      )}
      <Acts {...props} />
      {promise.overAt && !mayRepair(promise) && (
        <Actions>
          <Button href={givingPaths.give()}>{t('promise_anew')}</Button>
        </Actions>
      )}
      <PromiseHistory title={t('promise_history')} steps={steps} words={givingMessages} />
    </>
  );
}

function Standing({ promise }: Pick<PromiseProps, 'promise'>): VNode {
  const t = useWords(givingMessages);
  const { yen, day } = useFormats();
  const { state, amount, beganAt, pausedUntil } = promise;
  const until = pausedUntil ? { day: day(pausedUntil) } : undefined;
  return (
    <>
      <p class="lead">{t(`promise_stands_${state}`, { amount: yen(amount), ...until })}</p>
      <SummaryList
        rows={[
          { label: t('promise_amount'), value: t('promise_a_month', { amount: yen(amount) }) },
          ...(beganAt ? [{ label: t('promise_since'), value: day(beganAt) }] : []),
        ]}
      />
    </>
  );
}

/** What was pressed last can be taken back. */
function UndoNotice(props: PromiseProps): VNode | null {
  const t = useWords(givingMessages);
  const { yen } = useFormats();
  const { undo } = props;
  // A pause ends by the button that stands there anyway.
  if (undo?.act !== 'change') return null;
  return (
    <Notice tone="info" title={t('promise_undo_title')}>
      <ActForm table={ownForms} act="undoing" of={shownOf(props)} button={t('promise_undo')}>
        <p>{t('promise_undo_text', { amount: yen(undo.amount) })}</p>
      </ActForm>
    </Notice>
  );
}

function Acts(props: PromiseProps): VNode {
  const t = useWords(givingMessages);
  const of = shownOf(props);
  return (
    <section class="stack">
      <Press table={ownForms} act="resumption" of={of} kind="main">
        {t('promise_resume')}
      </Press>
      <Decision
        table={ownForms}
        act="amount"
        of={of}
        summary={t('promise_change_title')}
        button={t('promise_change')}
      >
        <TextField
          {...props.form.field('amount')}
          label={t('promise_new_amount')}
          hint={t('promise_new_amount_hint', { least: LEAST_MONTHLY, most: MOST_MONTHLY })}
          inputmode="numeric"
          width="short"
          autocomplete="off"
        />
      </Decision>
      <Decision
        table={ownForms}
        act="pause"
        of={of}
        summary={t('promise_pause_title')}
        button={t('promise_pause')}
      >
        <Radios
          {...props.form.field('months')}
          label={t('promise_pause_for')}
          inline
          choices={PAUSES.map((value) => ({ value, label: t('promise_months', { months: Number(value) }) }))}
        />
      </Decision>
      <Press table={ownForms} act="cancellation" of={of} kind="danger" confirm={t('promise_stop_confirm')}>
        {t('promise_stop')}
      </Press>
    </section>
  );
}

const shownOf = ({ promise, link, form, now }: PromiseProps) => ({
  id: link,
  state: promise.state,
  version: promise.version,
  form,
  now,
});

/** The mail was too old. */
export function LinkIsOver(): VNode {
  const t = useWords(givingMessages);
  return (
    <>
      <PageHead title={t('promise_link_is_over')} />
      <Notice tone="notice">{t('promise_link_is_over_text')}</Notice>
      <p>
        <Link href={givingPaths.mine()} kind="block">
          {t('mine_title')}
        </Link>
      </p>
    </>
  );
}
