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

/** What readers could tell of somebody; each narrows down who it can be. */
export interface Traits {
  readonly municipalityCode: string | null;
  /** One that they speak well. */
  readonly language: string | null;
  /** Of a child at home, in years: from the first up to, but not, the second. */
  readonly childAge: readonly [number, number] | null;
}

/** How many adults whom we know have all of these traits: among so few somebody could be found. */
export async function countAlike(
  db: Database,
  { municipalityCode, language, childAge }: Traits,
  today: Temporal.PlainDate,
): Promise<number> {
  const born = childAge && {
    after: today.subtract({ years: childAge[1] }).toString(),
    until: today.subtract({ years: childAge[0] }).toString(),
  };
  const { count } = await db
    .selectFrom('people.persons as p')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('p.erased_at', 'is', null)
    .where('p.access_ended_at', 'is', null)
    .where('p.is_child', '=', false)
    .$if(municipalityCode !== null, (query) => query.where('p.municipality_code', '=', municipalityCode))
    .$if(language !== null, (query) =>
      query.where(
        sql<boolean>`exists (select from people.languages l
          where l.person_id = p.id and l.language = ${language} and l.speak >= 2)`,
      ),
    )
    .$if(born !== null, (query) =>
      query.where(
        sql<boolean>`exists (select from people.household_members own
          join people.household_members child on child.household_id = own.household_id
          where own.person_id = p.id and child.birth_month > ${born?.after}::date and child.birth_month <= ${born?.until}::date)`,
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
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
