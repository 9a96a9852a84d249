import { useWords } from '../../../platform/languages/reading.tsx';
import {
  askingDesk,
  type DeskCells,
  type DeskItem,
  type DeskPart,
} from '../../../platform/parts/desk-part.ts';
import { type WaitingApplications, waitingApplications } from '../applications/store/list.ts';
import { alarmCells, alarmItem } from '../months/desk/items.tsx';
import { MOST_ALARMS, openAlarmsFor } from '../months/store/alarms-on-desk.ts';
import { type CheckInsDue, checkInsDue } from '../months/store/on-desk.ts';
import { oneRowAPair, type PairRow, pairCells, pairItem } from '../pair/desk/items.tsx';
import { MOST_WAITING, waitingPairs } from '../pair/store/waiting.ts';
import { pairsPaths } from '../paths.ts';
import { type PoolOnDesk, poolOnDesk } from '../pool/store/on-desk.ts';
import { type WishesOnDesk, wishesOnDesk } from '../wishes/store/on-desk.ts';
import { pairsStaffMessages } from '../words.ts';

/** Whoever applies and hears nothing for so many days finds a friend elsewhere. */
const ANSWER_WITHIN_DAYS = 7;

type Waiting = WaitingApplications | PoolOnDesk | WishesOnDesk;
type Kind = Waiting['kind'] | 'check_ins';

/**
 * Applications whose next step is ours, rounds to look at, that people have waited long, two who both wish it, and check-ins without
 * an answer: each kind in one row without a name, the lists have them all. And each pair that waits for a coordinator.
 */
export const pairsDesk: DeskPart = {
  name: 'pairs',
  ask: async (_db, { personId, now, locale }) =>
    askingDesk(
      {
        applications: waitingApplications(personId, now),
        pool: poolOnDesk(now),
        wishes: wishesOnDesk(personId, now),
        pairs: waitingPairs(personId, now),
        alarms: openAlarmsFor(personId),
        checkIns: checkInsDue(now),
      },
      ({ applications, pool, wishes, pairs, alarms, checkIns }) => ({
        items: [
          ...[...applications, ...pool, ...wishes].map(toItem),
          ...(checkIns ? [checkInsItem(checkIns)] : []),
          ...oneRowAPair([
            ...pairs.map((pair) => pairItem(pair, locale)),
            ...alarms.map((alarm) => alarmItem(alarm, locale)),
          ]),
        ],
        isCut: pairs.length === MOST_WAITING || alarms.length === MOST_ALARMS,
      }),
    ),
  sayKind: (kind, locale) => pairsStaffMessages.in(locale).plain(`desk_${kind as Kind}`),
  cells({ act, what, thisYear }: Omit<PairRow, 'what'> & { readonly what: number | PairRow['what'] }) {
    if (typeof what === 'number') return cellsOfKind(act as Kind, what);
    const row = { act, what, thisYear };
    return act.startsWith('alarm_') ? alarmCells(row) : pairCells(row);
  },
  ways: [
    { href: pairsPaths.deskApplications(), label: pairsStaffMessages.label('applications_title').plain },
    { href: pairsPaths.deskPairs(), label: pairsStaffMessages.label('pairs_on_desk').plain },
    { href: pairsPaths.deskRounds(), label: pairsStaffMessages.label('rounds_title').plain },
    { href: pairsPaths.deskWishes(), label: pairsStaffMessages.label('wishes_title').plain },
    { href: pairsPaths.deskFigures(), label: pairsStaffMessages.label('figures_title').plain },
  ],
};

function cellsOfKind(kind: Kind, count: number): DeskCells {
  const t = useWords(pairsStaffMessages);
  return {
    act: t('desk_do'),
    apart: t.plain(`desk_${kind}`),
    title: t(`desk_${kind}_wait`, { count }),
    facts: t(`desk_${kind}`),
  };
}

/** Where each kind is done and by when, if not in the list of applications like the others. */
const OTHERWISE: Partial<
  Record<Waiting['kind'], { readonly href: string; readonly days: number; readonly urgency: 1 | 2 }>
> = {
  rounds: { href: pairsPaths.deskRounds(), days: 2, urgency: 1 },
  long_waits: { href: pairsPaths.deskRounds(), days: 90, urgency: 2 },
  wishes: { href: pairsPaths.deskWishes(), days: ANSWER_WITHIN_DAYS, urgency: 1 },
};

const AS_APPLICATIONS = {
  href: pairsPaths.deskApplications(),
  days: ANSWER_WITHIN_DAYS,
  urgency: 1,
} as const;

function toItem({ kind, count, since }: Waiting): DeskItem {
  const { href, days, urgency } = OTHERWISE[kind] ?? AS_APPLICATIONS;
  return {
    ...{ id: `pairs-${kind}`, kind, act: kind },
    urgency,
    breaksAt: since.add({ hours: days * 24 }),
    href,
    whose: null,
    what: () => count,
  };
}

/** Until the first of them counts as missed: then its pair has a row of its own. */
function checkInsItem({ count, answerBy }: CheckInsDue): DeskItem {
  return {
    ...{ id: 'pairs-check_ins', kind: 'check_ins', act: 'check_ins' },
    urgency: 2,
    breaksAt: answerBy,
    href: pairsPaths.deskPairs(),
    whose: null,
    what: () => count,
  };
}
