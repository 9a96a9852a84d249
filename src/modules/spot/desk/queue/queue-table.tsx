import type { VNode } from 'preact';
import { keepDrawn } from '../../../../platform/languages/keep-drawn.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { DataTable, EmptyState, Link, StatusChip } from '../../../../ui/index.ts';
import { languageName } from '../../../people/index.ts';
import type { DeskRow } from '../../store/lists/desk.ts';
import { Town } from '../../volunteering/town.tsx';
import { spotMessages } from '../../words.ts';
import { deskMessages } from '../words.ts';

/** What the table shows of a row: fewer facts to tell one table from another by, and fewer changes that redraw it. */
interface ShownRow
  extends Pick<
      DeskRow,
      'requestId' | 'category' | 'talkLanguages' | 'durationMinutes' | 'state' | 'stateSince'
    >,
    Pick<DeskRow, 'placeKind' | 'municipalityCode' | 'town' | 'askedCount' | 'unansweredCount'> {
  readonly next: Pick<DeskRow['next'], 'act' | 'urgency' | 'breaksAt'>;
  readonly isOwn: boolean;
}

/** Requests that need somebody's act, what breaks first on top, each with its next act. */
export function QueueTable(props: { rows: readonly DeskRow[]; coordinatorId: string }): VNode {
  return <ShownTable rows={props.rows.map((row) => shownOf(row, props.coordinatorId))} />;
}

function shownOf(row: DeskRow, coordinatorId: string): ShownRow {
  const { requestId, category, talkLanguages, durationMinutes, state, stateSince } = row;
  const { placeKind, municipalityCode, town, askedCount, unansweredCount, next } = row;
  return {
    ...{ requestId, category, talkLanguages, durationMinutes, state, stateSince },
    ...{ placeKind, municipalityCode, town, askedCount, unansweredCount },
    next: { act: next.act, urgency: next.urgency, breaksAt: next.breaksAt },
    isOwn: row.coordinatorId === coordinatorId,
  };
}

const ShownTable = keepDrawn(function ShownTable(props: { rows: readonly ShownRow[] }): VNode {
  const t = useWords(deskMessages);
  const formats = useFormats();
  return (
    <DataTable
      caption={t('queue_caption')}
      rows={props.rows}
      rowKey={(row) => `request-${row.requestId}`}
      empty={<EmptyState title={t('queue_empty')}>{t('queue_empty_text')}</EmptyState>}
      columns={[
        { key: 'act', head: t('next_act'), rowHead: true, cell: (row) => <Next row={row} /> },
        { key: 'what', head: t('what'), cell: (row) => <What row={row} /> },
        { key: 'where', head: t('where'), cell: (row) => <Where row={row} /> },
        { key: 'by', head: t('by_when'), cell: (row) => formats.dayTime(row.next.breaksAt) },
        { key: 'state', head: t('state'), cell: (row) => <State row={row} /> },
      ]}
    />
  );
});

function Next({ row }: { row: ShownRow }): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      <Link href={`/desk/requests/${row.requestId}`} kind="block">
        <span>{t(`next_${row.next.act}`)}</span>
      </Link>
      {row.next.urgency === 0 && <StatusChip tone="danger">{t('now')}</StatusChip>}
      {row.next.urgency === 2 && <StatusChip tone="waiting">{t('others_turn')}</StatusChip>}
    </>
  );
}

function What({ row }: { row: ShownRow }): VNode {
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const locale = useLocale();
  const languages = row.talkLanguages.map((language) => languageName(language, locale));
  return (
    <>
      <div>{spot(`category_${row.category}`)}</div>
      <div class="quiet">
        {languages.length > 0 ? formats.list(languages) : spot('easy_japanese_ok')} ·{' '}
        {formats.minutes(row.durationMinutes)}
      </div>
    </>
  );
}

function Where({ row }: { row: ShownRow }): VNode | null {
  const spot = useWords(spotMessages);
  if (row.placeKind === 'place') return <Town place={row} />;
  return <span>{spot(`place_kind_${row.placeKind}`)}</span>;
}

function State({ row }: { row: ShownRow }): VNode {
  const t = useWords(deskMessages);
  const formats = useFormats();
  return (
    <>
      <div>{t(`state_${row.state}`)}</div>
      <div class="quiet">{t('since', { when: formats.day(row.stateSince) })}</div>
      {row.askedCount > 0 && row.state === 'open' && (
        <div class="quiet">{t('asked_count', { asked: row.askedCount, open: row.unansweredCount })}</div>
      )}
      {row.isOwn && <div class="quiet">{t('in_your_care')}</div>}
    </>
  );
}
