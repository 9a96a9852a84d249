import type { VNode } from 'preact';
import { z } from 'zod';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { day } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import {
  Actions,
  ConfirmedButton,
  Form,
  FormErrors,
  Link,
  Notice,
  PageHead,
  TextField,
} from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { countWaiting } from '../bank/store/lines.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';
import { closeUntil, findClosedUntil, lockClosing } from './store/closing.ts';

/** Closing months for good. */
export const closingRoutes: readonly Route[] = [
  get({
    path: givingPaths.closing,
    access: ['treasurer'],
    audit: null,
    handle: (call) => show(call, FormState.fresh()),
  }),
  post({
    path: givingPaths.closing,
    access: ['treasurer'],
    audit: 'giving.books.closed',
    form: z.object({ until: day }),
    async handle({ db, fields: { until }, now, locale, audit }) {
      const before = await lockClosing(db);
      const code = refusalOf(until, { before, today: dayInJapan(now) });
      if (code) return refusedBy({ code, field: 'until', params: { day: before.toString() } });
      await closeUntil(db, until);
      await audit({ detail: { until: until.toString() } });
      const text = givingStaffMessages.in(locale).noted('books_were_closed', { day: until.toString() });
      return redirect(givingPaths.closing(), { tone: 'done', text });
    },
    again: show,
  }),
];

/** Whole months that are over, later than those that are closed. */
function refusalOf(
  until: Temporal.PlainDate,
  { before, today }: Record<'before' | 'today', Temporal.PlainDate>,
): string | null {
  if (until.day !== until.daysInMonth) return 'close_whole_months';
  if (Temporal.PlainDate.compare(until, today) >= 0) return 'month_is_not_over';
  return Temporal.PlainDate.compare(until, before) > 0 ? null : 'books_are_closed_already';
}

async function show(
  { db, locale, now }: Pick<Call, 'db' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const lines = (await countWaiting(db)).values().reduce((sum, { count }) => sum + count, 0);
  const props = { form, lines, closed: await findClosedUntil(db), today: dayInJapan(now) };
  return page(givingStaffMessages.in(locale).plain('closing_title'), <ClosingPage {...props} />);
}

interface ClosingProps extends Record<'closed' | 'today', Temporal.PlainDate> {
  readonly form: FormState;
  /** Of the bank, that nobody has explained yet. */
  readonly lines: number;
}

function ClosingPage(props: ClosingProps): VNode {
  const t = useWords(givingStaffMessages);
  const formats = useFormats();
  const { form, closed, today } = props;
  const lastMonth = today.with({ day: 1 }).subtract({ days: 1 });
  const isNone = closed.year < 2000;
  const isOver = Temporal.PlainDate.compare(lastMonth, closed) > 0;
  return (
    <>
      <PageHead
        title={t('closing_title')}
        lead={t('closing_lead')}
        back={{ href: givingPaths.books(), label: t('books_title') }}
      />
      <FormErrors refusals={form.refusals} />
      <p>{isNone ? t('closing_none') : t('closing_until', { day: formats.day(closed) })}</p>
      {isOver || form.refusals.length > 0 ? (
        <ClosingForm {...props} lastMonth={lastMonth} />
      ) : (
        <p>{t('closing_nothing_over')}</p>
      )}
    </>
  );
}

/** What is better done before, and the day. */
function ClosingForm({
  form,
  lines,
  lastMonth,
}: ClosingProps & { readonly lastMonth: Temporal.PlainDate }): VNode {
  const t = useWords(givingStaffMessages);
  return (
    <>
      {lines > 0 && (
        <Notice tone="notice">
          <Link href={givingPaths.bankQueue()}>{t('waits_bank_lines', { count: lines })}</Link>{' '}
          {t('closing_lines_wait')}
        </Notice>
      )}
      <Form action={givingPaths.closing()} label={t.plain('closing_title')}>
        <TextField
          {...form.field('until')}
          value={form.value('until') || lastMonth.toString()}
          label={t('closing_day')}
          hint={t('closing_day_hint')}
          type="date"
          width="short"
        />
        <Actions>
          <ConfirmedButton kind="danger" confirm={t('closing_confirm')} yes={t('closing_yes')}>
            {t('closing_button')}
          </ConfirmedButton>
        </Actions>
      </Form>
    </>
  );
}
