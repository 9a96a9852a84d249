import { formatFurigana, type Segment } from '../../japanese/furigana.ts';
import { inLatinLetters } from '../../japanese/places/town-reading.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import { rubyWords, type Words } from '../../platform/languages/messages.tsx';
import type { Person } from './types.ts';

/** All that somebody is called by. */
export type Named = Pick<Person, 'name' | 'preferredName' | 'kana' | 'romaji'>;

/** What somebody is called, for one reader. */
export interface ShownName {
  /** In a script the reader can read, as far as one is known; kana in Easy Japanese. */
  readonly text: string;
  /** The same for the page: in Easy Japanese with the reading above the kanji. */
  readonly words: Words;
  /** As they write it themselves, where `text` is another script. */
  readonly written: string | null;
}

const LATIN = /^[\p{Script=Latin}\p{M}\p{P}\p{Zs}]*$/u;
const HIRAGANA = /^[\p{Script=Hiragana}ー\p{Zs}]+$/u;
const LATIN_OR_HAN = /^[\p{Script=Latin}\p{Script=Han}\p{M}\p{P}\p{Zs}]*$/u;
const JAPANESE_OR_LATIN =
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{M}\p{P}\p{Zs}]*$/u;

const READABLE: Readonly<Record<Locale, RegExp>> = {
  ja: JAPANESE_OR_LATIN,
  'ja-easy': JAPANESE_OR_LATIN,
  en: LATIN,
  'zh-Hans': LATIN_OR_HAN,
};

/**
 * The name to call somebody by: the one they prefer, else their name, in a script the reader can read.
 * @param to a `counterpart` never learns the full name of who goes by another; `staff` and the person may
 */
export function nameFor(person: Named, locale: Locale, to: 'counterpart' | 'staff'): ShownName {
  const called = person.preferredName ?? person.name;
  const isReadable = READABLE[locale];
  if (isReadable.test(called)) return locale === 'ja-easy' ? withReading(person, called) : asWritten(called);
  const isFullNameKnown = person.preferredName === null || to === 'staff';
  const others = isFullNameKnown
    ? namesFor(person, locale)
    : [...partsCalled(person, called), latinOf(called)];
  const text = others.find((name) => name !== null && isReadable.test(name));
  return text ? { text, words: text, written: called } : asWritten(called);
}

/** The name to call somebody by as a string, for staff and for the person; see `nameFor`. */
export function callName(person: Named, locale: Locale): string {
  return nameFor(person, locale, 'staff').text;
}

function namesFor(person: Named, locale: Locale): readonly (string | null)[] {
  return locale === 'ja' || locale === 'ja-easy'
    ? [person.kana, person.romaji, person.name]
    : [person.romaji, latinOf(person.kana), person.name];
}

/** Hiragana as Latin letters, for who has not told how they write themselves. Katakana may stand for a name of any language. */
function latinOf(kana: string | null): string | null {
  if (!kana || !HIRAGANA.test(kana)) return null;
  return kana.split(/\s+/u).map(inLatinLetters).join(' ');
}

/**
 * The part of the name that somebody goes by, where its reading is what they are called: トゥイ of グエン トゥ トゥイ
 * is Thủy of Nguyễn Thu Thủy. Says no more of the name than they do.
 */
function partsCalled({ name, kana, romaji }: Named, called: string): readonly string[] {
  const readings = kana?.split(/\s+/u) ?? [];
  const at = readings.indexOf(called);
  return [name, romaji].flatMap((whole) => {
    const parts = whole?.split(/\s+/u) ?? [];
    return at >= 0 && parts.length === readings.length ? (parts[at] ?? []) : [];
  });
}

function asWritten(name: string): ShownName {
  return { text: name, words: name, written: null };
}

const HAN = /\p{Script=Han}/u;

/** The kana that is stored is the reading of the name, not of the name they prefer. */
function withReading({ name, kana }: Named, called: string): ShownName {
  if (called !== name || !kana || !HAN.test(name)) return asWritten(called);
  return { text: kana, words: rubyWords(formatFurigana(readName(name, kana))), written: null };
}

/** Part by part where name and kana have as many, else one reading above all of it. */
function readName(name: string, kana: string): Segment[] {
  const [bases, readings] = [name.split(/\s+/u), kana.split(/\s+/u)];
  if (bases.length !== readings.length) return [{ base: name, reading: kana }];
  return bases.flatMap((base, at): Segment[] => {
    const reading = readings[at] ?? '';
    const part = HAN.test(base) ? { base, reading } : { text: base };
    return at === 0 ? [part] : [{ text: ' ' }, part];
  });
}
