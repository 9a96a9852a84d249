import { parseFurigana } from '../../../japanese/furigana.ts';
import { soundOf } from '../../../japanese/sound.ts';
import { LOCALES, type Locale } from '../../../platform/languages/locales.ts';
import type { Guide, GuideWords } from '../types.ts';
import { isKana, isUnspaced, wordsIn } from './fold.ts';

/** So many characters from each place on: longer searches are taken apart. */
export const LONGEST_RUN = 8;
const LONGEST_WORD = 40;
const WEIGHTS = { title: 40, foundBy: 30, heard: 20, stepTitle: 10, lead: 8, bring: 4, text: 2 } as const;

/** By which terms a guide is found, each with the weight of the best place in which it stands. */
export function termsOf({ translations }: Pick<Guide, 'translations'>): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const term of termsIn(text)) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  };
  for (const locale of LOCALES) {
    const words = translations[locale]?.words;
    if (words)
      for (const [text, weight] of weighed(words)) for (const way of waysOf(text, locale)) add(way, weight);
  }
  return terms;
}

function weighed(words: GuideWords): (readonly [text: string, weight: number])[] {
  const steps = Object.values(words.steps);
  return [
    [words.title, WEIGHTS.title],
    [words.foundBy, WEIGHTS.foundBy],
    [words.heard, WEIGHTS.heard],
    [words.lead, WEIGHTS.lead],
    [words.bring, WEIGHTS.bring],
    ...steps.map(({ title }) => [title, WEIGHTS.stepTitle] as const),
    ...steps.map(({ text }) => [text, WEIGHTS.text] as const),
  ];
}

/** A text as it is written, and as it is read where readings stand in it: 出《だ》し方《かた》 is 出し方 and だしかた. */
function waysOf(text: string, locale: Locale): string[] {
  const segments = parseFurigana(text);
  const written = segments.map((one) => ('text' in one ? one.text : one.base)).join('');
  const read = segments.map((one) => ('text' in one ? one.text : one.reading)).join('');
  // Easy Japanese stands in phrases; whoever searches writes none.
  const joined = locale === 'ja-easy' ? [written.replaceAll(' ', ''), read.replaceAll(' ', '')] : [];
  return [...new Set([written, read, ...joined])];
}

function termsIn(text: string): Set<string> {
  const terms = new Set<string>();
  for (const word of wordsIn(text)) {
    if (!isUnspaced(word)) {
      terms.add(word.slice(0, LONGEST_WORD));
      continue;
    }
    const characters = [...word];
    for (const at of characters.keys()) {
      const run = characters.slice(at, at + LONGEST_RUN).join('');
      terms.add(run);
      const kana = /^[ぁ-ゖー]+/u.exec(run)?.[0];
      if (kana && isKana(kana) && soundOf(kana) !== '') terms.add(soundOf(kana));
    }
  }
  return terms;
}
