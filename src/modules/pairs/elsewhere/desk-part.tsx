import { useWords } from '../../../platform/languages/reading.tsx';
import { askingDesk, type DeskItem, type DeskPart } from '../../../platform/parts/desk-part.ts';
import { type WaitingApplications, waitingApplications } from '../applications/store/list.ts';
import { pairsPaths } from '../paths.ts';
import { pairsStaffMessages } from '../words.ts';

/** Whoever applies and hears nothing for so many days finds a friend elsewhere. */
const ANSWER_WITHIN_DAYS = 7;

type Kind = WaitingApplications['kind'];

/** Applications whose next step is ours: each kind in one row without a name, the list has them all. */
export const pairsDesk: DeskPart = {
  name: 'pairs',
  ask: async (_db, { personId, now }) =>
    askingDesk({ applications: waitingApplications(personId, now) }, ({ applications }) => ({
      items: applications.map(toItem),
    })),
  sayKind: (kind, locale) => pairsStaffMessages.in(locale).plain(`desk_${kind as Kind}`),
  cells(item: { readonly act: string; readonly what: number }) {
    const t = useWords(pairsStaffMessages);
    const kind = item.act as Kind;
    return {
      act: t('desk_do'),
      apart: t.plain(`desk_${kind}`),
      title: t(`desk_${kind}_wait`, { count: item.what }),
      facts: t(`desk_${kind}`),
    };
  },
};

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
