import { useWords } from '../../../platform/languages/reading.tsx';
import { askingDesk, type DeskItem, type DeskPart } from '../../../platform/parts/desk-part.ts';
import { callName, dayInJapan } from '../../people/index.ts';
import { consultationPaths } from '../paths.ts';
import { MOST_ON_DESK, type WaitingKind, type WaitingMatter, waitingMatters } from '../store/on-desk.ts';
import { numberOfMatter } from '../types.ts';
import { consultationStaffMessages } from '../words.ts';

/**
 * Where somebody may be in danger, first; who waits for an answer, which days come near, what a second person has to look at. Rows
 * say a number: what it is about stands behind the door.
 */
export const consultationsDesk: DeskPart = {
  name: 'consultations',
  async ask(_db, { personId, roles, now, locale }) {
    if (!roles.has('coordinator')) return null;
    return askingDesk({ waiting: waitingMatters(personId, now, dayInJapan(now)) }, ({ waiting }) => ({
      items: waiting.slice(0, MOST_ON_DESK).map((matter) => ({
        ...toItem(matter),
        whose:
          matter.responsible && matter.responsibleId && matter.kind !== 'matter_left'
            ? { id: matter.responsibleId, name: callName(matter.responsible, locale) }
            : null,
      })),
      isCut: waiting.length > MOST_ON_DESK,
    }));
  },
  sayKind: (kind, locale) => consultationStaffMessages.in(locale).plain(`desk_${kind as WaitingKind}`),
  cells({ act, what }: { readonly act: string; readonly what: { readonly number: number } }) {
    const t = useWords(consultationStaffMessages);
    const kind = act as WaitingKind;
    const number = numberOfMatter(what);
    return {
      act: t(`desk_${kind}_act`),
      apart: number,
      title: t('desk_row', { number }),
      facts: t(`desk_${kind}`),
    };
  },
  ways: [
    {
      href: consultationPaths.deskConsultations(),
      label: consultationStaffMessages.label('desk_consultations').plain,
    },
  ],
};

function hrefOf(kind: WaitingKind, id: string): string {
  if (kind === 'opening') return consultationPaths.deskOpenings();
  return kind === 'conflict'
    ? consultationPaths.deskParties({ id })
    : consultationPaths.deskConsultation({ id });
}

function toItem({
  id,
  kind,
  mark,
  number,
  breaksAt,
}: WaitingMatter): Omit<DeskItem<{ number: number }>, 'whose'> {
  const isDanger = kind === 'matter_danger';
  return {
    ...{ id: `${kind}-${mark}`, kind, act: kind, breaksAt },
    urgency: isDanger ? 0 : 1,
    ...(isDanger && { isWorry: true }),
    href: hrefOf(kind, id),
    what: () => ({ number }),
  };
}
