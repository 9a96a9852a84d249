import { checkEasyJapanese } from '../../src/japanese/easy.ts';
import { stripFurigana } from '../../src/japanese/furigana.ts';
import type { Locale } from '../../src/platform/languages/locales.ts';
import type { Said } from '../support/drawn-words.ts';

/** What no page of a language may show, whichever message or datum it comes from. */
interface Fault {
  readonly locales: RegExp;
  readonly found: RegExp;
  readonly name: string;
}

const HAN = '\\p{Script=Han}';
const KANA = '\\p{Script=Hiragana}\\p{Script=Katakana}';

const FAULTS: readonly Fault[] = [
  // {n} and {what} are filled in by the scripts that count characters and tell what is new.
  {
    locales: /./,
    found: /\{(?!own\}|n\}|what\})[a-z]\w*|\bundefined\b|\bNaN\b|\[object/u,
    name: 'not filled in',
  },
  { locales: /./, found: /[ \u00a0]{2}|\u3000\u3000/u, name: 'two spaces' },
  { locales: /./, found: /[ \u00a0\u3000][,.;:!?、。，！？）」](?!\d)/u, name: 'a space before a mark' },
  { locales: /./, found: /[０-９Ａ-Ｚａ-ｚ]/u, name: 'full-width letters or digits' },
  { locales: /^en$/, found: /[a-z][,;!?](?=[A-Za-z])/u, name: 'no space after a mark' },
  {
    locales: /^en$/,
    found: new RegExp(`[，。、！？（）：；「」『』${HAN}${KANA}]`, 'u'),
    name: 'Japanese or Chinese',
  },
  { locales: /^zh/, found: new RegExp(`[${KANA}]`, 'u'), name: 'kana' },
  { locales: /^zh/, found: /[「」]/u, name: 'Japanese quotation marks' },
  { locales: /^(?:ja|zh)/, found: /(?:[A-Za-z’']+[ ,]+){6}[A-Za-z]/u, name: 'an English sentence' },
  {
    locales: /^(?:ja|zh)/,
    found: new RegExp(`[${HAN}${KANA}ー](?:[,:;!?](?!\\d)| ?\\((?![月火水木金土日]\\)))`, 'u'),
    name: 'half-width marks',
  },
  // A weekday before its time, a number before its name and the quiet word behind a label stand apart.
  {
    locales: /^zh/,
    found: new RegExp(
      `(?<![周星期][一二三四五六日天]|工作日|每天)(?<=${HAN}) (?=[A-Za-z\\d${HAN}{])(?!选填$)|(?<!^\\d{3})(?<=[A-Za-z\\d}]) (?=${HAN})(?!选填$)`,
      'u',
    ),
    name: 'a space within Chinese',
  },
  {
    locales: /^ja$/,
    found: /[A-Za-z\d)}] (?=[がをのはにでとも]|から|まで|です)|[がをのはにでと] (?=[A-Za-z\d{])/u,
    name: 'a space within Japanese',
  },
];

/** What cannot be marked as another language: attributes, and the names of towns to choose from. */
const isPlain = ({ place }: Said) => place.includes(' ') || place === 'title' || place === 'option';
const ABOUT_SCRIPT = new Set(['kana', 'Japanese or Chinese']);
/** 墨田区（すみだく）, where no reading can stand above. */
const READING_IN_BRACKETS = /([\p{Script=Han}ヶケ々ぁ-ん]*[\p{Script=Han}])（([ぁ-ん]+)）/gu;
/** Four names or more in a row: no sentence, however long. */
const LIST = /(?:[^、。：·]+、 ){3,}/gu;

/** What is wrong with what a page says in one place, in words; empty when nothing is. */
export function checkDrawn(said: Said, locale: Locale): string[] {
  const text = stripFurigana(said.text);
  if (said.isMarked) return checkMarked(text, said.lang);
  const faults = FAULTS.filter(
    ({ locales, found, name }) =>
      locales.test(locale) && found.test(text) && !(ABOUT_SCRIPT.has(name) && isPlain(said)),
  ).map(({ name }) => name);
  return [...faults, ...(locale === 'ja-easy' ? checkEasy(said) : [])];
}

function checkEasy(said: Said): string[] {
  const readable = isPlain(said) ? said.text.replace(READING_IN_BRACKETS, '｜$1《$2》') : said.text;
  return readable
    .replace(LIST, '{list}、 ')
    .split(/ · |　| — |】/u)
    .flatMap((piece) => checkEasyJapanese(piece))
    .filter(({ level }) => level === 'refused')
    .map(({ rule, params }) => `${rule} ${JSON.stringify(params)}`);
}

const FOREIGN: Readonly<Record<string, RegExp>> = {
  en: new RegExp(`[${HAN}${KANA}]`, 'u'),
  'zh-Hans': new RegExp(`[${KANA}]`, 'u'),
  ja: /^[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\d]+$/u,
};

/** Whether the script is one of the language that is claimed, so that a voice can read it. */
function checkMarked(text: string, lang: string): string[] {
  return FOREIGN[lang]?.test(text) ? [`no ${lang}`] : [];
}
