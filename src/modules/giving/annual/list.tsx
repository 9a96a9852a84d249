import type { VNode } from 'preact';
import { defineForm, line, pick } from '../../../kits/forms/index.ts';
import { listRoutes } from '../../../kits/lists/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { dayInJapan } from '../../people/index.ts';
import { titleOf } from '../campaigns/desk/views.tsx';
import { findCampaign } from '../campaigns/store/campaigns.ts';
import { anyOf, fiscalYear } from '../filters.ts';
import { givingPaths } from '../paths.ts';
import { fiscalYearOf } from '../rules/fiscal-year.ts';
import type { Channel, Fund } from '../types.ts';
import { givingStaffMessages } from '../words.ts';
import { type AnnualLine, ASPECTS, annualTable, type Donations } from './rules.ts';
import { listDonations } from './store.ts';

/** A line with what it is called. */
interface Row extends AnnualLine {
  readonly label: string;
}

const sums = (['gifts', 'given', 'returned'] as const).map((key) => ({
  key,
  head: `annual_${key}` as const,
  numeric: true as const,
  needsHead: true as const,
  cell: (row: Row, locale: Locale) =>
    key === 'gifts' ? formatsIn(locale).count(row.gifts) : formatsIn(locale).yen(row[key]),
  text: (row: Row) => row[key],
}));

/** The annual table of donations (April to March) for members and accountants: by the books, to the yen. */
export const annualRoutes = listRoutes({
  path: givingPaths.annual,
  access: ['treasurer'],
  audit: 'giving.annual.viewed',
  filters: defineForm(givingStaffMessages, [
    line('fiscalYear', fiscalYear, { inputmode: 'numeric' }),
    pick('aspect', anyOf(ASPECTS), {
      orAll: true,
      label: 'annual_aspect',
      options: (locale) =>
        ASPECTS.map((value) => ({
          value,
          label: givingStaffMessages.in(locale).plain(`annual_by_${value}`),
        })),
    }),
  ]),
  tabs: { by: 'aspect' },
  async find({ db, now, locale }, { fiscalYear: chosen, aspect }) {
    const year = chosen ?? fiscalYearOf(dayInJapan(now));
    const donations = await listDonations(db, year);
    const titles = await titlesOf(db, donations, locale);
    const lines = annualTable(year, donations, aspect ? [aspect] : ASPECTS);
    const rows = lines.map((one) => ({ ...one, label: labelOf(one, { year, titles, locale }) }));
    return { rows, next: null, notice: <OfYear year={year} /> };
  },
  columns: [
    {
      key: 'aspect',
      head: 'annual_aspect',
      cell: ({ aspect }, locale) => givingStaffMessages.in(locale)(`annual_by_${aspect}`),
      text: ({ aspect }, locale) => givingStaffMessages.in(locale).plain(`annual_by_${aspect}`),
    },
    {
      key: 'label',
      head: 'annual_which',
      rowHead: true,
      cell: ({ label }) => label,
      // In files months sort by themselves.
      text: ({ aspect, of, label }) => (aspect === 'month' ? (of ?? label) : label),
    },
    ...sums,
    {
      key: 'left',
      head: 'annual_left',
      numeric: true,
      needsHead: true,
      cell: ({ given, returned }, locale) => formatsIn(locale).yen(given - returned),
      text: ({ given, returned }) => given - returned,
    },
  ],
  keyOf: ({ aspect, of }) => `${aspect}-${of}`,
  rowsAPage: 500,
  words: givingStaffMessages,
  title: 'annual_title',
  lead: 'annual_lead',
  search: 'ledger_search',
  empty: 'ledger_empty',
  emptyText: 'ledger_empty_text',
  back: { href: givingPaths.books(), label: 'books_title' },
  foot: () => <How />,
  exported: { path: givingPaths.annualExport, audit: 'giving.annual.exported', whose: () => [] },
});

function OfYear({ year }: { readonly year: number }): VNode {
  return (
    <p>{useWords(givingStaffMessages)('annual_of_year', { year: String(year), next: String(year + 1) })}</p>
  );
}

function How(): VNode {
  return <p>{useWords(givingStaffMessages)('annual_how')}</p>;
}

/** What the campaigns of some donations are called, by their ids: few in a year. */
async function titlesOf(
  db: Database,
  donations: readonly Donations[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  for (const id of new Set(donations.flatMap(({ campaign }) => campaign ?? []))) {
    const campaign = await findCampaign(db, { id });
    if (campaign) titles.set(id, titleOf(campaign, locale));
  }
  return titles;
}

interface Naming {
  readonly year: number;
  readonly titles: ReadonlyMap<string, string>;
  readonly locale: Locale;
}

function labelOf({ aspect, of }: AnnualLine, { year, titles, locale }: Naming): string {
  const t = givingStaffMessages.in(locale);
  if (aspect === 'total') return t.plain('fiscal_year_of', { year: String(year) });
  if (of === null) return t.plain(aspect === 'campaign' ? 'annual_no_campaign' : 'annual_of_no_gift');
  if (aspect === 'month')
    return formatsIn(locale).plain.month(Temporal.PlainYearMonth.from(of).toPlainDate({ day: 1 }));
  if (aspect === 'campaign') return titles.get(of) ?? of;
  if (aspect === 'channel') return t.plain(`channel_${of as Channel}`);
  if (aspect === 'fund') return t.plain(`fund_${of as Fund}`);
  return t.plain(`annual_${of as NonNullable<Donations['kind'] | Donations['rhythm']>}`);
}
