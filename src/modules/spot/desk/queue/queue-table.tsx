import type { VNode } from 'preact';
import { instantAt } from '../../../../platform/clock.ts';
import { keepDrawn } from '../../../../platform/languages/keep-drawn.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { DataTable, EmptyState, Link, StatusChip } from '../../../../ui/index.ts';
import { languageName } from '../../../people/index.ts';
import { Town } from '../../offer/town.tsx';
import type { DeskRow } from '../../store/lists/desk.ts';
import { spotMessages } from '../../words.ts';
import { deskMessages } from '../words.ts';

/** What the table shows of a row: fewer facts to tell one table from another by, and fewer changes that redraw it. Times in milliseconds. */
interface ShownRow
  extends Pick<DeskRow, 'requestId' | 'category' | 'talkLanguages' | 'durationMinutes' | 'state'>,
    Pick<DeskRow, 'placeKind' | 'municipalityCode' | 'town' | 'askedCount' | 'unansweredCount'>,
    Pick<DeskRow['next'], 'act' | 'urgency'> {
  readonly stateSince: number;
  readonly breaksAt: number;
  readonly isOwn: boolean;
}

/** Requests that need somebody's act, what breaks first on top, each with its next act. */
export function QueueTable(props: { rows: readonly DeskRow[]; coordinatorId: string }): VNode {
  return <ShownTable rows={props.rows.map((row) => shownOf(row, props.coordinatorId))} />;
}

function shownOf(row: DeskRow, coordinatorId: string): ShownRow {
  const { requestId, category, talkLanguages, durationMinutes, state } = row;
  const { placeKind, municipalityCode, town, askedCount, unansweredCount } = row;
  const { act, urgency, breaksAt } = row.next;
  return {
    ...{ requestId, category, talkLanguages, durationMinutes, state },
    ...{ placeKind, municipalityCode, town, askedCount, unansweredCount, act, urgency },
    stateSince: row.stateSince.epochMilliseconds,
    breaksAt: breaksAt.epochMilliseconds,
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
      empty={
        <EmptyState title={t('queue_empty')} level={2}>
          {t('queue_empty_text')}
        </EmptyState>
      }
      columns={[
        { key: 'act', head: t('next_act'), rowHead: true, cell: (row) => <Next row={row} /> },
        { key: 'what', head: t('what'), cell: (row) => <What row={row} /> },
        { key: 'where', head: t('where'), cell: (row) => <Where row={row} /> },
        { key: 'by', head: t('by_when'), cell: (row) => formats.dayTime(instantAt(row.breaksAt)) },
        { key: 'state', head: t('state'), cell: (row) => <State row={row} /> },
      ]}
    />
  );
});

function Next({ row }: { row: ShownRow }): VNode {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const apart = (
    <>
      {spot(`category_${row.category}`)} · <Where row={row} />
    </>
  );
  return (
    <>
      <Link href={`/desk/requests/${row.requestId}`} kind="block" apart={apart}>
        {t(`next_${row.act}`)}
      </Link>
      {row.urgency === 0 && <StatusChip tone="danger">{t('now')}</StatusChip>}
      {row.urgency === 2 && <StatusChip tone="waiting">{t('others_turn')}</StatusChip>}
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
      <div class="quiet">{t('since', { when: formats.day(instantAt(row.stateSince)) })}</div>
      {row.askedCount > 0 && row.state === 'open' && (
        <div class="quiet">{t('asked_count', { asked: row.askedCount, open: row.unansweredCount })}</div>
      )}
      {row.isOwn && <div class="quiet">{t('in_your_care')}</div>}
    </>
  );
}
