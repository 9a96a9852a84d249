import type { VNode } from 'preact';
import { BarPlot, LinePlot } from '../../../kits/plots/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { readFigure } from '../../../platform/figures.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { Figures, Heading, Link, PageHead } from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { listDonations } from '../annual/store.ts';
import { titleOf } from '../campaigns/desk/views.tsx';
import { Meters } from '../campaigns/open/meters.tsx';
import { phaseOf } from '../campaigns/rules.ts';
import { listPublicCampaigns } from '../campaigns/store/campaigns.ts';
import { campaignFigures, progressOf } from '../campaigns/store/figures.ts';
import type { Campaign, Progress } from '../campaigns/types.ts';
import { givingPaths } from '../paths.ts';
import { fiscalYearOf, monthsOf } from '../rules/fiscal-year.ts';
import { givingStaffMessages } from '../words.ts';
import { type CameIn, sumUp } from './came-in.ts';
import { listWaiting, type Waits } from './waiting.ts';
import { Ways } from './ways.tsx';

interface OverviewProps {
  readonly year: number;
  readonly today: Temporal.PlainDate;
  readonly inYear: CameIn;
  readonly waits: readonly Waits[];
  readonly campaigns: readonly Running[];
}

/** A campaign that goes on, with what was counted of it last. */
interface Running {
  readonly campaign: Campaign;
  readonly progress: Progress;
}

/** What the treasurer looks at first: what waits, what came in, how campaigns go. */
export const overviewRoutes: readonly Route[] = [
  get({
    path: givingPaths.books,
    access: ['treasurer'],
    audit: 'giving.overview.viewed',
    async handle({ db, now, locale, audit }) {
      const today = dayInJapan(now);
      const year = fiscalYearOf(today);
      const props = {
        year,
        today,
        inYear: sumUp(await listDonations(db, year)),
        waits: await listWaiting(db, now),
        campaigns: await listRunning(db, now),
      };
      await audit({});
      return page(givingStaffMessages.in(locale).plain('books_title'), <OverviewPage {...props} />);
    },
  }),
];

async function listRunning(db: Database, now: Temporal.Instant): Promise<Running[]> {
  const campaigns = await listPublicCampaigns(db);
  const counted = await readFigure(db, campaignFigures, now);
  return campaigns
    .filter((campaign) => phaseOf(campaign, dayInJapan(now)) === 'during')
    .map((campaign) => ({ campaign, progress: progressOf(counted, campaign.id) }));
}

function OverviewPage(props: OverviewProps): VNode {
  const t = useWords(givingStaffMessages);
  const { yen } = useFormats();
  const locale = useLocale();
  const { year, today, inYear, campaigns } = props;
  const thisMonth = inYear.months.get(today.toPlainYearMonth().toString()) ?? 0;
  return (
    <>
      <PageHead title={t('books_title')} />
      <Waiting {...props} />
      <Ways />
      <Heading level={2}>{t('overview_came_in')}</Heading>
      <Figures
        items={[
          { label: t('overview_this_month'), value: yen(thisMonth) },
          { label: t('fiscal_year_of', { year: String(year) }), value: yen(inYear.given) },
          { label: t('overview_went_back'), value: yen(inYear.returned) },
          { label: t('annual_left'), value: yen(inYear.given - inYear.returned) },
        ]}
      />
      <p>
        {t('overview_how')} <Link href={givingPaths.annual()}>{t('annual_title')}</Link>
      </p>
      <Plots {...props} />
      {campaigns.length > 0 && <Heading level={2}>{t('overview_campaigns')}</Heading>}
      {campaigns.map(({ campaign, progress }) => (
        <>
          <Heading level={3}>
            <Link href={givingPaths.deskCampaign({ id: campaign.id })}>{titleOf(campaign, locale)}</Link>
          </Heading>
          <Meters {...{ campaign, progress, today }} />
        </>
      ))}
    </>
  );
}

function Waiting({ waits }: Pick<OverviewProps, 'waits'>): VNode {
  const t = useWords(givingStaffMessages);
  const { yen, count: number } = useFormats();
  return (
    <>
      <Heading level={2}>{t('overview_waits')}</Heading>
      {waits.length === 0 && <p>{t('overview_nothing_waits')}</p>}
      <ul>
        {waits.map(({ what, unit, href, count }) => (
          <li>
            <Link href={href}>
              {t(`waits_${what}`, { count: unit === 'yen' ? yen(count) : number(count) })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** By month, by how it came and by what for; each number is text as well. */
function Plots({ year, today, inYear }: OverviewProps): VNode | null {
  const t = useWords(givingStaffMessages);
  const { yen, plain } = useFormats();
  if (inYear.channels.length === 0) return <p>{t('overview_nothing_came')}</p>;
  const common = { say: yen, hidden: '' };
  const params = { year: String(year) };
  const amount = t.plain('gift_amount');
  const begun = monthsOf(year).filter((month) => month <= today.toPlainYearMonth().toString());
  return (
    <>
      <LinePlot
        {...common}
        caption={t('overview_by_month', params)}
        heads={[t.plain('overview_month'), amount]}
        points={begun.map((month) => ({
          label: plain.month(Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })),
          value: inYear.months.get(month) ?? 0,
        }))}
      />
      <BarPlot
        {...common}
        caption={t('overview_by_channel', params)}
        heads={[t.plain('channel'), amount]}
        points={inYear.channels.map(({ of, amount: value }) => ({
          label: t.plain(of === null ? 'annual_of_no_gift' : `channel_${of}`),
          value,
        }))}
      />
      <BarPlot
        {...common}
        caption={t('overview_by_fund', params)}
        heads={[t.plain('fund'), amount]}
        points={inYear.funds.map(({ of, amount: value }) => ({ label: t.plain(`fund_${of}`), value }))}
      />
    </>
  );
}
