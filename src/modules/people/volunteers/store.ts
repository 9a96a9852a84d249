import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../../platform/database/connect.ts';
import type { DB } from '../../../platform/database/generated.ts';
import { toPerson } from '../persons/store.ts';
import type { Ability, Availability, LanguageSkill, Person, WeeklyHours } from '../types.ts';

/** Everything people say of themselves that decides whether they can help, and how they are introduced. */
export interface VolunteerProfile {
  readonly person: Person;
  readonly householdId: string | null;
  readonly languages: readonly LanguageSkill[];
  /** Weekly hours, and what differs from them within the days asked for. */
  readonly availability: Availability;
  readonly volunteerSinceOn: Temporal.PlainDate | null;
}

/** Days for which exceptions and pauses are wanted: from the first to before the second. */
export interface DayWindow {
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate;
}

/**
 * The profiles of volunteers in one query, in the order of lists. Only people who hold the role volunteer on
 * `days.fromOn`, whose access has not ended.
 * @param only these people; without it, all
 */
export async function listVolunteerProfiles(
  db: Database,
  days: DayWindow,
  only?: readonly string[],
): Promise<VolunteerProfile[]> {
  if (only?.length === 0) return [];
  let query = db
    .selectFrom('people.persons as p')
    .innerJoin('people.roles as r', 'r.person_id', 'p.id')
    .leftJoin('people.household_members as h', 'h.person_id', 'p.id')
    .selectAll('p')
    .select(['h.household_id', 'r.since_on'])
    .select((from) => [
      languagesOf(from).as('languages'),
      weeklyOf(from).as('weekly'),
      exceptionsOf(from, days).as('exceptions'),
      pausesOf(from, days).as('pauses'),
    ])
    .where('r.role', '=', 'volunteer')
    .where('r.since_on', '<=', days.fromOn)
    .where((is) => is.or([is('r.until_on', 'is', null), is('r.until_on', '>', days.fromOn)]))
    .where('p.access_ended_at', 'is', null);
  if (only) query = query.where('p.id', '=', sql<string>`any(${[...only]}::uuid[])`);
  const rows = await query.orderBy('p.sort_key').orderBy('p.id').execute();
  return rows.map(({ household_id, since_on, languages, weekly, exceptions, pauses, ...row }) => ({
    person: toPerson(db, row),
    householdId: household_id,
    volunteerSinceOn: since_on,
    languages: languages.map(({ language, ...skills }) => ({
      language,
      ...(skills as Record<keyof typeof skills, Ability>),
    })),
    availability: {
      weekly: weekly as WeeklyHours[],
      // Days inside JSON come as text.
      exceptions: exceptions.map((one) => ({ ...one, onDay: Temporal.PlainDate.from(one.onDay) })),
      pauses: pauses.map(({ id, fromOn, untilOn }) => ({
        id,
        fromOn: Temporal.PlainDate.from(fromOn),
        untilOn: untilOn && Temporal.PlainDate.from(untilOn),
      })),
    },
  }));
}

export type FromPerson = ExpressionBuilder<DB & { p: DB['people.persons'] }, 'p'>;

export function languagesOf(from: FromPerson) {
  return jsonArrayFrom(
    from
      .selectFrom('people.languages as l')
      .select(['l.language', 'l.speak', 'l.read', 'l.write', 'l.phone'])
      .whereRef('l.person_id', '=', 'p.id')
      .orderBy('l.speak', 'desc')
      .orderBy('l.language'),
  );
}

export function weeklyOf(from: FromPerson) {
  return jsonArrayFrom(
    from
      .selectFrom('people.weekly_availability as w')
      .select(['w.weekday', 'w.start_minute as startMinute', 'w.end_minute as endMinute'])
      .whereRef('w.person_id', '=', 'p.id')
      .orderBy('w.weekday')
      .orderBy('w.start_minute'),
  );
}

function exceptionsOf(from: FromPerson, days: DayWindow) {
  return jsonArrayFrom(
    from
      .selectFrom('people.availability_exceptions as e')
      .select([
        'e.id',
        'e.on_day as onDay',
        'e.start_minute as startMinute',
        'e.end_minute as endMinute',
        'e.is_available as isAvailable',
      ])
      .whereRef('e.person_id', '=', 'p.id')
      .where('e.on_day', '>=', days.fromOn)
      .where('e.on_day', '<', days.untilOn)
      .orderBy('e.on_day')
      .orderBy('e.start_minute'),
  );
}

function pausesOf(from: FromPerson, days: DayWindow) {
  return jsonArrayFrom(
    from
      .selectFrom('people.pauses as s')
      .select(['s.id', 's.from_on as fromOn', 's.until_on as untilOn'])
      .whereRef('s.person_id', '=', 'p.id')
      .where('s.from_on', '<', days.untilOn)
      .where((is) => is.or([is('s.until_on', 'is', null), is('s.until_on', '>', days.fromOn)]))
      .orderBy('s.from_on'),
  );
}
