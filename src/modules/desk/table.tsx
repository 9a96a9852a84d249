import type { VNode } from 'preact';
import { instantAt } from '../../platform/clock.ts';
import type { Plain } from '../../platform/languages/keep-drawn.ts';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import type { DeskCells, DeskPart } from '../../platform/parts/desk-part.ts';
import { DataTable, EmptyState, Link, Once, StatusChip } from '../../ui/index.ts';
import { deskMessages } from './messages.ts';
import type { DeskRow } from './types.ts';

/** What the table shows of a row, as data: it is drawn once for the same rows. Times in milliseconds. */
type ShownRow = Pick<DeskRow, 'part' | 'id' | 'act' | 'urgency' | 'href'> & {
  readonly breaksAt: number;
  readonly isOwn: boolean;
  readonly what: Plain;
};

/** What waits, each with its next act: a row, or a card on a phone. Each module's part says its own. */
export function deskTable(
  parts: readonly DeskPart[],
): (props: { rows: readonly DeskRow[]; readerId: string | null }) => VNode {
  const table = shownTable(new Map(parts.map((part) => [part.name, part])));
  return ({ rows, readerId }) => (
    <Once of={{ rows: rows.map((row) => shownOf(row, readerId)) }} view={table} />
  );
}

function shownOf(row: DeskRow, readerId: string | null): ShownRow {
  const { part, id, act, urgency, href, what, breaksAt, whose } = row;
  const isOwn = whose !== null && whose === readerId;
  return { part, id, act, urgency, href, what, breaksAt: breaksAt.epochMilliseconds, isOwn };
}

type SaidRow = ShownRow & { readonly cells: DeskCells };

const shownTable = (parts: ReadonlyMap<string, DeskPart>) =>
  function ShownTable(props: { rows: readonly ShownRow[] }): VNode {
    const t = useWords(deskMessages);
    const formats = useFormats();
    const rows = props.rows.map((row): SaidRow => {
      const part = parts.get(row.part);
      if (!part) throw new Error(`nobody says what ${row.part} has on the desk`);
      return { ...row, cells: part.cells(row as never) };
    });
    return (
      <DataTable
        caption={t('queue_caption')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('queue_empty')} level={2}>
            {t('queue_empty_text')}
          </EmptyState>
        }
        columns={[
          { key: 'act', head: t('next_act'), rowHead: true, cell: (row) => <Next row={row} /> },
          { key: 'what', head: t('what'), cell: ({ cells }) => cells.what },
          { key: 'where', head: t('where'), cell: ({ cells }) => cells.where },
          { key: 'by', head: t('by_when'), cell: (row) => formats.dayTime(instantAt(row.breaksAt)) },
          { key: 'state', head: t('state'), cell: (row) => <State row={row} /> },
        ]}
      />
    );
  };

function Next({ row }: { row: SaidRow }): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      <Link href={row.href} kind="block" apart={row.cells.apart}>
        {row.cells.act}
      </Link>
      {row.urgency === 0 && <StatusChip tone="danger">{t('now')}</StatusChip>}
      {row.urgency === 2 && <StatusChip tone="waiting">{t('others_turn')}</StatusChip>}
    </>
  );
}

function State({ row }: { row: SaidRow }): VNode {
  return (
    <>
      {row.cells.state}
      {row.isOwn && <div class="quiet">{useWords(deskMessages)('in_your_care')}</div>}
    </>
  );
}
