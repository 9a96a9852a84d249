import { instantAt } from '../../../../platform/clock.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { DeskCells, DeskItem } from '../../../../platform/parts/desk-part.ts';
import { PersonName } from '../../../../ui/index.ts';
import { callName, type Named } from '../../../people/index.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import type { WaitingKind, WaitingPair } from '../store/waiting.ts';

/** Which kind of the desk each is. */
const KINDS = {
  writing: 'pair_concern',
  set: 'pair_introduction',
  hold: 'pair_introduction',
  call: 'pair_answer',
  look: 'pair_look_again',
} as const satisfies Readonly<Record<WaitingKind, string>>;

/** What a row says: who, since when or until when, as milliseconds, and how many reasons more there are. */
export interface ShownPair {
  readonly volunteer: string;
  readonly resident: string;
  readonly at: number;
  readonly more: number;
  readonly [name: string]: string | number;
}

/** A row as its cells are drawn. */
export interface PairRow {
  readonly act: string;
  readonly what: ShownPair;
  readonly thisYear: number;
}

type OfPair = Omit<WaitingPair, 'id' | 'kind' | 'breaksAt'> & { readonly pairId: string };
type Facing = Pick<DeskItem, 'id' | 'kind' | 'act' | 'urgency' | 'breaksAt'> & { readonly isWorry?: boolean };

/** A reason for which a pair waits, as the desk lists it. @param at what its row says of time */
export function rowOfPair(
  { pairId, volunteer, resident, coordinator, ...ids }: OfPair,
  facing: Facing,
  { at, locale }: { readonly at: Temporal.Instant; readonly locale: Locale },
): DeskItem<ShownPair> {
  const nameOf = (named: Named | null) =>
    named ? callName(named, locale) : pairsStaffMessages.in(locale).plain('somebody');
  return {
    ...facing,
    href: pairsPaths.deskPair({ id: pairId }),
    whose: { id: ids.coordinatorId, name: nameOf(coordinator) },
    subjectIds: [ids.volunteerId, ids.residentId],
    what: () => ({
      volunteer: nameOf(volunteer),
      resident: nameOf(resident),
      at: at.epochMilliseconds,
      more: 0,
    }),
  };
}

/** A pair that waits, as the desk lists it. */
export function pairItem({ id, kind, breaksAt, ...pair }: WaitingPair, locale: Locale): DeskItem<ShownPair> {
  const urgency = kind === 'writing' ? 0 : kind === 'look' ? 2 : 1;
  const facing = {
    id: `pair-${kind}-${id}`,
    kind: KINDS[kind],
    act: `pair_${kind}`,
    urgency,
    breaksAt,
  } as const;
  return rowOfPair({ ...pair, pairId: id }, facing, { at: breaksAt, locale });
}

/** One row a pair, however many reasons it waits for: the gravest, and how many more there are. */
export function oneRowAPair(items: readonly DeskItem<ShownPair>[]): DeskItem<ShownPair>[] {
  return [...Map.groupBy(items, ({ href }) => href).values()].flatMap((reasons) => {
    const [gravest, ...others] = reasons.toSorted(byGravity);
    return gravest ? [{ ...gravest, what: () => ({ ...gravest.what(), more: others.length }) }] : [];
  });
}

function byGravity(one: DeskItem, other: DeskItem): number {
  return (
    one.urgency - other.urgency ||
    Number(other.isWorry ?? false) - Number(one.isWorry ?? false) ||
    Temporal.Instant.compare(one.breaksAt, other.breaksAt)
  );
}

/** How the row of a pair is drawn. @param says its button, and why it waits */
export function rowCells(
  { what: { volunteer, resident, at, more }, thisYear }: PairRow,
  { act, why, plainWhy }: { readonly act: Words; readonly why: Words; readonly plainWhy: string },
): DeskCells {
  const t = useWords(pairsStaffMessages);
  return {
    act,
    title: (
      <b>
        <PersonName>{t('pair_of_two', { volunteer, resident })}</PersonName>
      </b>
    ),
    apart: `${volunteer} · ${resident} · ${plainWhy}`,
    facts: (
      <>
        {why} · {useFormats().shortDayTime(instantAt(at), thisYear)}
        {more > 0 && <> · {t('desk_pair_more', { count: more })}</>}
      </>
    ),
  };
}

/** How a pair that waits is drawn. */
export function pairCells(row: PairRow): DeskCells {
  const t = useWords(pairsStaffMessages);
  const kind = row.act.replace('pair_', '') as WaitingKind;
  const why = `desk_pair_text_${kind}` as const;
  return rowCells(row, { act: t(`desk_pair_act_${kind}`), why: t(why), plainWhy: t.plain(why) });
}
