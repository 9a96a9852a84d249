import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { PageHead } from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { givingPaths } from '../paths.ts';
import { fiscalYearOf } from '../rules/fiscal-year.ts';
import { givingStaffMessages } from '../words.ts';
import { listSpent, type Spent } from './store.ts';
import { UsesTable } from './table.tsx';

/** So many fiscal years stand beside each other, the present one among them. */
const YEARS = 5;

/** What money was used for, by program and fiscal year. */
export const usesRoutes: readonly Route[] = [
  get({
    path: givingPaths.uses,
    access: ['treasurer'],
    audit: 'giving.uses.viewed',
    async handle({ db, now, locale, audit }) {
      const to = fiscalYearOf(dayInJapan(now));
      const spent = await listSpent(db, { from: to - YEARS + 1, to });
      await audit({});
      return page(givingStaffMessages.in(locale).plain('spending_title'), <UsesPage spent={spent} />);
    },
  }),
];

function UsesPage({ spent }: { readonly spent: readonly Spent[] }): VNode {
  const t = useWords(givingStaffMessages);
  return (
    <>
      <PageHead
        title={t('spending_title')}
        lead={t('spending_lead')}
        back={{ href: givingPaths.books(), label: t('books_title') }}
      />
      {spent.length > 0 ? <UsesTable spent={spent} captionHidden /> : <p>{t('spending_none')}</p>}
    </>
  );
}
