import {
  type Demonstration,
  done,
  type InventedWorld,
  type Step,
  step,
} from '../../platform/parts/demonstration.ts';
import { writeSetting } from '../../platform/settings/settings.ts';
import { dayInJapan } from '../people/index.ts';
import { arrangeCall } from './calls/commands.ts';
import { giveHour } from './hours/commands.ts';
import { sayAlone } from './mine/commands.ts';
import { collectOpening, verifyOpening } from './openings/commands.ts';
import { daysOf } from './rules/days.ts';
import { seasonSetting } from './setting.ts';
import { findAloneOf } from './store/alone.ts';
import { listHoursOf } from './store/hours.ts';
import type { Part, SaidAlone, Season } from './types.ts';

/** The turn of the year that is on or comes next. */
export function nextSeason(today: Temporal.PlainDate): Season {
  const year = today.month === 1 && today.day <= 4 ? today.year - 1 : today.year;
  const day = (of: number, month: number, date: number) =>
    Temporal.PlainDate.from({ year: of, month, day: date });
  return { from: day(year, 12, 26), to: day(year + 1, 1, 4), shownFrom: day(year, 12, 15) };
}

/** Three who will be alone, volunteers with time, one call that is arranged, and what was found out of offices. */
export const seasonDemonstration: Demonstration = {
  steps(world) {
    const season = nextSeason(world.today);
    return [setting(world, season), ...collecting(world, season), ...company(world, season)];
  },
};

const before = (world: InventedWorld, days: number, time: string) =>
  world.at(world.today.subtract({ days }), time);

function setting(world: InventedWorld, season: Season): Step {
  const now = before(world, 9, '10:00');
  const value = {
    isOn: true,
    fromOn: `${season.from}`,
    toOn: `${season.to}`,
    shownFromOn: `${season.shownFrom}`,
  };
  return step(now, (tx) => writeSetting(tx, seasonSetting, { value, seen: null, by: null, now }), 'a season');
}

/** Invented: no office was asked. */
const OPENINGS = [
  {
    municipalityCode: '13107',
    place: '墨田区役所 休日窓口',
    at: 2,
    opensAt: '09:00',
    closesAt: '12:00',
    isChecked: true,
  },
  {
    municipalityCode: '13106',
    place: '台東区役所 戸籍住民サービス課',
    at: 1,
    opensAt: '09:00',
    closesAt: '15:00',
    isChecked: true,
  },
  {
    municipalityCode: '13107',
    place: '墨田区 休日応急診療所',
    at: 6,
    opensAt: '09:00',
    closesAt: '17:00',
    isChecked: true,
  },
  {
    municipalityCode: '13108',
    place: '江東区役所 夜間・休日窓口',
    at: 3,
    opensAt: '08:30',
    closesAt: '17:00',
    isChecked: false,
  },
] as const;

function collecting(world: InventedWorld, season: Season): Step[] {
  const [collector, checker] = [...world.volunteers.values()].slice(0, 2).map(({ id }) => id);
  if (!collector || !checker) return [];
  return OPENINGS.map(({ at, isChecked, ...opening }, place) => {
    const now = before(world, 4, `${10 + place}:20`);
    const onDay = season.from.add({ days: at });
    const found = {
      ...opening,
      onDay,
      phone: null,
      source: 'https://www.example.jp/',
      collectedBy: collector,
    };
    return {
      at: now,
      async run(tx) {
        const id = done(await collectOpening(tx, found, { season, now }), 'an opening');
        if (isChecked)
          done(
            await verifyOpening(tx, id, { personId: checker, on: world.today.subtract({ days: 3 }) }),
            'a check',
          );
      },
    };
  });
}

const ALONE: readonly {
  readonly key: string;
  readonly days: readonly number[];
  readonly said: Omit<SaidAlone, 'days'>;
}[] = [
  {
    key: 'sita',
    days: [5, 6, 7],
    said: { ways: ['phone', 'table'], reach: '090-0000-1234', note: 'My husband works on these days.' },
  },
  { key: 'thao', days: [5, 6], said: { ways: ['online'], reach: 'LINE: thao-example', note: '' } },
  { key: 'lin', days: [4, 5, 6, 7], said: { ways: ['phone', 'online'], reach: '080-0000-5678', note: '' } },
];

const HOURS: readonly { readonly key: string; readonly at: number; readonly part: Part }[] = [
  { key: 'keiko', at: 5, part: 'afternoon' },
  { key: 'keiko', at: 6, part: 'morning' },
  { key: 'takumi', at: 6, part: 'evening' },
  { key: 'takumi', at: 7, part: 'afternoon' },
];

function company(world: InventedWorld, season: Season): Step[] {
  const days = daysOf(season);
  const dayAt = (at: number) => days[at] ?? season.to;
  const fourDaysAgo = world.today.subtract({ days: 4 });
  // In the last days of the season, too, all was said before it began.
  const today = Temporal.PlainDate.compare(fourDaysAgo, season.from) < 0 ? fourDaysAgo : season.from;
  const said = ALONE.flatMap(({ key, days: on, said }, place) => {
    const byPersonId = world.residents.get(key)?.id;
    const now = before(world, 3, `${11 + place}:40`);
    const words = { ...said, days: on.map((at) => dayAt(at).toString()) };
    return byPersonId
      ? [step(now, (tx) => sayAlone(tx, words, { season, today, byPersonId, now }), 'being alone')]
      : [];
  });
  const given = HOURS.flatMap(({ key, at, part }, place) => {
    const personId = world.volunteers.get(key)?.id;
    const now = before(world, 2, `${12 + place}:15`);
    const hour = { personId: personId ?? '', onDay: dayAt(at), part, season, today, now };
    return personId ? [step(now, (tx) => giveHour(tx, hour), 'an hour')] : [];
  });
  return [...said, ...given, ...arranging(world)];
}

/** Keiko calls Sita on the last day of the year, or the first of her days that is still to come. */
function arranging(world: InventedWorld): Step[] {
  const [sita, keiko] = [world.residents.get('sita')?.id, world.volunteers.get('keiko')?.id];
  const [coordinator] = world.coordinatorIds;
  if (!sita || !keiko || !coordinator) return [];
  const now = before(world, 1, '10:10');
  return [
    {
      at: now,
      async run(tx) {
        const alone = await findAloneOf(tx, sita);
        const [hour] = await listHoursOf(tx, keiko, dayInJapan(now));
        if (!alone || !hour) return;
        done(
          await arrangeCall(tx, { aloneId: alone.id, hourId: hour.id, byPersonId: coordinator, now }),
          'a call',
        );
      },
    },
  ];
}
