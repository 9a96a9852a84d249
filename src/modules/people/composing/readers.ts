import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { listLanguages } from '../languages/store.ts';
import { nameFor } from '../naming.tsx';
import { findPersons } from '../persons/store.ts';
import type { JapaneseLevel, LanguageSkill, Person } from '../types.ts';

/** Somebody who will read what is written, as the one who writes may know them. */
export interface Reader {
  readonly name: string;
  readonly locale: Locale;
  /** What they read, by BCP 47; Japanese comes last, as `ja` or `ja-easy`. Never empty. */
  readonly reads: readonly string[];
}

const AT_EASE: readonly JapaneseLevel[] = ['b2', 'c1', 'native'];
/** "Yes" and "well"; a little is not enough to be written to in. */
const READS_ENOUGH = 2;

/**
 * What somebody reads: the language they chose for our pages, and what they said they read. Japanese counts as such for
 * whoever reads our pages in it or is at ease in it (B2); who knows some reads Easy Japanese.
 */
export function languagesRead(
  { locale, japaneseSpeaking }: Pick<Person, 'locale' | 'japaneseSpeaking'>,
  skills: readonly LanguageSkill[],
): string[] {
  const said = skills.find(({ language }) => language === 'ja')?.read ?? 0;
  const others = skills.filter(({ language, read }) => language !== 'ja' && read >= READS_ENOUGH);
  const chosen = locale === 'zh-Hans' ? ['zh'] : locale === 'en' ? ['en'] : [];
  const isAtEase = locale === 'ja' || AT_EASE.includes(japaneseSpeaking) || said >= READS_ENOUGH;
  const knowsSome = locale === 'ja-easy' || japaneseSpeaking !== 'none' || said > 0;
  const japanese = isAtEase ? ['ja'] : knowsSome ? ['ja-easy'] : [];
  return [...new Set([...chosen, ...others.map(({ language }) => language)]), ...japanese];
}

/**
 * Who will read it, in the order of the ids; who is gone is left out.
 * @param as how the one who writes may call them, and in which language
 */
export async function findReaders(
  db: Database,
  ids: readonly string[],
  as: { readonly locale: Locale; readonly to: 'counterpart' | 'staff' },
): Promise<Reader[]> {
  const persons = await findPersons(db, ids);
  const readers: Reader[] = [];
  for (const person of ids.flatMap((id) => persons.get(id) ?? [])) {
    const reads = languagesRead(person, await listLanguages(db, person.id));
    readers.push({ name: nameFor(person, as.locale, as.to).text, locale: person.locale, reads });
  }
  return readers;
}
