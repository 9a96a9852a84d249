import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Figures, Heading, Link, PageHead } from '../../../../ui/index.ts';
import type { DeskRow } from '../../store/lists/desk.ts';
import type { VisitOnDay } from '../../store/lists/visits-on.ts';
import { DayTimeline } from '../visits/day-timeline.tsx';
import { deskMessages } from '../words.ts';
import { OpenMap } from './open-map.tsx';
import { QueueTable } from './queue-table.tsx';

export interface DeskProps {
  readonly rows: readonly DeskRow[];
  readonly visits: readonly VisitOnDay[];
  readonly open: readonly { municipalityCode: string; openCount: number }[];
  readonly available: readonly { municipalityCode: string; count: number }[];
  readonly coordinatorId: string;
  readonly now: Temporal.Instant;
}

/** One queue ordered by what breaks first; then today; then where help is asked for and who could come. */
export function DeskPage(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const ours = props.rows.filter((row) => row.next.urgency < 2).length;
  const availableCount = props.available.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <PageHead title={t('desk_title')} lead={t('desk_lead', { count: ours })} />
      <QueueTable rows={props.rows} coordinatorId={props.coordinatorId} />
      <section class="stack">
        <Heading level={2}>{t('today_title')}</Heading>
        {props.visits.length === 0 ? (
          <p>{t('no_visits_today')}</p>
        ) : (
          <DayTimeline visits={props.visits} now={props.now} names={null} />
        )}
        <p>
          <Link href="/desk/visits" kind="block">
            <span>{t('visits_with_names')}</span>
          </Link>
        </p>
      </section>
      <section class="stack">
        <Heading level={2}>{t('map_title')}</Heading>
        <Figures
          items={[
            { label: t('figure_ours'), value: ours },
            { label: t('figure_waiting'), value: props.rows.length - ours },
            { label: t('figure_today'), value: props.visits.length },
            { label: t('figure_available'), value: availableCount },
          ]}
        />
        <OpenMap open={props.open} available={props.available} />
      </section>
    </>
  );
}
