import { instantAt } from '../../../../platform/clock.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { askingDesk, type DeskItem, type DeskPart } from '../../../../platform/parts/desk-part.ts';
import { titleOf } from '../../courses/words.ts';
import { classesStaffMessages } from '../../words.ts';
import { dayPaths } from '../paths.ts';
import type { IncidentKind } from '../store/incidents.ts';
import { type DayWorry, dayWorries, WORRY_KINDS, type WorryKind } from '../store/on-desk.ts';
import { dayMessages } from '../words.ts';

type ShownWorry = {
  readonly title: string;
  /** As milliseconds. */
  readonly at: number;
  readonly count: number;
  readonly incident: IncidentKind | '';
  readonly isTold: boolean;
};

export const isWorry = (kind: string): kind is WorryKind => WORRY_KINDS.some((one) => one === kind);
/** A family hears of it the same day; what is left to be written is written within the week. */
const TELL_WITHIN = { hours: 4 };
const CLOSE_WITHIN = { hours: 7 * 24 };

/** What went wrong with a child: before everything else on the desk, without a name and without a word of what was written. */
export const dayDesk: Pick<DeskPart, 'ask' | 'sayKind' | 'cells'> = {
  ask: async (_, { roles, locale }) =>
    roles.has('coordinator')
      ? askingDesk({ dayWorries: dayWorries() }, ({ dayWorries: found }) => ({
          items: found.map((one) => toItem(one, locale)),
        }))
      : null,
  sayKind: (kind, locale) => classesStaffMessages.in(locale).plain(`desk_${kind as WorryKind}`),
  cells({
    act,
    what,
    thisYear,
  }: {
    readonly act: string;
    readonly what: ShownWorry;
    readonly thisYear: number;
  }) {
    const t = useWords(classesStaffMessages);
    const say = useWords(dayMessages);
    const when = formatsIn(useLocale()).plain.shortDayTime(instantAt(what.at), thisYear);
    const { title, count, incident, isTold } = what;
    const happened =
      incident === '' ? t.plain('desk_class_handover_facts', { count }) : say.plain(`incident_${incident}`);
    return {
      ...{ act: t(`desk_${act as WorryKind}_act`), title, apart: `${title} · ${when}` },
      facts: [when, happened, ...(isTold ? [] : [t.plain('desk_family_unspoken')])].join(' · '),
    };
  },
};

function toItem(one: DayWorry, locale: Locale): DeskItem<ShownWorry> {
  const { id, kind, sessionId, at, count, incident, isTold } = one;
  return {
    ...{ id: `${kind}-${id}`, kind, act: kind, whose: null, isWorry: true },
    urgency: isTold ? 1 : 0,
    breaksAt: at.add(isTold ? CLOSE_WITHIN : TELL_WITHIN),
    href:
      kind === 'class_incident'
        ? dayPaths.incident({ id: sessionId, incidentId: id })
        : `${dayPaths.incidents({ id: sessionId })}?kind=handover`,
    what: () => ({
      title: titleOf(one, locale),
      ...{ at: at.epochMilliseconds, count, isTold, incident: incident ?? '' },
    }),
  };
}
