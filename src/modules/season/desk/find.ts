import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { callName, dayInJapan, findPersons, listMeetingProfiles, type Person } from '../../people/index.ts';
import { approvedVolunteerIds } from '../../trust/index.ts';
import { type Free, talksIn, type Waiting } from '../rules/cover.ts';
import { listAlone } from '../store/alone.ts';
import { listCallsOf } from '../store/calls.ts';
import { listFreeHours } from '../store/hours.ts';
import type { Alone, Call, Hour } from '../types.ts';

/** Somebody who will be alone, with what was arranged. */
export interface AloneOnDesk extends Waiting {
  readonly alone: Alone;
  readonly name: string;
  readonly calls: readonly Call[];
}

export interface HourOnDesk extends Free {
  readonly hour: Hour;
  readonly name: string;
}

interface Looking {
  readonly now: Temporal.Instant;
  readonly locale: Locale;
}

/** All who will be alone, whoever has waited longest first; their days that are over are left out. */
export async function findAllAlone(db: Database, { now, locale }: Looking): Promise<AloneOnDesk[]> {
  const today = dayInJapan(now);
  const all = await listAlone(db, today);
  const ids = all.map(({ personId }) => personId);
  const [people, profiles] = [await findPersons(db, ids), await listMeetingProfiles(db, ids)];
  const calls = Map.groupBy(
    await listCallsOf(
      db,
      all.map(({ id }) => id),
    ),
    ({ aloneId }) => aloneId,
  );
  return all.flatMap((alone): AloneOnDesk[] => {
    const [person, profile] = [people.get(alone.personId), profiles.get(alone.personId)];
    if (!person || !profile) return [];
    const days = alone.days.filter((day) => day >= today.toString());
    return [
      {
        ...{ id: alone.id, alone, days, languages: talksIn(profile) },
        ...{ name: callName(person, locale), calls: calls.get(alone.id) ?? [] },
      },
    ];
  });
}

/** The same without the days on which somebody calls them: only the others can be a gap. */
export const withoutCalledDays = (everybody: readonly AloneOnDesk[]): Waiting[] =>
  everybody.map(({ id, days, languages, calls }) => {
    const called = calls.filter(({ state }) => state === 'arranged' || state === 'called');
    const isCalled = (day: string) => called.some(({ onDay }) => onDay.toString() === day);
    return { id, languages, days: days.filter((day) => !isCalled(day)) };
  });

/** The hours from today on that are not promised to anybody, of volunteers who may be asked. */
export async function findFreeHours(db: Database, { now, locale }: Looking): Promise<HourOnDesk[]> {
  const hours = await listFreeHours(db, dayInJapan(now));
  const givers = [...new Set(hours.map(({ personId }) => personId))];
  const ids = [...(await approvedVolunteerIds(db, now, givers))];
  const [people, profiles] = [await findPersons(db, ids), await listMeetingProfiles(db, ids)];
  return hours.flatMap((hour): HourOnDesk[] => {
    const [person, profile] = [people.get(hour.personId), profiles.get(hour.personId)];
    if (!person || !profile) return [];
    const name = callName(person, locale);
    return [{ id: hour.id, day: hour.onDay.toString(), languages: talksIn(profile), hour, name }];
  });
}

/** Their names, by id. */
export const nameIn = (people: ReadonlyMap<string, Person>, id: string, locale: Locale): string => {
  const person = people.get(id);
  return person ? callName(person, locale) : '';
};
