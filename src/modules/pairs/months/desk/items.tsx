import type { Locale } from '../../../../platform/languages/locales.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import type { DeskCells, DeskItem } from '../../../../platform/parts/desk-part.ts';
import { type PairRow, rowCells, rowOfPair, type ShownPair } from '../../pair/desk/items.tsx';
import { pairsStaffMessages } from '../../words.ts';
import { type AlarmKind, facingOf, GRAVE } from '../rules/alarms.ts';
import type { OpenAlarm } from '../store/alarms-on-desk.ts';

/** Under which kind of the desk an alarm stands: what is grave, pairs gone quiet, the rest of how it goes. */
function kindOf(kind: AlarmKind): 'pair_concern' | 'pair_quiet' | 'pair_check_in' {
  if (GRAVE.includes(kind)) return 'pair_concern';
  return kind === 'gone_quiet' || kind === 'no_first_contact' ? 'pair_quiet' : 'pair_check_in';
}

/** An open alarm, as the desk lists it. */
export function alarmItem({ id, kind, openedAt, ...pair }: OpenAlarm, locale: Locale): DeskItem<ShownPair> {
  const facing = {
    ...{ id: `pair-alarm-${id}`, kind: kindOf(kind), act: `alarm_${kind}`, ...facingOf(kind, openedAt) },
    isWorry: GRAVE.includes(kind),
  };
  return rowOfPair(pair, facing, { at: openedAt, locale });
}

/** How its row is drawn. */
export function alarmCells(row: PairRow): DeskCells {
  const t = useWords(pairsStaffMessages);
  const kind = row.act as `alarm_${AlarmKind}`;
  return rowCells(row, { act: t('desk_alarm_act'), why: t(kind), plainWhy: t.plain(kind) });
}
