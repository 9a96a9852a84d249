import type { VNode } from 'preact';
import { Decision } from '../../../../kits/acts/index.ts';
import { FactList, type Facts } from '../../../../kits/scenes/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { FormErrors, Link, Notice, PageHead, PersonName, TextArea } from '../../../../ui/index.ts';
import type { Donor } from '../../donors/store.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { PromiseChip } from '../chip.tsx';
import { PromiseHistory } from '../history.tsx';
import { promiseForms } from '../life.ts';
import type { MonthlyPromise, PromiseStep } from '../types.ts';

interface BooksPromiseProps {
  readonly promise: MonthlyPromise;
  readonly donor: Donor;
  readonly steps: readonly PromiseStep[];
  /** In how many months something has come in. */
  readonly months: number;
  readonly form: FormState;
}

/** One monthly gift for the treasurer. */
export function BooksPromisePage(props: BooksPromiseProps): VNode {
  const t = useWords(givingStaffMessages);
  const { promise, donor, steps, form } = props;
  const state = promise.state === 'announced' ? null : promise.state;
  return (
    <>
      <PageHead
        title={t('promise_of', { name: <PersonName>{donor.name}</PersonName> })}
        back={{ href: givingPaths.booksPromises(), label: t('promises_title') }}
        aside={<PromiseChip state={promise.state} />}
      />
      <FormErrors refusals={form.refusals} />
      {promise.untoldSince && <Notice tone="notice">{t('promise_is_untold')}</Notice>}
      <FactList facts={promiseFacts} reader="staff" of={props} />
      <Decision
        table={promiseForms}
        act="cancellation"
        of={{ id: promise.id, state, version: promise.version, form }}
        kind="danger"
        summary={t('promise_stop_title')}
        text={t('promise_stop_text')}
        button={t('promise_stop_go')}
      >
        <TextArea
          {...form.field('reason')}
          label={t('promise_reason')}
          hint={t('promise_reason_hint')}
          rows={3}
          maxLength={500}
        />
      </Decision>
      <PromiseHistory title={t('promise_history')} steps={steps} words={givingStaffMessages} />
    </>
  );
}

const promiseFacts: Facts<BooksPromiseProps, { staff: Parameters<typeof givingStaffMessages.label>[0] }> = {
  words: { staff: givingStaffMessages },
  facts: [
    {
      label: { staff: 'promise_donor' },
      value: ({ donor }) => (
        <Link href={givingPaths.donor(donor)}>
          <PersonName>{donor.name}</PersonName>
        </Link>
      ),
    },
    { label: { staff: 'promise_amount' }, value: ({ promise }, { formats }) => formats.yen(promise.amount) },
    {
      label: { staff: 'fund' },
      value: ({ promise }, { locale }) => givingStaffMessages.in(locale)(`fund_${promise.fund}`),
    },
    {
      label: { staff: 'promise_began_at' },
      value: ({ promise: { beganAt } }, { formats }) => beganAt && formats.day(beganAt),
    },
    {
      label: { staff: 'promise_paused_until' },
      value: ({ promise: { pausedUntil } }, { formats }) => pausedUntil && formats.day(pausedUntil),
    },
    { label: { staff: 'promise_came_in' }, value: ({ months }, { formats }) => formats.count(months) },
    { label: { staff: 'promise_mail' }, value: ({ donor }) => donor.email },
    { label: { staff: 'promise_subscription' }, value: ({ promise }) => promise.subscription },
  ],
};
