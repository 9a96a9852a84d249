import { callName, findByEmail } from '../modules/people/index.ts';
import type { Database } from '../platform/database/connect.ts';
import { LOCALES, type Locale } from '../platform/languages/locales.ts';
import type { Demonstration } from '../platform/parts/demonstration.ts';
import rows from './data/sign-in-people.json' with { type: 'json' };
import { emailOf } from './rows.ts';

/** Somebody of the demonstration world whom a visitor can be with one press. */
export interface PersonToBe {
  readonly id: string;
  /** The name to call them by, as the reader of each language reads it. */
  readonly nameIn: Readonly<Record<Locale, string>>;
  readonly email: string;
  /** `applicant` is somebody who has no role yet. */
  readonly role: 'resident' | 'volunteer' | 'applicant' | 'coordinator' | 'administrator' | 'treasurer';
  /** A few sentences: who they are, and what they are in the middle of. */
  readonly about: Readonly<Record<Locale, string>>;
}

type Telling = Pick<Demonstration, 'inTheMiddleOf'>;

/**
 * The people whom the sign-in page of a demonstration offers, residents first; none before the world is made.
 * @param demonstrations those of the modules, which say what somebody is in the middle of
 */
export async function listDemonstrationPeople(
  db: Database,
  demonstrations: readonly Telling[],
): Promise<PersonToBe[]> {
  const people: PersonToBe[] = [];
  for (const { key, role, ...about } of rows) {
    const email = emailOf(key);
    const person = await findByEmail(db, email);
    if (!person) continue;
    const told = [about, ...demonstrations.flatMap(({ inTheMiddleOf }) => inTheMiddleOf?.[key] ?? [])];
    people.push({
      id: person.id,
      nameIn: inEach((locale) => callName(person, locale)),
      email,
      role: role as PersonToBe['role'],
      about: inEach((locale) => told.map((one) => one[locale]).join(BETWEEN[locale])),
    });
  }
  return people;
}

/** Where sentences are set apart by a space. */
const BETWEEN: Readonly<Record<Locale, string>> = { ja: '', 'ja-easy': ' ', en: ' ', 'zh-Hans': '' };

function inEach(say: (locale: Locale) => string): Record<Locale, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, say(locale)])) as Record<Locale, string>;
}

/** What `npm start` prints of them: a line for each person, in English, with the address to sign in by. */
export async function describeDemonstration(
  db: Database,
  demonstrations: readonly Telling[],
): Promise<string[]> {
  const people = await listDemonstrationPeople(db, demonstrations);
  if (people.length === 0) return [];
  return [
    '\nOn the sign-in page you can be any of these invented people with one press:',
    ...people.map(({ nameIn, role, email, about }) => `  ${nameIn.en} (${role}, ${email}): ${about.en}`),
  ];
}
