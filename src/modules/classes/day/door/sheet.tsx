import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { type Column, DataTable, PageHead, PersonName } from '../../../../ui/index.ts';
import { childrenMessages } from '../../children/words.ts';
import type { Session } from '../../types.ts';
import { dayPaths } from '../paths.ts';
import { dayMessages } from '../words.ts';
import type { ChildOnDay } from './on-day.ts';
import { CodeOf, Phones } from './row.tsx';

/** A day on paper: the same names and the same words as on every phone, with room to write. Nothing is ticked. */
export function SheetPage({
  session,
  expected,
}: {
  readonly session: Session;
  readonly expected: readonly ChildOnDay[];
}): VNode {
  const t = useWords(dayMessages);
  const { span } = useFormats();
  return (
    <>
      <PageHead
        title={t('sheet_title')}
        lead={span(session.startsAt, session.endsAt)}
        back={{ href: dayPaths.day({ id: session.id }), label: t('day_title') }}
      />
      <p data-screen-only>{t('sheet_print')}</p>
      <p>{t('sheet_lead')}</p>
      <DataTable
        caption={t('sheet_children', { count: expected.length })}
        rows={expected}
        columns={useColumns()}
        rowKey={({ child }) => child.id}
        empty={<p>{t('nobody_comes')}</p>}
      />
      <p class="quiet">{t('sheet_shred')}</p>
    </>
  );
}

function useColumns(): Column<ChildOnDay>[] {
  const t = useWords(dayMessages);
  return [
    {
      key: 'name',
      head: t('sheet_child'),
      rowHead: true,
      cell: (of) => <Who of={of} />,
    },
    { key: 'in', head: t('sheet_in'), only: 'paper', cell: () => <span class="write-here" /> },
    { key: 'code', head: t('sheet_code'), cell: (of) => <CodeOf of={of} bare /> },
    { key: 'fetch', head: t('sheet_fetch'), cell: (of) => <Fetchers of={of} /> },
    { key: 'out', head: t('sheet_out'), only: 'paper', cell: () => <span class="write-here" /> },
    { key: 'call', head: t('sheet_call'), cell: (of) => <Phones of={of} /> },
  ];
}

function Who({ of }: { readonly of: ChildOnDay }): VNode {
  const t = useWords(dayMessages);
  const food = useWords(childrenMessages);
  const { list } = useFormats();
  return (
    <>
      <PersonName>{of.child.name}</PersonName>
      {of.foods.length > 0 && (
        <p>{t('keep_from', { foods: list(of.foods.map((one) => food(`food_${one}`))) })}</p>
      )}
      {of.child.photos !== 'public' && <p>{t(`photos_${of.child.photos}`)}</p>}
    </>
  );
}

/** Whom they may be handed over to, each with a box; and to whom not. */
function Fetchers({ of }: { readonly of: ChildOnDay }): VNode {
  const t = useWords(dayMessages);
  const relation = useWords(childrenMessages);
  return (
    <>
      {of.mayFetch.map(({ name, relation: is }) => (
        <p>
          ☐{' '}
          {relation('who_is', {
            who: <PersonName>{name}</PersonName>,
            relation: relation(`relation_${is}`),
          })}
        </p>
      ))}
      {of.doNotHandOver.map(({ name, call }) => (
        <p>
          <b>
            ✕ {t('do_not_hand_over')} <PersonName>{name}</PersonName>
          </b>{' '}
          {call ? t('call_at', { call }) : t('call_a_coordinator')}
        </p>
      ))}
    </>
  );
}
