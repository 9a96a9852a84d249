import { IntlMessageFormat } from 'intl-messageformat';
import type { ComponentChildren, VNode } from 'preact';
import { readFilledIn } from '../../japanese/counters.ts';
import { parseFurigana, readFurigana, type Segment } from '../../japanese/furigana.ts';
import { LOCALES, type Locale, localeFacts, type STAFF_LOCALES } from './locales.ts';

/** Words for an element's content: a string, or text with ruby. Not a string by type, so that it can't land in an attribute. */
export type Words = ComponentChildren;
export type Params = Record<string, string | number | boolean | VNode | Words>;

declare const noted: unique symbol;
/** Words as a string that keeps its furigana, in the notation of the catalogs: what a cookie carries to the next page. */
export type Noted = string & { readonly [noted]: true };

/** Says a message of one catalog in one language. */
export interface Say<K extends string> {
  /** For the content of elements: with furigana where the catalog has it. */
  (key: K, params?: Params): Words;
  /** For attributes, options, titles, mail and files: the same words as a string, kana in the place of kanji with furigana. */
  plain(key: K, params?: Params): string;
  /** For what the next page says about this one (`redirect`): the same words as a string, with furigana. */
  noted(key: K, params?: Params): Noted;
}

/** Words that are said in whatever language somebody reads. */
export type Label = (locale: Locale) => Words;

/** A message of some catalog in whatever language somebody reads. */
export interface Sentence {
  (locale: Locale): Words;
  plain(locale: Locale): string;
}

/** One catalog in all its languages. */
export interface Messages<K extends string> {
  in(locale: Locale): Say<K>;
  /** A message for others to say, who do not know the catalog. */
  label(key: K): Sentence;
  /** The keys, for callers that receive a code as data (a refusal) and must know whether it is ours. */
  has(key: string): key is K;
}

type Catalog<K extends string> = Readonly<Record<K, string>>;

/**
 * The messages of a module, from its `messages/<locale>.json`.
 * @param catalogs ICU MessageFormat by key for each locale; `ja-easy` with furigana notation (`病院《びょういん》`)
 * @throws when a message is not valid ICU, at first use (a test compiles all)
 */
export function defineMessages<K extends string>(catalogs: Record<Locale, Catalog<K>>): Messages<K> {
  return makeMessages((locale) => [catalogs[locale], localeFacts[locale].tag]);
}

/** As `defineMessages`, for screens that only staff see: Japanese and English. */
export function defineStaffMessages<K extends string>(
  catalogs: Record<(typeof STAFF_LOCALES)[number], Catalog<K>>,
): Messages<K> {
  return makeMessages((locale) => {
    const staff = localeFacts[locale].staff;
    return [catalogs[staff], staff];
  });
}

function makeMessages<K extends string>(pick: (locale: Locale) => [Catalog<K>, string]): Messages<K> {
  const says = new Map<Locale, Say<K>>();
  for (const locale of LOCALES) says.set(locale, makeSay(...pick(locale)));
  const known = pick('ja')[0];
  const sayIn = (locale: Locale) => says.get(locale) as Say<K>;
  return {
    in: sayIn,
    label: (key) =>
      Object.assign((locale: Locale) => sayIn(locale)(key), {
        plain: (locale: Locale) => sayIn(locale).plain(key),
      }),
    has: (key): key is K => Object.hasOwn(known, key),
  };
}

function makeSay<K extends string>(catalog: Catalog<K>, tag: string): Say<K> {
  const formats = new Map<K, IntlMessageFormat>();
  const fixed = new Map<K, Words>();
  const format = (key: K) => {
    const made = formats.get(key) ?? new IntlMessageFormat(catalog[key], tag);
    formats.set(key, made);
    return made;
  };
  const say = (key: K, params?: Params): Words => {
    if (params) return toWords(format(key).formatToParts(shielded(params)), tag);
    const known = fixed.get(key) ?? toWords(format(key).formatToParts(), tag);
    fixed.set(key, known);
    return known;
  };
  const write = (key: K, params?: Params): string =>
    format(key)
      .formatToParts(params && shielded(params))
      .map((part) =>
        typeof part.value === 'string' ? readFurigana(readFilledIn(part.value)) : String(part.value),
      )
      .join('');
  const fixedPlain = new Map<K, string>();
  const plain = (key: K, params?: Params): string => {
    if (params) return write(key, params);
    const known = fixedPlain.get(key) ?? write(key);
    fixedPlain.set(key, known);
    return known;
  };
  const note = (key: K, params?: Params): Noted =>
    format(key)
      .formatToParts(params && shielded(params))
      .map(({ value }: { value: unknown }) =>
        value instanceof Given ? withoutMarks(value.text) : readFilledIn(String(value)),
      )
      .join('') as Noted;
  return Object.assign(say, { plain, noted: note });
}

