import type { VNode } from 'preact';
import { BarPlot } from '../../../kits/plots/index.ts';
import { instantAt, isBefore, machineTime } from '../../../platform/clock.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { DeskSection } from '../../../platform/parts/desk-part.ts';
import { Heading, Hours, Link, Once } from '../../../ui/index.ts';
import { callName, dayInJapan, type Named, plainLanguageName } from '../../people/index.ts';
import { deskMessages } from '../desk/words.ts';
import { spotPaths } from '../paths.ts';
import type { Desk } from '../store/lists/desk.ts';
import type { Category } from '../types.ts';
import { spotMessages } from '../words.ts';

/** A visit of today as it is shown; times in milliseconds. */
interface ShownVisit {
  readonly id: string;
  readonly startsAt: number;
  readonly names: readonly string[];
  readonly category: Category;
  readonly state: 'past' | 'now' | 'next';
  /** When they met or ended, or what is missing; null while there is nothing to say. */
  readonly note: { readonly key: Note; readonly at: number } | null;
}
type Note = 'ended_at' | 'met_at' | 'not_met_yet_short' | 'not_confirmed_yet';

/** The visits of today, with who they are. */
export function todaySection(
  visits: Desk['visits'],
  { now, locale }: { readonly now: Temporal.Instant; readonly locale: Locale },
): DeskSection {
  const called = (person: Named | null) =>
    (person && callName(person, locale)) || deskMessages.in(locale).plain('somebody');
  const shown = visits.map(
    (visit): ShownVisit => ({
      id: visit.requestId,
      startsAt: visit.startsAt.epochMilliseconds,
      names: [called(visit.requester), called(visit.volunteer)],
      category: visit.category,
      state: visit.checkedOutAt ? 'past' : visit.checkedInAt ? 'now' : 'next',
      note: noteOf(visit, now),
    }),
  );
  return {
    id: 'today',
    view: <Once view={Today} of={{ day: dayInJapan(now), visits: shown }} />,
    subjectIds: visits.flatMap(({ requesterId, volunteerId }) => [requesterId, volunteerId]),
  };
}

function noteOf(visit: Desk['visits'][number], now: Temporal.Instant): ShownVisit['note'] {
  const { checkedInAt, checkedOutAt, startsAt, state } = visit;
  if (checkedOutAt) return { key: 'ended_at', at: checkedOutAt.epochMilliseconds };
  if (checkedInAt) return { key: 'met_at', at: checkedInAt.epochMilliseconds };
  if (state === 'accepted') return { key: 'not_confirmed_yet', at: 0 };
  return state === 'confirmed' && isBefore(startsAt, now) ? { key: 'not_met_yet_short', at: 0 } : null;
}

function Today(props: { day: Temporal.PlainDate; visits: readonly ShownVisit[] }): VNode {
  const { visits } = props;
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  return (
    <>
      <Heading level={2}>{t('today_on', { day: formats.shortDay(props.day, props.day.year) })}</Heading>
      {visits.length === 0 && <p>{t('no_visits_today')}</p>}
      <Hours
        hours={visits.map(({ id, startsAt, names, category, state, note }) => ({
          id: `today-${id}`,
          at: machineTime(instantAt(startsAt)),
          time: formats.time(instantAt(startsAt)),
          title: <Link href={spotPaths.deskRequest({ id })}>{formats.list(names)}</Link>,
          note: (
            <>
              {spot(`category_${category}`)}
              {note && <> · {t(note.key, { when: formats.time(instantAt(note.at)) })}</>}
            </>
          ),
          state,
        }))}
      />
    </>
  );
}

const MOST_LANGUAGES = 6;

/** How many requests wait for somebody who speaks a language, those of which most wait. */
export function waitingSection(waiting: Desk['waiting']): DeskSection {
  return {
    id: 'languages',
    view: (
      <Once
        view={Waiting}
        of={{
          waiting: waiting.slice(0, MOST_LANGUAGES),
          further: Math.max(0, waiting.length - MOST_LANGUAGES),
        }}
      />
    ),
  };
}

/** @param props.further how many languages are not among them */
function Waiting({ waiting, further }: { waiting: Desk['waiting']; further: number }): VNode {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const { count } = useFormats();
  const locale = useLocale();
  if (waiting.length === 0) return <p>{t('nobody_waits')}</p>;
  return (
    <>
      <BarPlot
        caption={t('waiting_title')}
        heads={[t.plain('waiting_language'), t.plain('waiting_count')]}
        points={waiting.map(({ language, count: value }) => ({
          label: language === null ? spot.plain('easy_japanese_ok') : plainLanguageName(language, locale),
          value,
        }))}
        say={count}
        hidden={t.plain('none_hidden')}
      />
      {further > 0 && <p class="quiet">{t('waiting_further', { count: further })}</p>}
    </>
  );
}
