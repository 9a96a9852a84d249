import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { DataTable, EmptyState, Link, PageHead, PersonName, StatusChip } from '../../../ui/index.ts';
import { languageName } from '../../people/index.ts';
import { seasonPaths } from '../paths.ts';
import type { Gap } from '../rules/cover.ts';
import { type Call, PARTS } from '../types.ts';
import { seasonStaffMessages } from '../words.ts';
import type { AloneOnDesk, HourOnDesk } from './find.ts';

interface DeskProps {
  readonly everybody: readonly AloneOnDesk[];
  readonly gaps: readonly Gap[];
  readonly free: readonly HourOnDesk[];
}

/** What nobody covers, who will be alone, and what volunteers give. */
export function DeskPage(props: DeskProps): VNode {
  const t = useWords(seasonStaffMessages);
  return (
    <>
      <PageHead title={t('desk_title')} lead={t('desk_lead')} />
      <Gaps {...props} />
      <Everybody {...props} />
      <FreeHours {...props} />
    </>
  );
}

const dayOf = (day: string) => Temporal.PlainDate.from(day);

function Gaps({ gaps, everybody }: DeskProps): VNode {
  const t = useWords(seasonStaffMessages);
  const locale = useLocale();
  const { day, count } = useFormats();
  return (
    <section class="stack">
      <h2>{t('gaps_title')}</h2>
      <DataTable
        caption={t('gaps_title')}
        captionHidden
        dense
        rows={gaps}
        empty={<p>{t(everybody.length > 0 ? 'gaps_none' : 'nobody_alone')}</p>}
        columns={[
          { key: 'day', head: t('gap_day'), cell: (gap) => day(dayOf(gap.day)), rowHead: true },
          { key: 'language', head: t('gap_language'), cell: (gap) => languageName(gap.language, locale) },
          { key: 'people', head: t('gap_people'), cell: (gap) => count(gap.people), numeric: true },
        ]}
      />
    </section>
  );
}

function Everybody({ everybody }: DeskProps): VNode {
  const t = useWords(seasonStaffMessages);
  const locale = useLocale();
  const { list, shortDay } = useFormats();
  const shortly = (day: string) => shortDay(dayOf(day), dayOf(day).year);
  return (
    <section class="stack">
      <h2>{t('everybody_title')}</h2>
      <DataTable
        caption={t('everybody_title')}
        captionHidden
        rows={everybody}
        empty={<EmptyState title={t('nobody_alone')}>{t('nobody_alone_text')}</EmptyState>}
        columns={[
          {
            key: 'name',
            head: t('one_name'),
            rowHead: true,
            cell: ({ id, name }) => (
              <Link href={seasonPaths.deskAlone({ id })}>
                <PersonName>{name}</PersonName>
              </Link>
            ),
          },
          { key: 'days', head: t('one_days'), cell: ({ days }) => list(days.map(shortly)) },
          {
            key: 'languages',
            head: t('one_languages'),
            cell: ({ languages }) => list(languages.map((one) => languageName(one, locale))),
          },
          { key: 'state', head: t('one_state'), atEnd: true, cell: (one) => <HowItStands {...one} /> },
        ]}
      />
    </section>
  );
}

function HowItStands({ calls, days }: AloneOnDesk): VNode {
  const t = useWords(seasonStaffMessages);
  const count = (state: string) => calls.filter((call) => call.state === state).length;
  // Of a call on a day that is over nobody has said that it was made.
  const isAhead = ({ state, onDay }: Call) => state === 'arranged' && days.includes(onDay.toString());
  if (count('called') > 0) return <StatusChip tone="good">{t('state_called')}</StatusChip>;
  if (calls.some(isAhead)) return <StatusChip tone="waiting">{t('state_arranged')}</StatusChip>;
  return <StatusChip tone="notice">{t(count('missed') > 0 ? 'state_missed' : 'state_waits')}</StatusChip>;
}

function FreeHours({ free }: DeskProps): VNode {
  const t = useWords(seasonStaffMessages);
  const { day, count } = useFormats();
  const days = [...Map.groupBy(free, (one) => one.day)];
  return (
    <section class="stack">
      <h2>{t('free_title')}</h2>
      <DataTable
        caption={t('free_title')}
        captionHidden
        dense
        rows={days}
        empty={<p>{t('free_none')}</p>}
        columns={[
          { key: 'day', head: t('gap_day'), cell: ([one]) => day(dayOf(one)), rowHead: true },
          ...PARTS.map((part) => ({
            key: part,
            head: t(`part_${part}`),
            numeric: true,
            cell: ([, those]: (typeof days)[number]) =>
              count(those.filter(({ hour }) => hour.part === part).length),
          })),
        ]}
      />
    </section>
  );
}
