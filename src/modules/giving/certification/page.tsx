import type { VNode } from 'preact';
import { Meter } from '../../../kits/plots/index.ts';
import { readFigure } from '../../../platform/figures.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { readSetting } from '../../../platform/settings/settings.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { DataTable, Notice, PageHead, Prose } from '../../../ui/index.ts';
import { givingPaths } from '../paths.ts';
import { receiptsSetting } from '../receipts/setting.ts';
import { givingStaffMessages } from '../words.ts';
import { FIRST, NEEDED_A_YEAR, standingOf, type YearCount } from './rules.ts';
import { certificationFigure } from './store.ts';

/** How far the organization is on its way to certification: who counts in each fiscal year, on average, and what is missing. */
export const certificationRoutes: readonly Route[] = [
  get({
    path: givingPaths.certification,
    access: ['treasurer'],
    audit: 'giving.certification.viewed',
    async handle({ db, now, locale, audit }) {
      const years = await readFigure(db, certificationFigure, now);
      const { isCertified } = await readSetting(db, receiptsSetting);
      await audit({});
      const title = givingStaffMessages.in(locale).plain('certification_title');
      return page(title, <CertificationPage years={years} isCertified={isCertified} />);
    },
  }),
];

function CertificationPage(props: {
  /** The newest first; it is not over. */
  readonly years: readonly YearCount[];
  readonly isCertified: boolean;
}): VNode {
  const t = useWords(givingStaffMessages);
  const { years, isCertified } = props;
  const formats = useFormats();
  return (
    <>
      <PageHead
        title={t('certification_title')}
        lead={t('certification_lead')}
        back={{ href: givingPaths.books(), label: t('books_title') }}
      />
      {isCertified && <Notice title={t('certification_is_certified')}>{null}</Notice>}
      <Standing years={years.slice(0, FIRST)} />
      <Standing years={years} />
      <DataTable
        caption={t('certification_years')}
        rows={years}
        columns={[
          {
            key: 'year',
            head: t('certification_year'),
            rowHead: true,
            cell: ({ fiscalYear }) => t('fiscal_year_of', { year: String(fiscalYear) }),
          },
          {
            key: 'donors',
            head: t('certification_donors'),
            numeric: true,
            needsHead: true,
            cell: ({ donors }) => formats.count(donors),
          },
          {
            key: 'without',
            head: t('certification_without_address'),
            numeric: true,
            needsHead: true,
            cell: ({ withoutAddress }) => formats.count(withoutAddress),
          },
        ]}
      />
      <Prose>
        <p>{t('certification_who_counts')}</p>
        <p>{t('certification_period')}</p>
        <p>{t('certification_not_known')}</p>
        <p>{t('certification_counted')}</p>
      </Prose>
    </>
  );
}

function Standing({ years }: { readonly years: readonly YearCount[] }): VNode {
  const t = useWords(givingStaffMessages);
  const { count } = useFormats();
  const { average, missing } = standingOf(years);
  const said = { average: count(average), needed: NEEDED_A_YEAR, missing };
  return (
    <Meter
      label={t('certification_over_years', { count: years.length })}
      value={average}
      max={NEEDED_A_YEAR}
      figures={t(missing > 0 ? 'certification_missing' : 'certification_reached', said)}
    />
  );
}
