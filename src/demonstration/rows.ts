import type { Ability, Gender, JapaneseLevel, LanguageSkill, WholePerson } from '../modules/people/index.ts';
import type { Locale } from '../platform/languages/locales.ts';
import type { Chance } from '../platform/parts/chance.ts';
import type { Role } from '../platform/permissions.ts';
import { chooseTown } from './towns.ts';

/** An invented person as the data files write one down. */
export interface PersonRow {
  readonly key: string;
  readonly name: string;
  readonly preferredName?: string;
  readonly kana?: string;
  readonly romaji?: string;
  readonly gender: string;
  readonly bornIn: number;
  readonly locale?: string;
  readonly japanese?: string;
  /** `ne3333 en3322`: for each language what they can do: speak, read, write, phone. */
  readonly languages: string;
  /** The municipality; without it one is drawn. */
  readonly ward?: string;
  readonly sentence?: string;
  readonly about?: string;
  readonly roles?: readonly Role[];
}

/** A person of a row, in a town of theirs, with an address and a number that cannot be anybody's. */
export function personOf(row: PersonRow, chance: Chance): Omit<WholePerson, 'now'> {
  const languages = skillsOf(row.languages);
  const town = chooseTown(chance, { ward: row.ward, language: languages[0]?.language });
  return {
    id: chance.uuid(),
    name: row.name,
    preferredName: row.preferredName ?? null,
    kana: row.kana ?? null,
    romaji: row.romaji ?? null,
    email: emailOf(row.key),
    phone: phoneOf(row.key),
    locale: (row.locale ?? 'ja') as Locale,
    gender: row.gender as Gender,
    birthYear: row.bornIn,
    municipalityCode: town.municipalityCode,
    town: town.name,
    japaneseSpeaking: (row.japanese ?? 'native') as JapaneseLevel,
    sentence: row.sentence ?? '',
    about: row.about ?? '',
    languages,
  };
}

/** The address of somebody of the world: their key at a domain that is reserved for examples (RFC 2606). */
export function emailOf(key: string): string {
  return `${key}@otonari.example`;
}

/**
 * The number of somebody of the world, in a range that cannot be dialed: after 050 no number begins with 0. One in four
 * has left none, so that pages ask for it.
 */
function phoneOf(key: string): string | null {
  const sum = [...key].reduce((so, letter) => (so * 31 + letter.charCodeAt(0)) % 10_000, 7);
  return sum % 4 === 0 ? null : `050-0000-${String(sum).padStart(4, '0')}`;
}

/** `ne3333 en3322` as skills. */
export function skillsOf(text: string): LanguageSkill[] {
  return text.split(' ').flatMap((word) => {
    const [, language, digits] = /^([a-z]{2,3})(\d{4})$/.exec(word) ?? [];
    if (!language || !digits) return [];
    const [speak = 0, read = 0, write = 0, phone = 0] = [...digits].map((digit) => Number(digit) as Ability);
    // What somebody speaks of Japanese is in the self-check alone.
    return [{ language, speak: language === 'ja' ? 0 : speak, read, write, phone }];
  });
}
