import type { VNode } from 'preact';
import { mayBeShown } from '../../../kits/plots/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { DataTable, Notice, PageHead, SummaryList } from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { CourseSays } from '../courses/course-words.tsx';
import { classesPaths } from '../paths.ts';
import { classesStaffMessages } from '../words.ts';
import { type ClassFigures, findFigures, listTermFigures, type TermFigures } from './store.ts';

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
    const terms = await listTermFigures(db, { from, to: now });
    const title = classesStaffMessages.in(locale).plain('figures_title');
    return page(title, <FiguresPage figures={figures} terms={terms} from={from} to={now} />);
  },
});

function FiguresPage(props: {
  readonly figures: ClassFigures;
  readonly terms: readonly TermFigures[];
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
      <Terms terms={props.terms} />
    </>
  );
}

/** Term by term; how far a child came is not said of so few that it points at one. */
function Terms({ terms }: { readonly terms: readonly TermFigures[] }): VNode {
  const t = useWords(classesStaffMessages);
  const { count } = useFormats();
  const unknown = t('figure_unknown');
  return (
    <>
      <DataTable
        caption={t('figures_terms')}
        rows={terms}
        rowKey={({ id }) => `term-${id}`}
        empty={<p>{t('figures_terms_none')}</p>}
        columns={[
          {
            key: 'course',
            head: t('session_course'),
            rowHead: true,
            cell: (term) => <CourseSays course={term} what="title" />,
          },
          {
            key: 'sessions',
            head: t('figure_sessions'),
            needsHead: true,
            cell: (term) => count(term.sessions),
          },
          {
            key: 'children',
            head: t('figure_children'),
            needsHead: true,
            cell: (term) => count(term.children),
          },
          {
            key: 'steps',
            head: t('figure_steps'),
            needsHead: true,
            cell: ({ id, steps, children }) =>
              mayBeShown({ value: id, hits: steps, whole: children })
                ? count(Math.round((steps / children) * 10) / 10)
                : t('figure_too_few'),
          },
          {
            key: 'waited',
            head: t('figure_waited'),
            needsHead: true,
            cell: ({ daysWaited }) =>
              daysWaited === null ? unknown : t('figure_days_short', { count: daysWaited }),
          },
          {
            key: 'cost',
            head: t('figure_cost'),
            needsHead: true,
            cell: ({ costJpy }) => (costJpy === null ? unknown : t('figure_yen', { cost: count(costJpy) })),
          },
        ]}
      />
      <p class="quiet">{t('figures_terms_how')}</p>
    </>
  );
}
