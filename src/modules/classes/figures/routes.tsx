import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { Notice, PageHead, SummaryList } from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { classesPaths } from '../paths.ts';
import { classesStaffMessages } from '../words.ts';
import { type ClassFigures, findFigures } from './store.ts';

/** What a gift of ten thousand yen promises: one class. */
const PROMISED_JPY = 10_000;

/** The figures of the last twelve months. */
export const figuresRoute: Route = get({
  path: classesPaths.deskFigures,
  access: ['coordinator', 'administrator'],
  audit: null,
  async handle({ db, now, locale }) {
    const from = dayInJapan(now).subtract({ years: 1 }).toZonedDateTime('Asia/Tokyo').toInstant();
    const figures = await findFigures(db, { from, to: now });
    const title = classesStaffMessages.in(locale).plain('figures_title');
    return page(title, <FiguresPage figures={figures} from={from} to={now} />);
  },
});

function FiguresPage(props: {
  readonly figures: ClassFigures;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}): VNode {
  const t = useWords(classesStaffMessages);
  const { day, count } = useFormats();
  const { figures } = props;
  const unknown = t('figure_unknown');
  const hours = figures.tutorMinutes / 60;
  return (
    <>
      <PageHead
        title={t('figures_title')}
        lead={t('figures_lead', { from: day(props.from), to: day(props.to) })}
        back={{ href: classesPaths.deskClasses(), label: t('desk_classes') }}
      />
      {figures.breaches > 0 && <Notice tone="danger">{t('figures_breached')}</Notice>}
      <SummaryList
        rows={[
          { label: t('figure_sessions'), value: count(figures.sessions) },
          { label: t('figure_cancelled'), value: count(figures.cancelled) },
          {
            label: t('figure_seats'),
            value: t('figure_seats_of', { used: figures.seatsUsed, offered: figures.seatsOffered }),
          },
          {
            label: t('figure_each_hour'),
            value: hours > 0 ? count(Math.round((figures.childSessions / hours) * 10) / 10) : unknown,
          },
          {
            label: t('figure_waited'),
            value: figures.daysWaited === null ? unknown : t('figure_days', { count: figures.daysWaited }),
          },
          { label: t('figure_breaches'), value: count(figures.breaches) },
          { label: t('figure_unmatched'), value: count(figures.unmatched) },
          {
            label: t('figure_cost'),
            value:
              figures.costJpy === null
                ? unknown
                : t('figure_cost_of', { cost: count(figures.costJpy), promised: count(PROMISED_JPY) }),
          },
        ]}
      />
      <p class="quiet">{t('figures_how')}</p>
    </>
  );
}
