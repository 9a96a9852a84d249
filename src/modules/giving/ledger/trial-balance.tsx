import type { VNode } from 'preact';
import { z } from 'zod';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { Actions, Button, DataTable, Link, PageHead } from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { givingPaths } from '../paths.ts';
import { fiscalYearOf } from '../rules/fiscal-year.ts';
import { givingStaffMessages } from '../words.ts';
import { type Balance, readTrialBalance } from './store/trial-balance.ts';

const Year = z.object({ year: z.coerce.number().int().min(2000).max(2998).optional().catch(undefined) });

/** Every account over a fiscal year, to whose numbers all others come. */
export const booksRoutes: readonly Route[] = [
  get({
    path: givingPaths.books,
    access: ['treasurer'],
    audit: 'giving.books.viewed',
    query: Year,
    async handle({ db, fields, now, locale, audit }) {
      const year = fields.year ?? fiscalYearOf(dayInJapan(now));
      const balances = await readTrialBalance(db, year);
      await audit({ detail: { year } });
      return page(givingStaffMessages.in(locale).plain('books_title'), <BooksPage {...{ year, balances }} />);
    },
  }),
];

function BooksPage({
  year,
  balances,
}: {
  readonly year: number;
  readonly balances: readonly Balance[];
}): VNode {
  const t = useWords(givingStaffMessages);
  const at = (of: number) => `${givingPaths.books()}?year=${of}`;
  return (
    <>
      <PageHead title={t('books_title')} lead={t('books_lead')} />
      <Actions>
        <Button href={givingPaths.ledger()}>{t('ledger_title')}</Button>
      </Actions>
      <BalanceTable {...{ year, balances }} />
      <p>
        <Link href={at(year - 1)}>{t('fiscal_year_of', { year: String(year - 1) })}</Link>{' '}
        <Link href={at(year + 1)}>{t('fiscal_year_of', { year: String(year + 1) })}</Link>
      </p>
    </>
  );
}

function BalanceTable({
  year,
  balances,
}: {
  readonly year: number;
  readonly balances: readonly Balance[];
}): VNode {
  const t = useWords(givingStaffMessages);
  const { yen } = useFormats();
  const total = (side: 'debit' | 'credit') => balances.reduce((sum, balance) => sum + balance[side], 0);
  return (
    <>
      <DataTable
        caption={t('trial_balance', { year: String(year) })}
        rows={balances}
        columns={[
          {
            key: 'account',
            head: t('account'),
            rowHead: true,
            cell: ({ account }) => t(`account_${account}`),
          },
          {
            key: 'before',
            head: t('balance_before'),
            numeric: true,
            needsHead: true,
            cell: ({ before }) => yen(before),
          },
          { key: 'debit', head: t('debit'), numeric: true, needsHead: true, cell: ({ debit }) => yen(debit) },
          {
            key: 'credit',
            head: t('credit'),
            numeric: true,
            needsHead: true,
            cell: ({ credit }) => yen(credit),
          },
          {
            key: 'after',
            head: t('balance_after'),
            numeric: true,
            needsHead: true,
            cell: ({ after }) => yen(after),
          },
        ]}
      />
      <p>{t('balance_totals', { debit: yen(total('debit')), credit: yen(total('credit')) })}</p>
    </>
  );
}
