import type { VNode } from 'preact';
import { z } from 'zod';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { DataTable, PageHead } from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { fiscalYear } from '../filters.ts';
import { givingPaths } from '../paths.ts';
import { fiscalYearOf } from '../rules/fiscal-year.ts';
import { givingStaffMessages } from '../words.ts';
import { YearLinks } from '../year-links.tsx';
import { type Balance, readTrialBalance } from './store/trial-balance.ts';

const Year = z.object({ year: fiscalYear });
const COLUMNS = ['before', 'debit', 'credit', 'after'] as const;

/** Every account over a fiscal year, to whose numbers all others come. */
export const trialBalanceRoutes: readonly Route[] = [
  get({
    path: givingPaths.trialBalance,
    access: ['treasurer'],
    audit: 'giving.books.viewed',
    query: Year,
    async handle({ db, fields, now, locale, audit }) {
      const thisYear = fiscalYearOf(dayInJapan(now));
      const year = fields.year ?? thisYear;
      const balances = await readTrialBalance(db, year);
      await audit({ detail: { year } });
      const title = givingStaffMessages.in(locale).plain('balance_title');
      return page(title, <TrialBalancePage {...{ year, thisYear, balances }} />);
    },
  }),
];

interface BalanceProps {
  readonly year: number;
  readonly thisYear: number;
  readonly balances: readonly Balance[];
}

function TrialBalancePage(props: BalanceProps): VNode {
  const t = useWords(givingStaffMessages);
  return (
    <>
      <PageHead
        title={t('balance_title')}
        lead={t('books_lead')}
        back={{ href: givingPaths.books(), label: t('books_title') }}
      />
      <BalanceTable {...props} />
      <YearLinks path={givingPaths.trialBalance()} {...props} />
    </>
  );
}

/** The accounts in which something stood or moved, and the sums below them: both sides are equal, and what stands comes to nothing. */
function BalanceTable({ year, balances }: BalanceProps): VNode {
  const t = useWords(givingStaffMessages);
  const { yen } = useFormats();
  const moved = balances.filter((balance) => COLUMNS.some((column) => balance[column] !== 0));
  const total = { account: null, before: 0, debit: 0, credit: 0, after: 0 };
  for (const balance of moved) for (const column of COLUMNS) total[column] += balance[column];
  const heads = {
    before: t('balance_before'),
    debit: t('debit'),
    credit: t('credit'),
    after: t('balance_after'),
  };
  return (
    <DataTable
      caption={t('trial_balance', { year: String(year) })}
      rows={[...moved, total]}
      columns={[
        {
          key: 'account',
          head: t('account'),
          rowHead: true,
          cell: ({ account }) => (account ? t(`account_${account}`) : <strong>{t('balance_total')}</strong>),
        },
        ...COLUMNS.map((column) => ({
          key: column,
          head: heads[column],
          numeric: true,
          needsHead: true,
          cell: (row: (typeof moved)[number] | typeof total) =>
            row.account ? yen(row[column]) : <strong>{yen(row[column])}</strong>,
        })),
      ]}
    />
  );
}
