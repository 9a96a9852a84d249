import { stripFurigana } from '../../src/japanese/furigana.ts';
import { type CatalogFolder, everyBranch, RESIDENT, STAFF } from './catalogs.ts';

const ENGLISH: Readonly<Record<string, string>> = {
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
};
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const KANJI = '〇一二三四五六七八九十';
/** A number in kanji before what it counts; 二人 and 一つ are words more than numbers, as are "two" and "one". */
const COUNTED =
  /(?<![一二三四五六七八九十第])([三四五六七八九十])(?=[人つ分日回年桁個位种个天次方项]|か月|小时)/gu;
const FACT = /https?:\/\/[\w.-]*\w|\b[a-z]+\.(?:html|json)\b|#?\d[\d:-]*\d|#?[3-9]/giu;
const HALF_PAST = /half an hour|半小时|半个小时|半時間/giu;

/** Numbers, times, telephone numbers and addresses that a message tells, in whichever branch, in one spelling. */
export function factsOf(message: string): Set<string> {
  const branches = (everyBranch(message) ?? [message]).map((branch) =>
    stripFurigana(branch).replace(/\{\w+\}/gu, ' '),
  );
  const facts = branches.flatMap((branch) => inOneSpelling(branch).match(FACT) ?? []);
  return new Set(facts.map((fact) => fact.toLowerCase()));
}

function inOneSpelling(text: string): string {
  return text
    .replace(/(\d),(\d{3})/gu, '$1$2')
    .replace(HALF_PAST, '30')
    .replace(/day and night/giu, '24')
    .replace(
      /午後\s*(\d+)時\s*(?:(\d+)分)?/gu,
      (_, hour: string, minute = '00') => `${Number(hour) + 12}:${minute}`,
    )
    .replace(new RegExp(`\\b(?:${MONTHS.join('|')})\\b`, 'gu'), (month) => `${MONTHS.indexOf(month) + 1}`)
    .replace(/\b[a-z]+\b/giu, (word) => ENGLISH[word.toLowerCase()] ?? word)
    .replace(COUNTED, (digit) => `${KANJI.indexOf(digit)}`);
}

/** What is told in one language of a group of catalogs and not in another: `en: say_why lacks 30`. */
export function checkFacts({ path, files }: CatalogFolder, apart: ReadonlySet<string>): string[] {
  return [RESIDENT, STAFF].flatMap((group) => {
    const catalogs = group.flatMap((name) => {
      const catalog = files.get(name);
      return catalog ? [{ name, catalog }] : [];
    });
    const keys = Object.keys(catalogs[0]?.catalog ?? {}).filter((key) => !apart.has(`${path} ${key}`));
    return keys.flatMap((key) => {
      const told = catalogs.map(({ name, catalog }) => ({ name, facts: factsOf(catalog[key] ?? '') }));
      const all = new Set(told.flatMap(({ facts }) => [...facts]));
      return told.flatMap(({ name, facts }) =>
        [...all]
          .filter((fact) => !facts.has(fact))
          .map((fact) => `${path}/${name}.json: ${key} lacks ${fact}`),
      );
    });
  });
}