/** A person's own text beside the notation: no mark of it is read as furigana. */
function withoutMarks(text: string): string {
  return text.replaceAll('《', '〈').replaceAll('》', '〉').replaceAll('｜', '|');
}

/** A person's own text, kept apart from the catalog's so that 《 in it is never read as furigana. */
class Given {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

function shielded(params: Params): Record<string, never> {
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? new Given(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** Hebrew, Arabic and the other scripts from right to left: among other words they turn around what stands beside them. */
const RUNS_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const KANA = '[\\p{Script=Hiragana}\\p{Script=Katakana}]';
/** Words with kana in them: kanji alone may be Chinese, and a long text of them is not looked through from each anew. */
const JAPANESE = new RegExp(
  `((?:(?<!\\p{Script=Han})\\p{Script=Han}+[ 《]?)?${KANA}(?:\\p{Script=Han}|${KANA}|[ー・々《》。、\\d]| (?=\\p{Script=Han}|${KANA}))*)`,
  'u',
);

/** Marks Japanese within another language, an example to be typed or a name, so that a voice reads it as Japanese. */
function withJapaneseMarked(text: string): ComponentChildren[] {
  if (!JAPANESE.test(text)) return [text];
  return text
    .split(JAPANESE)
    .map((piece, at) => (at % 2 === 1 ? <span lang="ja">{piece}</span> : piece))
    .filter((piece) => piece !== '');
}

/** The marks of a reading come as parameters, since a catalog cannot show them; they belong to the words around them. */
function withMarks(parts: readonly { value: unknown }[]): { value: unknown }[] {
  const joined: { value: unknown }[] = [];
  for (const { value } of parts) {
    const piece = value instanceof Given && /^[《》]$/.test(value.text) ? value.text : value;
    const last = joined.at(-1);
    if (last && typeof last.value === 'string' && typeof piece === 'string') last.value += piece;
    else joined.push({ value: piece });
  }
  return joined;
}

function toWords(parts: readonly { value: unknown }[], tag: string): Words {
  const isJapanese = tag === 'ja';
  const words = (isJapanese ? parts : withMarks(parts)).flatMap(({ value }): ComponentChildren[] => {
    if (value instanceof Given) {
      if (RUNS_LEFT.test(value.text)) return [<bdi>{value.text}</bdi>];
      return isJapanese ? [value.text] : withJapaneseMarked(value.text);
    }
    if (typeof value !== 'string') return [value as ComponentChildren];
    if (!isJapanese) return withJapaneseMarked(value);
    return value.includes('《') ? rubyWords(readFilledIn(value)) : [value];
  });
  return words.length === 1 ? words[0] : words;
}

/**
 * Text in furigana notation as ruby elements.
 * @param text catalog text such as `病院《びょういん》に 行《い》く`
 */
export function rubyWords(text: string): ComponentChildren[] {
  const segments = parseFurigana(text);
  return segments.map((segment, at) => {
    const before = segments[at - 1];
    if (!('text' in segment)) return politeIn(before) ? null : <Ruby {...segment} />;
    const next = segments[at + 1];
    const polite = politeIn(segment);
    if (!polite || !next || 'text' in next) return segment.text;
    // Browsers break a line before readings, whatever the text says: お and 金 stay together.
    return (
      <>
        {segment.text.slice(0, -1)}
        <span class="unbroken">
          {polite}
          <Ruby {...next} />
        </span>
      </>
    );
  });
}

/** The お or ご with which a word begins whose reading comes next. */
function politeIn(segment: Segment | undefined): string | undefined {
  return segment && 'text' in segment ? /(?<![\p{L}\p{N}])[おご]$/u.exec(segment.text)?.[0] : undefined;
}

function Ruby({ base, reading }: { base: string; reading: string }): VNode {
  return (
    <ruby>
      {base}
      <rp>(</rp>
      <rt>{reading}</rt>
      <rp>)</rp>
    </ruby>
  );
}
