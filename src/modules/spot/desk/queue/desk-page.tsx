import type { VNode } from 'preact';
import { keepDrawn } from '../../../../platform/languages/keep-drawn.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Disclosure, Figures, Heading, Link, Notice, PageHead } from '../../../../ui/index.ts';
import { DayTimeline } from '../../meet/day/day-timeline.tsx';
import type { DeskRow } from '../../store/lists/desk.ts';
import type { VisitOnDay } from '../../store/lists/visits-on.ts';
import { deskMessages } from '../words.ts';
import { OpenMap } from './open-map.tsx';
import { QueueTable } from './queue-table.tsx';

export interface DeskProps {
  readonly rows: readonly DeskRow[];
  readonly isCut: boolean;
  readonly visits: readonly VisitOnDay[];
  readonly open: readonly { municipalityCode: string; openCount: number }[];
  readonly available: readonly { municipalityCode: string; count: number }[];
  readonly coordinatorId: string;
  /** Whether only the reader's own requests stand in the queue. */
  readonly isMine: boolean;
  readonly now: Temporal.Instant;
  /** How many proposals about staff the reader may see. */
  readonly staffActs: number;
}

/** One queue ordered by what breaks first; then today; then where help is asked for and who could come. */
export function DeskPage(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const [ours, waiting] = [props.rows.filter(isOurs), props.rows.filter((row) => !isOurs(row))];
  const availableCount = props.available.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <PageHead title={t('desk_title')} lead={t('desk_lead', { count: ours.length })} />
      {props.staffActs > 0 && (
        <Notice tone="notice" title={t('staff_acts_wait', { count: props.staffActs })}>
          <Link href="/staff-acts">{t('see_staff_acts')}</Link>
        </Notice>
      )}
      <Overview
        isMine={props.isMine}
        toDo={countActs(ours)}
        waiting={waiting.length}
        today={props.visits.length}
      />
      <QueueTable rows={ours} coordinatorId={props.coordinatorId} />
      {waiting.length > 0 && (
        <Disclosure id="waiting" summary={t('waiting_for_others', { count: waiting.length })}>
          <QueueTable rows={waiting} coordinatorId={props.coordinatorId} />
        </Disclosure>
      )}
      {props.isCut && <Notice>{t('queue_goes_on', { count: props.rows.length })}</Notice>}
      <section class="stack" id="today">
        <Heading level={2}>{t('today_title')}</Heading>
        {props.visits.length === 0 ? (
          <p>{t('no_visits_today')}</p>
        ) : (
          <DayTimeline visits={props.visits} now={props.now} names={null} />
        )}
        <p>
          <Link href="/desk/visits" kind="block">
            {t('visits_with_names')}
          </Link>
        </p>
      </section>
      <section class="stack" id="map">
        <Heading level={2}>{t('map_title')}</Heading>
        <Figures
          items={[
            { label: t('figure_ours'), value: ours.length },
            { label: t('figure_waiting'), value: waiting.length },
            { label: t('figure_today'), value: props.visits.length },
            { label: t('figure_available'), value: availableCount },
          ]}
        />
        <OpenMap open={props.open} available={props.available} />
      </section>
    </>
  );
}

/** Whether a request waits for a coordinator, not for somebody else. */
function isOurs(row: DeskRow): boolean {
  return row.next.urgency < 2;
}

/** How many rows each act has and which is the first of them, in the order of the queue. */
function countActs(
  rows: readonly DeskRow[],
): { act: DeskRow['next']['act']; count: number; first: string }[] {
  const kinds = Map.groupBy(rows, ({ next }) => next.act);
  return [...kinds].map(([act, of]) => ({ act, count: of.length, first: of[0]?.requestId ?? '' }));
}

/** How much there is to do of each kind and the way to the first of it, and the way to what stands further down. */
const Overview = keepDrawn(function Overview(props: {
  isMine: boolean;
  toDo: ReturnType<typeof countActs>;
  waiting: number;
  today: number;
}): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      {props.toDo.length > 0 && (
        <ul class="row" aria-label={t.plain('to_do_by_kind')}>
          {props.toDo.map(({ act, count, first }) => (
            <li>
              <Link href={`#request-${first}`}>
                {t('kind_count', { act: t.plain(`next_${act}`), count })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <nav class="row" data-screen-only aria-label={t.plain('further_down')}>
        {props.waiting > 0 && (
          <Link href="#waiting">{t('waiting_for_others', { count: props.waiting })}</Link>
        )}
        <Link href="#today">{t('today_count', { count: props.today })}</Link>
        <Link href="#map">{t('map_title')}</Link>
        <Link href={props.isMine ? '/desk' : '/desk?mine=on'}>
          {t(props.isMine ? 'everybodys' : 'only_mine')}
        </Link>
        <Link href="/desk/requests">{t('search_title')}</Link>
      </nav>
    </>
  );
});
