import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { DataTable } from '../../../ui/index.ts';
import { givingMessages } from '../words.ts';
import type { Spent } from './store.ts';

/** What money is used for, in the order in which it is told: programs, all of them, and what it takes to run them. */
const USES = ['spot', 'pairs', 'classes', 'consultations', 'general', 'office', 'fees'] as const;
type Use = (typeof USES)[number];

/** Programs are called as on the page about giving, where the table stands below them. */
const WORDS = {
  spot: 'giving_for_spot',
  pairs: 'giving_for_pairs',
  classes: 'giving_for_classes',
  consultations: 'giving_for_consultations',
  general: 'uses_general',
  office: 'uses_office',
  fees: 'uses_fees',
  total: 'uses_total',
} as const satisfies Record<Use | 'total', string>;

function useOf({ account, fund }: Spent): Use {
  if (account === 'program_costs') return fund;
  return account === 'office_costs' ? 'office' : 'fees';
}

/** What was spent by use and fiscal year, the newest first, each year with its sum; nothing of a year is left out. */
export function UsesTable(props: {
  readonly spent: readonly Spent[];
  /** Where the page says so by its title. */
  readonly captionHidden?: true;
}): VNode {
  const { spent, captionHidden } = props;
  const t = useWords(givingMessages);
  const { yen } = useFormats();
  const years = [...new Set(spent.map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => b - a);
  const sumOf = (use: Use | 'total', year: number) =>
    spent
      .filter((one) => one.fiscalYear === year && (use === 'total' || useOf(one) === use))
      .reduce((sum, { amount }) => sum + amount, 0);
  const used = USES.filter((use) => spent.some((one) => useOf(one) === use));
  return (
    <DataTable
      caption={t('uses_title')}
      captionHidden={captionHidden}
      rows={[...used, 'total'] as const}
      columns={[
        {
          key: 'use',
          head: t('uses_what'),
          rowHead: true,
          cell: (use) => (use === 'total' ? <strong>{t(WORDS[use])}</strong> : t(WORDS[use])),
        },
        ...years.map((year) => ({
          key: String(year),
          head: t('uses_year', { year: String(year) }),
          numeric: true,
          needsHead: true,
          cell: (use: Use | 'total') =>
            use === 'total' ? <strong>{yen(sumOf(use, year))}</strong> : yen(sumOf(use, year)),
        })),
      ]}
    />
  );
}
