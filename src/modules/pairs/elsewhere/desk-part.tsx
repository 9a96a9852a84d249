import { useWords } from '../../../platform/languages/reading.tsx';
import {
  askingDesk,
  type DeskCells,
  type DeskItem,
  type DeskPart,
} from '../../../platform/parts/desk-part.ts';
import { type WaitingApplications, waitingApplications } from '../applications/store/list.ts';
import { pairCells, pairItem, type ShownPair } from '../pair/desk/items.tsx';
import { waitingPairs } from '../pair/store/waiting.ts';
import { pairsPaths } from '../paths.ts';
import { pairsStaffMessages } from '../words.ts';

/** Whoever applies and hears nothing for so many days finds a friend elsewhere. */
const ANSWER_WITHIN_DAYS = 7;

type Kind = WaitingApplications['kind'];

/**
 * Applications whose next step is ours, each kind in one row without a name: the list has them all. And each pair that
 * waits for a coordinator.
 */
export const pairsDesk: DeskPart = {
  name: 'pairs',
  ask: async (_db, { personId, now, locale }) =>
    askingDesk(
      { applications: waitingApplications(personId, now), pairs: waitingPairs(personId, now) },
      ({ applications, pairs }) => ({
        items: [...applications.map(toItem), ...pairs.map((pair) => pairItem(pair, locale))],
      }),
    ),
  sayKind: (kind, locale) => pairsStaffMessages.in(locale).plain(`desk_${kind as Kind}`),
  cells: ({ act, what }: { readonly act: string; readonly what: number | ShownPair }) =>
    typeof what === 'number' ? cellsOfKind(act as Kind, what) : pairCells({ act, what }),
  ways: [{ href: pairsPaths.deskPairs(), label: pairsStaffMessages.label('pairs_on_desk').plain }],
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

function toItem({ kind, count, since }: WaitingApplications): DeskItem {
  return {
    ...{ id: `pairs-${kind}`, kind, act: kind },
    urgency: 1,
    breaksAt: since.add({ hours: ANSWER_WITHIN_DAYS * 24 }),
    href: pairsPaths.deskApplications(),
    whose: null,
    what: () => count,
  };
}
