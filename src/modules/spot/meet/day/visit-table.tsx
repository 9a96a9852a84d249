import type { VNode } from 'preact';
import { isBefore } from '../../../../platform/clock.ts';
import { formatsIn, yearOf } from '../../../../platform/languages/formats.tsx';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Button, type Column, DataTable, Link, PersonName, StatusChip } from '../../../../ui/index.ts';
import { STATE_TONES } from '../../desk/state-tones.ts';
import { deskMessages } from '../../desk/words.ts';
import { Town } from '../../offer/town.tsx';
import { spotPaths } from '../../paths.ts';
import type { VisitOnDay } from '../../store/lists/visits-on.ts';
import { spotMessages } from '../../words.ts';
import type { Span } from './span.ts';

export interface VisitTableProps {
  readonly visits: readonly VisitOnDay[];
  /** Call names by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly now: Temporal.Instant;
  readonly span: Span;
}

/** Visits in order, one a row, with how each stands; on paper one sheet for the wall or the bag, with room for a pen. */
export function VisitTable(props: VisitTableProps): VNode {
  const t = useWords(deskMessages);
  return (
    <div data-one-sheet="list">
      <DataTable
        caption={t('day_title')}
        captionHidden
        columns={columnsOf(props, useLocale())}
        rows={props.visits}
        rowKey={({ assignmentId }) => `visit-${assignmentId}`}
      />
    </div>
  );
}

function columnsOf({ names, now, span }: VisitTableProps, locale: Locale): readonly Column<VisitOnDay>[] {
  const t = deskMessages.in(locale);
  const spot = spotMessages.in(locale);
  const formats = formatsIn(locale);
  const nameOf = (id: string) => <PersonName>{names.get(id) ?? t('somebody')}</PersonName>;
  return [
    {
      key: 'time',
      head: t('paper_time'),
      rowHead: true,
      cell: ({ requestId, startsAt, endsAt }) => (
        <Link href={spotPaths.deskRequest({ id: requestId })}>
          <span class="unbroken">
            {span === 'week' ? (
              formats.shortSpan(startsAt, endsAt, yearOf(now))
            ) : (
              <>
                {formats.time(startsAt)}–{formats.time(endsAt)}
              </>
            )}
          </span>
        </Link>
      ),
    },
    { key: 'what', head: t('paper_what'), cell: ({ category }) => spot(`category_${category}`) },
    {
      key: 'where',
      head: t('paper_where'),
      cell: (visit) =>
        visit.placeKind === 'place' ? <Town place={visit} /> : spot(`place_kind_${visit.placeKind}`),
    },
    { key: 'resident', head: t('paper_resident'), cell: ({ requesterId }) => nameOf(requesterId) },
    { key: 'volunteer', head: t('paper_volunteer'), cell: ({ volunteerId }) => nameOf(volunteerId) },
    {
      key: 'state',
      head: t('paper_state'),
      atEnd: true,
      only: 'screen',
      cell: (visit) => <Standing visit={visit} now={now} />,
    },
    { key: 'note', head: t('paper_note'), only: 'paper', cell: () => <span class="write-here" /> },
  ];
}

/** How a visit stands; where nobody has said in time that they met, the one thing to do. */
function Standing({ visit, now }: { readonly visit: VisitOnDay; readonly now: Temporal.Instant }): VNode {
  const t = useWords(deskMessages);
  const { time } = formatsIn(useLocale());
  const { state, startsAt, checkedInAt, checkedOutAt, requestId } = visit;
  if (checkedOutAt)
    return <StatusChip tone="plain">{t('ended_at', { when: time(checkedOutAt) })}</StatusChip>;
  if (checkedInAt) return <StatusChip tone="good">{t('met_at', { when: time(checkedInAt) })}</StatusChip>;
  if (state === 'confirmed' && isBefore(startsAt, now))
    return <Button href={spotPaths.deskRequest({ id: requestId })}>{t('no_word_call')}</Button>;
  return <StatusChip tone={STATE_TONES[state] ?? 'plain'}>{t(`state_${state}`)}</StatusChip>;
}
