import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { get, page, type Route } from '../../../../platform/web/route.ts';
import { DataTable, Disclosure, Link, Notice, PageHead, SummaryList } from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { givingStaffMessages } from '../../words.ts';
import { type Comparison, type Difference, listDifferences, readComparison } from '../store/differences.ts';
import { countLeft, type LastNotice, listLastNotices } from '../store/notices.ts';
import { EVENT_TYPES } from '../stripe/notice.ts';

/** So many differences are shown: more are no list to work through, but a provider that does not reach us. */
const MOST = 100;

interface HealthProps {
  /** Null: nobody takes payments. */
  readonly provider: 'stripe' | 'practice' | null;
  readonly left: number;
  readonly comparison: Comparison;
  /** Whether the comparison of last night has not come to its end. */
  readonly isLate: boolean;
  readonly differences: readonly Difference[];
  readonly last: readonly LastNotice[];
}

/** Whether what the payment provider says reaches our books: what differs, and the last notice of each kind. */
export const healthRoutes = ({ payments }: Pick<GivingServices, 'payments'>): readonly Route[] => [
  get({
    path: givingPaths.payments,
    access: ['treasurer'],
    audit: 'giving.payments.viewed',
    async handle({ db, now, locale, audit }) {
      const comparison = await readComparison(db);
      const due = now.subtract({ hours: 36 });
      const props = {
        provider: payments?.name ?? null,
        left: await countLeft(db, now),
        comparison,
        isLate: comparison.at !== null && Temporal.Instant.compare(comparison.at, due) < 0,
        differences: await listDifferences(db, MOST),
        last: await listLastNotices(db, EVENT_TYPES),
      };
      await audit({});
      return page(givingStaffMessages.in(locale).plain('payments_title'), <HealthPage {...props} />);
    },
  }),
];

function HealthPage(props: HealthProps): VNode {
  const t = useWords(givingStaffMessages);
  const { dayTime } = useFormats();
  return (
    <>
      <PageHead
        title={t('payments_title')}
        lead={t('payments_lead')}
        back={{ href: givingPaths.books(), label: t('books_title') }}
      />
      {props.provider && props.isLate && <Notice tone="notice">{t('payments_late')}</Notice>}
      <Facts {...props} />
      <Differences {...props} />
      <Disclosure id="last" summary={t('payments_last')}>
        <DataTable
          caption={t('payments_last')}
          captionHidden
          rows={props.last}
          columns={[
            { key: 'type', head: t('payments_kind'), rowHead: true, cell: ({ type }) => <code>{type}</code> },
            { key: 'at', head: t('payments_at'), cell: ({ at }) => (at ? dayTime(at) : t('payments_never')) },
          ]}
        />
      </Disclosure>
    </>
  );
}

function Facts({ provider, comparison, left }: HealthProps): VNode {
  const t = useWords(givingStaffMessages);
  const { count, dayTime } = useFormats();
  const { at, unheard, otherwise } = comparison;
  const rows = [
    { label: t('payments_taken'), value: t(`payments_by_${provider ?? 'nobody'}`) },
    { label: t('payments_compared'), value: at ? dayTime(at) : t('payments_never') },
    ...(at
      ? [
          { label: t('payments_unheard'), value: count(unheard) },
          { label: t('payments_otherwise'), value: count(otherwise) },
        ]
      : []),
    { label: t('payments_left'), value: count(left) },
  ];
  return <SummaryList rows={rows} />;
}

function Differences({ differences }: HealthProps): VNode {
  const t = useWords(givingStaffMessages);
  const { yen, day } = useFormats();
  if (differences.length === 0) return <p>{t('payments_agree')}</p>;
  return (
    <>
      <p>{t('payments_differ_text')}</p>
      <DataTable
        caption={t('payments_differ')}
        rows={differences}
        columns={[
          {
            key: 'what',
            head: t('payments_what'),
            rowHead: true,
            cell: ({ kind, objectId, giftId }) => (
              <>
                {giftId ? (
                  <Link href={givingPaths.gift({ id: giftId })}>{t('transaction_gift')}</Link>
                ) : (
                  t(kind === 'subscription' ? 'payments_second_monthly' : 'payments_of_nobody')
                )}{' '}
                <code>{objectId}</code>
              </>
            ),
          },
          {
            key: 'there',
            head: t('payments_there'),
            numeric: true,
            needsHead: true,
            cell: ({ there }) => yen(there),
          },
          {
            key: 'here',
            head: t('payments_here'),
            numeric: true,
            needsHead: true,
            cell: ({ here }) => yen(here),
          },
          { key: 'found', head: t('payments_found'), cell: ({ foundAt }) => day(foundAt) },
        ]}
      />
    </>
  );
}
