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
import { type DeedCost, listCosts } from './store/costs.ts';
import { type DeedsOfYear, sumDeeds } from './store/deeds.ts';
import { FUND_OF } from './types.ts';

const Year = z.object({ year: fiscalYear });

interface Props {
  readonly year: number;
  readonly thisYear: number;
  readonly deeds: readonly DeedsOfYear[];
  readonly costs: readonly DeedCost[];
}

/** What programs did in a fiscal year, what that cost, and how much of it gifts have paid. */
export const deedsRoutes: readonly Route[] = [
  get({
    path: givingPaths.deeds,
    access: ['treasurer'],
    audit: 'giving.deeds.viewed',
    query: Year,
    async handle({ db, fields, now, locale, audit }) {
      const thisYear = fiscalYearOf(dayInJapan(now));
      const year = fields.year ?? thisYear;
      const [deeds, costs] = [await sumDeeds(db, year), await listCosts(db, year)];
      await audit({ detail: { year } });
      return page(
        givingStaffMessages.in(locale).plain('deeds_title'),
        <DeedsPage {...{ year, thisYear, deeds, costs }} />,
      );
    },
  }),
];

function DeedsPage(props: Props): VNode {
  const t = useWords(givingStaffMessages);
  return (
    <>
      <PageHead
        title={t('deeds_title')}
        lead={t('deeds_lead')}
        back={{ href: givingPaths.books(), label: t('books_title') }}
      />
      <DeedsTable {...props} />
      <p>{t('deeds_how')}</p>
      <YearLinks path={givingPaths.deeds()} {...props} />
    </>
  );
}

function DeedsTable({ year, deeds, costs }: Props): VNode {
  const t = useWords(givingStaffMessages);
  const { yen, count } = useFormats();
  const costOf = (kind: string) => costs.find((one) => one.kind === kind);
  const figure = (
    key: 'deeds' | 'unpriced' | 'spent' | 'each' | 'claimed' | 'unclaimed',
    cell: (row: DeedsOfYear) => string,
  ) => ({ key, head: t(`deeds_${key}`), numeric: true, needsHead: true, cell }) as const;
  const orNone = (amount: number | null | undefined) => (amount ? yen(amount) : '–');
  return (
    <DataTable
      caption={t('deeds_of_year', { year: String(year) })}
      rows={deeds}
      columns={[
        { key: 'fund', head: t('fund'), rowHead: true, cell: ({ kind }) => t(`fund_${FUND_OF[kind]}`) },
        figure('deeds', (row) => count(row.deeds)),
        figure('spent', ({ kind }) => orNone(costOf(kind)?.spent)),
        figure('each', ({ kind }) => orNone(costOf(kind)?.cost)),
        figure('claimed', ({ claimed }) => yen(claimed)),
        figure('unclaimed', ({ cost, claimed }) => yen(cost - claimed)),
        figure('unpriced', (row) => count(row.unpriced)),
      ]}
      empty={<p>{t('deeds_none')}</p>}
    />
  );
}
