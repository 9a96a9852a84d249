import type { Locale } from '../../../../platform/languages/locales.ts';
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

/** What a row says: who, and when it breaks, as milliseconds. */
export interface ShownPair {
  readonly volunteer: string;
  readonly resident: string;
  readonly at: number;
  readonly [name: string]: string | number;
}

/** A pair that waits, as the desk lists it. */
export function pairItem(waiting: WaitingPair, locale: Locale): DeskItem<ShownPair> {
  const { id, kind, breaksAt, volunteerId, residentId, coordinatorId, coordinator } = waiting;
  const nameOf = (named: Named | null) =>
    named ? callName(named, locale) : pairsStaffMessages.in(locale).plain('somebody');
  return {
    ...{ id: `pair-${kind}-${id}`, kind: KINDS[kind], act: `pair_${kind}`, breaksAt },
    urgency: kind === 'writing' ? 0 : kind === 'look' ? 2 : 1,
    href: pairsPaths.deskPair({ id }),
    whose: { id: coordinatorId, name: nameOf(coordinator) },
    subjectIds: [volunteerId, residentId],
    what: () => ({
      volunteer: nameOf(waiting.volunteer),
      resident: nameOf(waiting.resident),
      at: breaksAt.epochMilliseconds,
    }),
  };
}

/** How its row is drawn. */
export function pairCells({ act, what }: { readonly act: string; readonly what: ShownPair }): DeskCells {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const kind = act.replace('pair_', '') as WaitingKind;
  const names = { volunteer: what.volunteer, resident: what.resident };
  return {
    act: t(`desk_pair_act_${kind}`),
    title: (
      <b>
        <PersonName>{t('pair_of_two', names)}</PersonName>
      </b>
    ),
    apart: `${what.volunteer} · ${what.resident}`,
    facts: (
      <>
        {t(`desk_pair_text_${kind}`)} · {formats.dayTime(Temporal.Instant.fromEpochMilliseconds(what.at))}
      </>
    ),
  };
}
