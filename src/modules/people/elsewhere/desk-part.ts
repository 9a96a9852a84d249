import { housePaths } from '../../../platform/addresses/paths.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { askingDesk, type DeskPart } from '../../../platform/parts/desk-part.ts';
import { peopleStaffMessages } from '../messages.ts';
import { endOfWaiting } from '../offices/rules.ts';
import { visibleStaffActs } from '../offices/store.ts';

/** Proposals about staff that the reader may see, in one row: which they are stands on their own page. */
export const peopleDesk: DeskPart = {
  name: 'people',
  ask: async (_db, { personId, now }) =>
    askingDesk({ proposed: visibleStaffActs(personId ?? '', now) }, ({ proposed }) => {
      const [proposedAt] = proposed;
      if (!proposedAt) return { items: [] };
      const item = {
        id: 'staff-acts',
        kind: 'staff',
        act: 'decide',
        urgency: 1,
        breaksAt: endOfWaiting({ proposedAt }),
        href: housePaths.staffActs(),
        whose: null,
        what: () => proposed.length,
      } as const;
      return { items: [item] };
    }),
  sayKind: (_kind, locale) => peopleStaffMessages.in(locale).plain('desk_staff_acts'),
  cells({ what: count }: { readonly what: number }) {
    const t = useWords(peopleStaffMessages);
    return {
      act: t('desk_decide'),
      apart: t.plain('desk_staff_acts'),
      title: t('desk_staff_acts_wait', { count }),
      facts: t('desk_staff_acts'),
    };
  },
};
