import { toHiragana } from '../kana.ts';
import { foldLetters } from '../letters.ts';
import { normalName } from '../payer-name.ts';
import { foldReading } from '../places/town-reading.ts';

/** The forms by which two writings of a name are known as one person's, perhaps: for questions to a person, never for certainty. */
export interface NameForms {
  /** Of the whole name. */
  readonly whole: readonly string[];
  /** Of any two parts of a longer one: passports have names that nobody is called by. */
  readonly parts: readonly string[];
}

const BETWEEN = /[\s\p{Pd}・･·゠＝=.,、，;/|]+/u;
const APOSTROPHES = /['’‘ʼ`´]/gu;
/** Of longer names only the first parts are looked at, so that nobody can make one that takes minutes. */
const MOST_PARTS = 8;
const MOST_LETTERS = 200;

function partsOf(text: string): string[] {
  const folded = toHiragana(foldLetters(text.slice(0, MOST_LETTERS))).replace(APOSTROPHES, '');
  return folded
    .split(BETWEEN)
    .filter((part) => part !== '')
    .slice(0, MOST_PARTS);
}

/** As it stands, and with its last part first or its first part last: passports put the family name first. */
function orders(parts: readonly string[]): string[] {
  const [first = '', ...behind] = parts;
  const last = parts.at(-1) ?? '';
  return [parts, [...behind, first], [last, ...parts.slice(0, -1)]].map((one) => one.join(''));
}

const pairs = (parts: readonly string[]): string[] =>
  parts.flatMap((one, at) => parts.slice(at + 1).map((other) => [one, other].sort().join(' ')));

function sameIn(parts: readonly string[]): NameForms {
  const known = parts.filter((part) => part !== '');
  if (known.length === 0 || known.length < parts.length) return { whole: [], parts: [] };
  return {
    whole: [...orders(parts), parts.toSorted().join(' ')],
    parts: parts.length > 2 ? pairs(parts) : [],
  };
}

/**
 * All forms of one writing of a name, of a person or a company. Two writings share one where they differ in width, case, marks,
 * spaces, kana, 髙 and 高, the order of their parts, the legal form of a company, or in kana against Latin letters in whichever
 * romanization. Kanji have no sure sound, and a foreign name in kana is none in its own letters: these are written down twice by
 * whoever knows them. Takes any text; empty for one without letters.
 */
export function nameForms(text: string): NameForms {
  const written = partsOf(text);
  const same = sameIn(written);
  const sounds = written.map(foldReading);
  const heard = sameIn(sounds);
  // Also as one word: a long vowel at the seam of two parts is none where no space stands.
  const joined = heard.whole.length > 0 ? orders(written).map(foldReading) : [];
  const company = toHiragana(normalName(text.slice(0, MOST_LETTERS)));
  const all = (forms: readonly string[]) => [...new Set(forms.filter((form) => form !== ''))];
  return {
    whole: all([...same.whole, ...heard.whole, ...joined, company]),
    parts: all([...same.parts, ...heard.parts]),
  };
}

/**
 * Whether two writings may be one name. Two parts of one are held against the whole other alone: two people who share two of
 * three names are not taken for one.
 */
export function mayBeOne(one: NameForms, other: NameForms): boolean {
  const shares = (forms: readonly string[], of: readonly string[]) => forms.some((form) => of.includes(form));
  return shares(one.whole, other.whole) || shares(one.parts, other.whole) || shares(one.whole, other.parts);
}
