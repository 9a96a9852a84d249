import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { ageOn, isMinor } from '../household/rules.ts';
import type { Ability, LanguageSkill, Person, WeeklyHours } from '../types.ts';
import { languagesOf, weeklyOf } from '../volunteers/store.ts';

/** What somebody says of themselves that decides with whom they could meet for months; on either side. */
export interface MeetingProfile
  extends Pick<
    Person,
    'id' | 'gender' | 'isChild' | 'municipalityCode' | 'town' | 'japaneseSpeaking' | 'easesJapanese'
  > {
  readonly householdId: string | null;
  readonly languages: readonly LanguageSkill[];
  readonly weekly: readonly WeeklyHours[];
}

/** Of some people, by id, in one query. Whose access has ended is left out; children have none, and are in. */
export async function listMeetingProfiles(
  db: Database,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, MeetingProfile>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('people.persons as p')
    .leftJoin('people.household_members as h', 'h.person_id', 'p.id')
    .select(['p.id', 'p.gender', 'p.is_child', 'p.municipality_code', 'p.town', 'p.japanese_speaking'])
    .select(['p.eases_japanese', 'h.household_id'])
    .select((from) => [languagesOf(from).as('languages'), weeklyOf(from).as('weekly')])
    .where('p.id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('p.access_ended_at', 'is', null)
    .where('p.erased_at', 'is', null)
    .execute();
  const profiles = rows.map(
    (row): MeetingProfile => ({
      id: row.id,
      gender: row.gender as Person['gender'],
      isChild: row.is_child,
      municipalityCode: row.municipality_code,
      town: row.town,
      japaneseSpeaking: row.japanese_speaking as Person['japaneseSpeaking'],
      easesJapanese: row.eases_japanese,
      householdId: row.household_id,
      languages: row.languages.map(({ language, ...skills }) => ({
        language,
        ...(skills as Record<keyof typeof skills, Ability>),
      })),
      weekly: row.weekly as WeeklyHours[],
    }),
  );
  return new Map(profiles.map((profile) => [profile.id, profile]));
}

/** How old the children at home are on a day, by household; one without children is not in the map. */
export async function listChildAges(
  db: Database,
  householdIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await db
    .selectFrom('people.household_members')
    .select(['household_id', 'birth_month'])
    .where('household_id', '=', sql<string>`any(${[...householdIds]}::uuid[])`)
    .where('birth_month', 'is not', null)
    .execute();
  const children = rows.flatMap(({ household_id, birth_month }) =>
    birth_month && isMinor(birth_month, today) ? [{ household_id, age: ageOn(birth_month, today) }] : [],
  );
  const byHousehold = Map.groupBy(children, ({ household_id }) => household_id);
  return new Map([...byHousehold].map(([id, all]) => [id, all.map(({ age }) => age).sort((a, b) => a - b)]));
}
