import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { DeskSection } from '../../../platform/parts/desk-part.ts';
import { Figures, Heading, Link } from '../../../ui/index.ts';
import { deskMessages } from '../desk/words.ts';
import { DayTimeline } from '../meet/day/day-timeline.tsx';
import { spotPaths } from '../paths.ts';
import type { Desk } from '../store/lists/desk.ts';
import type { VisitOnDay } from '../store/lists/visits-on.ts';
import { OpenMap } from './open-map.tsx';

type Available = readonly { readonly municipalityCode: string; readonly count: number }[];

/** The visits of today, without a name. */
export function todaySection(visits: readonly VisitOnDay[], now: Temporal.Instant): DeskSection {
  return {
    id: 'today',
    label: (locale) => deskMessages.in(locale).plain('today_count', { count: visits.length }),
    view: <Today visits={visits} now={now} />,
  };
}

function Today({ visits, now }: { visits: readonly VisitOnDay[]; now: Temporal.Instant }): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      <Heading level={2}>{t('today_title')}</Heading>
      {visits.length === 0 ? (
        <p>{t('no_visits_today')}</p>
      ) : (
        <DayTimeline visits={visits} now={now} names={null} />
      )}
      <p>
        <Link href={spotPaths.deskVisits()} kind="block">
          {t('visits_with_names')}
        </Link>
      </p>
    </>
  );
}

/** Where help is asked for, and who could come. */
export function mapSection(desk: Desk, available: Available): DeskSection {
  return {
    id: 'map',
    label: (locale) => deskMessages.in(locale).plain('map_title'),
    view: <OpenRequests desk={desk} available={available} />,
  };
}

function OpenRequests({ desk, available }: { desk: Desk; available: Available }): VNode {
  const t = useWords(deskMessages);
  const waiting = desk.rows.filter(({ next }) => next.urgency === 2).length;
  return (
    <>
      <Heading level={2}>{t('map_title')}</Heading>
      <Figures
        items={[
          { label: t('figure_ours'), value: desk.rows.length - waiting },
          { label: t('figure_waiting'), value: waiting },
          { label: t('figure_today'), value: desk.visits.length },
          { label: t('figure_available'), value: available.reduce((sum, one) => sum + one.count, 0) },
        ]}
      />
      <OpenMap open={desk.open} available={available} />
    </>
  );
}
