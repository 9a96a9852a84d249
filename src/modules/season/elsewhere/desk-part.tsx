import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { askingDesk, type DeskItem, type DeskPart } from '../../../platform/parts/desk-part.ts';
import { PersonName } from '../../../ui/index.ts';
import { callName, dayInJapan } from '../../people/index.ts';
import { findAllAlone, findFreeHours, withoutCalledDays } from '../desk/find.ts';
import { seasonPaths } from '../paths.ts';
import { gapsOf } from '../rules/cover.ts';
import { findSeason } from '../setting.ts';
import { waitingAlone } from '../store/on-desk.ts';
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

/** For coordinators alone: who will be alone and is called by nobody yet, and that days are not covered. */
export const seasonDesk: DeskPart = {
  name: 'season',
  async ask(db, { personId, roles, locale, now }) {
    const today = dayInJapan(now);
    const season = roles.has('coordinator') ? await findSeason(db, today) : null;
    if (!season) return null;
    const looking = { now, locale };
    const everybody = await findAllAlone(db, looking);
    // While nobody will be alone, nobody's hours are looked for: the desk is opened all day.
    const gaps =
      everybody.length > 0 ? gapsOf(withoutCalledDays(everybody), await findFreeHours(db, looking)) : [];
    const daysOf = new Map(everybody.map(({ id, days }) => [id, days]));
    const gap = gaps[0] && {
      ...{ id: 'season-gaps', kind: 'season_gaps', act: 'season_gaps', urgency: 1 as const, whose: null },
      breaksAt: startOf(gaps[0].day),
      href: seasonPaths.desk(),
      what: (): ShownAlone => ({
        name: '',
        days: [...new Set(gaps.map(({ day }) => day))],
        gaps: gaps.length,
      }),
    };
    return askingDesk({ waiting: waitingAlone(today) }, ({ waiting }) => ({
      items: [
        ...(gap ? [gap] : []),
        ...waiting
          .filter((one) => one.personId !== personId && daysOf.get(one.id)?.length)
          .map(
            (one): DeskItem<ShownAlone> => ({
              ...{
                id: `alone-${one.id}`,
                kind: 'season_alone',
                act: 'season_alone',
                urgency: 1,
                whose: null,
              },
              breaksAt: dueOf(one.agreedAt, daysOf.get(one.id)),
              href: seasonPaths.deskAlone({ id: one.id }),
              subjectIds: [one.personId],
              what: () => ({
                name: one.person ? callName(one.person, locale) : '',
                days: daysOf.get(one.id) ?? [],
                gaps: 0,
              }),
            }),
          ),
      ],
    }));
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
