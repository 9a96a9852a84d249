import type { VNode } from 'preact';
import { defineForm, FilledIn, line } from '../../../../kits/forms/index.ts';
import { Meter } from '../../../../kits/plots/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { wholeNumber } from '../../../../platform/web/form-fields.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { ActionForm, DataTable, Heading, PageHead } from '../../../../ui/index.ts';
import { dayInJapan } from '../../../people/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { listRuns, type Run } from '../store/runs.ts';
import { beginYearly, stopYearly } from './run.ts';

const access = ['treasurer'] as const;
const SHOWN = 10;
const yearForm = defineForm(givingStaffMessages, [
  line('year', wholeNumber(2000, 2998), {
    label: 'receipt_year',
    hint: 'receipt_year_hint',
    inputmode: 'numeric',
    width: 'short',
  }),
]);

/** The receipts of a calendar year in one run: begun, watched, stopped, begun again for those left over. */
export const yearlyRoutes: readonly Route[] = [
  get({
    path: givingPaths.receiptsYearly,
    access,
    audit: 'giving.receipts.yearly_viewed',
    async handle(call) {
      await call.audit({});
      return show(call, yearForm.begin({ year: dayInJapan(call.now).year - 1 }));
    },
  }),
  post({
    path: givingPaths.receiptsYearly,
    access,
    audit: 'giving.receipts.yearly_begun',
    form: yearForm.schema,
    async handle({ db, fields, actor, now, audit }) {
      const by = actor.personId ?? '';
      const begun = await beginYearly(db, { calendarYear: fields.year, by, now });
      if (!begun.ok) return refusedBy(begun.refusal);
      await audit({ detail: { year: fields.year } });
      return redirect(givingPaths.receiptsYearly());
    },
    again: show,
  }),
  post({
    path: givingPaths.receiptsYearlyStop,
    access,
    audit: 'giving.receipts.yearly_stopped',
    async handle({ db, now, locale, audit }) {
      const stopped = await stopYearly(db, now);
      if (!stopped.ok) return refusedBy(stopped.refusal);
      await audit({ detail: { year: stopped.value.calendarYear } });
      const text = givingStaffMessages.in(locale).noted('receipt_run_is_stopped');
      return redirect(givingPaths.receiptsYearly(), { tone: 'done', text });
    },
  }),
];

async function show(
  { db, locale }: Pick<Call<unknown, unknown, Database>, 'db' | 'locale'>,
  form: FormState,
): Promise<Reply> {
  const runs = await listRuns(db, SHOWN);
  const title = givingStaffMessages.in(locale).plain('receipts_yearly_title');
  return page(title, <YearlyPage runs={runs} form={form} />);
}

function YearlyPage({ runs, form }: { readonly runs: readonly Run[]; readonly form: FormState }): VNode {
  const t = useWords(givingStaffMessages);
  const running = runs.find(({ state }) => state === 'running');
  return (
    <>
      <PageHead
        title={t('receipts_yearly_title')}
        lead={t('receipts_yearly_lead')}
        back={{ href: givingPaths.receipts(), label: t('receipts_title') }}
      />
      {running ? (
        <Running run={running} />
      ) : (
        <FilledIn
          of={yearForm}
          form={form}
          action={givingPaths.receiptsYearly()}
          button={t('receipt_run_begin')}
        />
      )}
      {runs.length > 0 && <Runs runs={runs} />}
    </>
  );
}

function Running({ run }: { readonly run: Run }): VNode {
  const t = useWords(givingStaffMessages);
  const { count } = useFormats();
  const done = run.issued + run.leftOver;
  return (
    <>
      <Meter
        label={t('receipt_run_of', { year: String(run.calendarYear) })}
        value={done}
        max={run.donors}
        figures={t('receipt_run_progress', { done: count(done), donors: count(run.donors) })}
      />
      <ActionForm action={givingPaths.receiptsYearlyStop()} confirm={t('receipt_run_stop_what')}>
        {t('receipt_run_stop')}
      </ActionForm>
    </>
  );
}

function Runs({ runs }: { readonly runs: readonly Run[] }): VNode {
  const t = useWords(givingStaffMessages);
  const formats = useFormats();
  return (
    <>
      <Heading level={2}>{t('receipt_runs')}</Heading>
      <DataTable
        caption={t('receipt_runs')}
        rows={runs}
        columns={[
          {
            key: 'year',
            head: t('receipt_year'),
            rowHead: true,
            cell: ({ calendarYear }) => String(calendarYear),
          },
          { key: 'begun', head: t('receipt_run_begun'), cell: ({ begunAt }) => formats.dayTime(begunAt) },
          {
            key: 'issued',
            head: t('receipt_run_issued'),
            numeric: true,
            needsHead: true,
            cell: ({ issued }) => formats.count(issued),
          },
          {
            key: 'left',
            head: t('receipt_run_left_over'),
            numeric: true,
            needsHead: true,
            cell: ({ leftOver }) => formats.count(leftOver),
          },
          {
            key: 'state',
            head: t('receipt_state'),
            atEnd: true,
            cell: ({ state }) => t(`receipt_run_${state}`),
          },
        ]}
      />
      {runs.some(({ leftOver }) => leftOver > 0) && <p>{t('receipt_run_left_over_what')}</p>}
    </>
  );
}
