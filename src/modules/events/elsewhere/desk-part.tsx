import { instantAt } from '../../../platform/clock.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { askingDesk, type DeskItem, type DeskPart } from '../../../platform/parts/desk-part.ts';
import { callName } from '../../people/index.ts';
import { titleOf, wordsOf } from '../open/words.ts';
import { eventsPaths } from '../paths.ts';
import { type WaitingEvent, type WaitingKind, waitingEvents } from '../store/on-desk.ts';
import { eventsStaffMessages } from '../words.ts';

interface ShownEvent {
  readonly title: string;
  /** In which language that is. */
  readonly tag: string;
  /** When it is, as milliseconds. */
  readonly at: number;
  readonly offered: number;
  readonly interpreted: number;
  readonly [name: string]: string | number;
}

/** People need days to read of an event before it is. */
const PUBLIC_BEFORE_HOURS = 14 * 24;
const REPORT_WITHIN_HOURS = 14 * 24;

/** Events that wait for a second pair of eyes, that are near and not ready, and that nobody has reported on. */
export const eventsDesk: DeskPart = {
  name: 'events',
  ask: async (_db, { personId, now, locale }) =>
    askingDesk({ waiting: waitingEvents(personId, now) }, ({ waiting }) => ({
      items: waiting.map((event) => toItem(event, locale)),
    })),
  sayKind: (kind, locale) => eventsStaffMessages.in(locale).plain(`desk_${kind as WaitingKind}`),
  cells(row: { readonly act: string; readonly what: ShownEvent; readonly thisYear: number }) {
    const t = useWords(eventsStaffMessages);
    const locale = useLocale();
    const { title, tag } = row.what;
    const kind = row.act as WaitingKind;
    return {
      act: t(`desk_${kind}_act`),
      apart: title,
      title: tag === localeFacts[locale].tag ? title : <span lang={tag}>{title}</span>,
      facts: factsOf(row, locale).join(' · '),
    };
  },
  ways: [{ href: eventsPaths.deskEvents(), label: eventsStaffMessages.label('desk_events').plain }],
};

function factsOf(
  { act, what, thisYear }: { readonly act: string; readonly what: ShownEvent; readonly thisYear: number },
  locale: Locale,
): string[] {
  const t = eventsStaffMessages.in(locale).plain;
  const when = formatsIn(locale).plain.shortDayTime(instantAt(what.at), thisYear);
  const { offered, interpreted } = what;
  if (act !== 'event_soon') return [when, t(`desk_${act as 'event_review' | 'event_report'}_facts`)];
  return [
    when,
    ...(offered > 0 ? [t('desk_event_soon_offered', { count: offered })] : []),
    ...(interpreted > 0 ? [t('desk_event_soon_interpreted', { count: interpreted })] : []),
  ];
}

const HREFS = {
  event_soon: eventsPaths.deskRegistrations,
  event_review: eventsPaths.deskEvent,
  event_report: eventsPaths.deskReport,
} as const;

function toItem(event: WaitingEvent, locale: Locale): DeskItem<ShownEvent> {
  const { id, kind, startsAt, offered, interpreted, responsible, responsibleId } = event;
  return {
    ...{ id: `${kind}-${id}`, kind, act: kind },
    urgency: kind === 'event_report' ? 2 : 1,
    breaksAt: breaksAt(event),
    href: HREFS[kind]({ id }),
    whose: responsible && { id: responsibleId, name: callName(responsible, locale) },
    what: () => ({
      title: titleOf(event, locale),
      tag: localeFacts[wordsOf(event, locale).language].tag,
      ...{ at: startsAt.epochMilliseconds, offered, interpreted },
    }),
  };
}

function breaksAt({ kind, startsAt, endsAt }: WaitingEvent): Temporal.Instant {
  if (kind === 'event_soon') return startsAt;
  return kind === 'event_review'
    ? startsAt.subtract({ hours: PUBLIC_BEFORE_HOURS })
    : endsAt.add({ hours: REPORT_WITHIN_HOURS });
}
