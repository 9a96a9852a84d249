import { useWords } from '../../../platform/languages/reading.tsx';
import { askingDesk, type DeskItem, type DeskPart } from '../../../platform/parts/desk-part.ts';
import { type Waiting, waitingOnDesk } from '../desk/store.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';

/** Whoever offers to help and hears nothing for so many days helps elsewhere. */
const ANSWER_WITHIN_DAYS = 7;

/**
 * Concerns that nobody has looked into, and applicants whose next step is ours: each kind in one row without a name, the
 * lists have them all. What a concern says is opened on its own page only.
 */
export const trustDesk: DeskPart = {
  name: 'trust',
  ask: async (_db, { personId, now }) =>
    askingDesk({ waiting: waitingOnDesk(personId, now) }, ({ waiting }) => ({ items: waiting.map(toItem) })),
  sayKind: (kind, locale) => trustStaffMessages.in(locale).plain(`desk_${kind as Waiting['kind']}`),
  cells(item: { readonly act: string; readonly what: number }) {
    const t = useWords(trustStaffMessages);
    const kind = item.act as Waiting['kind'];
    return {
      act: t('desk_do'),
      apart: t.plain(`desk_${kind}`),
      title: t(`desk_${kind}_wait`, { count: item.what }),
      facts: t(`desk_${kind}`),
    };
  },
};

function toItem({ kind, count, since }: Waiting): DeskItem {
  const isConcern = kind === 'concerns';
  return {
    ...{ id: `trust-${kind}`, kind, act: kind },
    urgency: isConcern ? 0 : 1,
    breaksAt: isConcern ? since : since.add({ hours: ANSWER_WITHIN_DAYS * 24 }),
    href: isConcern ? trustPaths.concerns() : trustPaths.applications(),
    whose: null,
    what: () => count,
  };
}
