import type { Database } from '../../../platform/database/connect.ts';
import { dayInJapan, findAvailability, listLanguages, type Person } from '../../people/index.ts';

/** What pairs are made by that people say in their profile: never asked a second time. */
export const PROFILE_FACTS = ['languages', 'place', 'hours'] as const;
export type ProfileFact = (typeof PROFILE_FACTS)[number];

export interface ProfileFacts {
  /** In which they talk, BCP 47, without Japanese. */
  readonly languages: readonly string[];
  readonly person: Pick<Person, 'municipalityCode' | 'town' | 'japaneseSpeaking'>;
  /** Of a usual week. */
  readonly freeMinutes: number;
  readonly missing: readonly ProfileFact[];
}

/** What somebody's profile says of what pairs are made by. */
export async function findProfileFacts(
  db: Database,
  person: Person,
  now: Temporal.Instant,
): Promise<ProfileFacts> {
  const skills = await listLanguages(db, person.id);
  const languages = skills.filter(({ language, speak }) => language !== 'ja' && speak > 0);
  const { weekly } = await findAvailability(db, person.id, dayInJapan(now));
  const freeMinutes = weekly.reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0);
  const isThere: Readonly<Record<ProfileFact, boolean>> = {
    languages: languages.length > 0 || person.japaneseSpeaking !== 'none',
    place: person.municipalityCode !== null,
    hours: freeMinutes > 0,
  };
  return {
    languages: languages.map(({ language }) => language),
    person,
    freeMinutes,
    missing: PROFILE_FACTS.filter((fact) => !isThere[fact]),
  };
}
