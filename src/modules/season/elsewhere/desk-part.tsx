import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { askingDesk, type DeskItem, type DeskPart } from '../../../platform/parts/desk-part.ts';
import { PersonName } from '../../../ui/index.ts';
import { callName, dayInJapan } from '../../people/index.ts';
import { seasonPaths } from '../paths.ts';
import { gapsOf, talksIn } from '../rules/cover.ts';
import { findSeason } from '../setting.ts';
import { daysIn } from '../store/alone.ts';
import { type AloneNow, everybodyAlone, type FreeDay, freeDays } from '../store/on-desk.ts';
import { seasonStaffMessages } from '../words.ts';

type ShownAlone = {
  readonly name: string;
  /** ISO days. */
  readonly days: readonly string[];
  /** How many days and languages nobody covers; of a person 0. */
  readonly gaps: number;
};

/** Nobody should learn only on the day itself whether somebody calls. */
const WITHIN_DAYS = 2;
const MOST_WAITING = 50;

/** For coordinators alone: who will be alone and is called by nobody yet, and that days are not covered. */
export const seasonDesk: DeskPart = {
  name: 'season',
  async ask(db, { personId, roles, locale, now }) {
    const today = dayInJapan(now);
    const season = roles.has('coordinator') ? await findSeason(db, today) : null;
    if (!season) return null;
    return askingDesk({ all: everybodyAlone(today), free: freeDays(today, now) }, ({ all, free }) => {
      const days = new Map(
        all.map(({ id, said }) => [id, daysIn(db, id, said).filter((day) => day >= today.toString())]),
      );
      const daysOf = ({ id }: AloneNow) => days.get(id) ?? [];
      return { items: [...gapItems(all, free, daysOf), ...waitingItems()] };

      function waitingItems(): DeskItem<ShownAlone>[] {
        return all
          .filter((one) => one.isWaiting && one.personId !== personId)
          .slice(0, MOST_WAITING)
          .flatMap((one): DeskItem<ShownAlone>[] => {
            const own = daysOf(one);
            if (own.length === 0 || !one.speech) return [];
            const name = one.person ? callName(one.person, locale) : '';
            return [
              {
                ...{
                  id: `alone-${one.id}`,
                  kind: 'season_alone',
                  act: 'season_alone',
                  urgency: 1,
                  whose: null,
                },
                breaksAt: dueOf(one.agreedAt, own),
                href: seasonPaths.deskAlone({ id: one.id }),
                subjectIds: [one.personId],
                what: () => ({ name, days: own, gaps: 0 }),
              },
            ];
          });
      }
    });
  },
  sayKind: (kind, locale) =>
    seasonStaffMessages.in(locale).plain(kind === 'season_gaps' ? 'desk_gaps' : 'desk_alone'),
  cells({ act, what }: { readonly act: string; readonly what: ShownAlone; readonly thisYear: number }) {
    const t = useWords(seasonStaffMessages);
    const { list, shortDay } = useFormats();
    const days = list(what.days.map((day) => sayShortly(day, shortDay)));
    if (act === 'season_gaps')
      return {
        act: t('desk_gaps_act'),
        apart: t.plain('desk_gaps'),
        title: t('desk_gaps_title', { count: what.gaps }),
        facts: days,
      };
    return {
      act: t('desk_alone_act'),
      apart: what.name,
      title: (
        <b>
          <PersonName>{what.name}</PersonName>
        </b>
      ),
      facts: t('desk_alone_facts', { days }),
    };
  },
  ways: [{ href: seasonPaths.desk(), label: seasonStaffMessages.label('desk_title').plain }],
};

/** The days that nobody covers, as one row. */
function gapItems(
  all: readonly AloneNow[],
  free: readonly FreeDay[],
  daysOf: (one: AloneNow) => readonly string[],
): DeskItem<ShownAlone>[] {
  const waiting = all.flatMap((one) => {
    if (!one.speech) return [];
    const called = new Set(one.calledOn.map(String));
    const days = daysOf(one).filter((day) => !called.has(day));
    return [{ id: one.id, days, languages: talksIn(one.speech) }];
  });
  const hours = free.map(({ onDay, speech }) => ({
    ...{ id: '', day: onDay.toString(), languages: talksIn(speech) },
  }));
  const gaps = gapsOf(waiting, hours);
  const [first] = gaps;
  if (!first) return [];
  return [
    {
      ...{ id: 'season-gaps', kind: 'season_gaps', act: 'season_gaps', urgency: 1, whose: null },
      breaksAt: startOf(first.day),
      href: seasonPaths.desk(),
      what: () => ({ name: '', days: [...new Set(gaps.map(({ day }) => day))], gaps: gaps.length }),
    },
  ];
}

/** So many days after they said it, and before their first day begins. */
function dueOf(agreedAt: Temporal.Instant, [first]: readonly string[] = []): Temporal.Instant {
  const due = agreedAt.add({ hours: WITHIN_DAYS * 24 });
  if (first === undefined) return due;
  const begins = startOf(first);
  return Temporal.Instant.compare(begins, due) < 0 ? begins : due;
}

const startOf = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(TIME_ZONE).toInstant();

function sayShortly<T>(iso: string, say: (day: Temporal.PlainDate, thisYear: number) => T): T {
  const day = Temporal.PlainDate.from(iso);
  return say(day, day.year);
}
