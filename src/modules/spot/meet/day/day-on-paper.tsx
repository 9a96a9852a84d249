import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { type Column, DataTable, PersonName } from '../../../../ui/index.ts';
import { deskMessages } from '../../desk/words.ts';
import { Town } from '../../offer/town.tsx';
import type { VisitOnDay } from '../../store/lists/visits-on.ts';
import { spotMessages } from '../../words.ts';
import type { Names } from './day-timeline.tsx';

/** The day for the wall or the bag: one sheet, a visit a line, with room for a pen. */
export function DayOnPaper({ visits, names }: { visits: readonly VisitOnDay[]; names: Names }): VNode {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const nameOf = (id: string) => <PersonName>{names.get(id) ?? t('somebody')}</PersonName>;
  const columns: readonly Column<VisitOnDay>[] = [
    {
      key: 'time',
      head: t('paper_time'),
      rowHead: true,
      cell: ({ startsAt, endsAt }) => (
        <span class="unbroken">
          {formats.time(startsAt)}–{formats.time(endsAt)}
        </span>
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
    { key: 'note', head: t('paper_note'), cell: () => <span class="write-here" /> },
  ];
  return (
    <div data-print-only data-one-sheet="list">
      <DataTable caption={t('day_title')} captionHidden columns={columns} rows={visits} />
    </div>
  );
}
