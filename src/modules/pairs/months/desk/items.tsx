import type { Locale } from '../../../../platform/languages/locales.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import type { DeskCells, DeskItem } from '../../../../platform/parts/desk-part.ts';
import { PersonName } from '../../../../ui/index.ts';
import { callName, type Named } from '../../../people/index.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import { type AlarmKind, facingOf, GRAVE } from '../rules/alarms.ts';
import type { OpenAlarm } from '../store/alarms-on-desk.ts';

/** What a row says: who, and since when, as milliseconds. */
export interface ShownAlarm {
  readonly volunteer: string;
  readonly resident: string;
  readonly at: number;
  readonly [name: string]: string | number;
}

/** Under which kind of the desk an alarm stands: what is grave, pairs gone quiet, the rest of how it goes. */
function kindOf(kind: AlarmKind): 'pair_concern' | 'pair_quiet' | 'pair_check_in' {
  if (GRAVE.includes(kind)) return 'pair_concern';
  return kind === 'gone_quiet' || kind === 'no_first_contact' ? 'pair_quiet' : 'pair_check_in';
}

/** An open alarm, as the desk lists it. */
export function alarmItem(alarm: OpenAlarm, locale: Locale): DeskItem<ShownAlarm> {
  const { id, pairId, kind, openedAt, volunteerId, residentId, coordinatorId } = alarm;
  const nameOf = (named: Named | null) =>
    named ? callName(named, locale) : pairsStaffMessages.in(locale).plain('somebody');
  return {
    ...{ id: `pair-alarm-${id}`, kind: kindOf(kind), act: `alarm_${kind}`, ...facingOf(kind, openedAt) },
    isWorry: GRAVE.includes(kind),
    href: pairsPaths.deskPair({ id: pairId }),
    whose: { id: coordinatorId, name: nameOf(alarm.coordinator) },
    subjectIds: [volunteerId, residentId],
    what: () => ({
      volunteer: nameOf(alarm.volunteer),
      resident: nameOf(alarm.resident),
      at: openedAt.epochMilliseconds,
    }),
  };
}

/** How its row is drawn. */
export function alarmCells({ act, what }: { readonly act: string; readonly what: ShownAlarm }): DeskCells {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const kind = act.replace('alarm_', '') as AlarmKind;
  const { volunteer, resident, at } = what;
  return {
    act: t('desk_alarm_act'),
    title: (
      <b>
        <PersonName>{t('pair_of_two', { volunteer, resident })}</PersonName>
      </b>
    ),
    apart: `${volunteer} · ${resident} · ${t.plain(`alarm_${kind}`)}`,
    facts: (
      <>
        {t(`alarm_${kind}`)} · {formats.dayTime(Temporal.Instant.fromEpochMilliseconds(at))}
      </>
    ),
  };
}
