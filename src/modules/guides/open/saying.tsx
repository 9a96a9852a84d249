import type { Locale } from '../../../platform/languages/locales.ts';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { rubyWords, type Words } from '../../../platform/languages/messages.tsx';
import { useLocale } from '../../../platform/languages/reading.tsx';
import { type Read, readIn } from '../guide/reading.ts';
import type { Fact, FactWords, Guide } from '../types.ts';

/** Says text of one language on the page of a reader: marked as another language where it is not theirs. */
export function sayIn(language: Locale, locale: Locale): (text: string) => Words {
  const { tag } = localeFacts[language];
  const isOther = tag !== localeFacts[locale].tag;
  return (text) => {
    const shown = tag === 'ja' ? rubyWords(text) : text;
    return isOther ? <span lang={tag}>{shown}</span> : shown;
  };
}

/** What a guide says to the reader of the page, and how to say it. */
export function useRead(
  guide: Pick<Guide, 'translations'>,
): Read & { readonly say: (text: string) => Words } {
  const locale = useLocale();
  const read = readIn(guide, locale);
  return { ...read, say: sayIn(read.language, locale) };
}

/** A step in the reader's language; one that the language lacks yet, in the Japanese from which it will be made. */
export function useStep(guide: Pick<Guide, 'translations'>, stepId: string) {
  const locale = useLocale();
  const { words, say } = useRead(guide);
  const own = words.steps[stepId];
  if (own?.title && own.text) return { step: own, say };
  const step = guide.translations.ja?.words.steps[stepId] ?? { title: '', text: '' };
  return { step, say: sayIn('ja', locale) };
}

/** A guide's title, marked as another language where it is not written in the reader's. */
export function useTitle(guide: Pick<Guide, 'translations'>): Words {
  const { say, words } = useRead(guide);
  return say(words.title);
}

const INSTEAD: Readonly<Record<Locale, readonly Locale[]>> = {
  ja: ['ja'],
  'ja-easy': ['ja-easy', 'ja'],
  en: ['en', 'ja'],
  'zh-Hans': ['zh-Hans', 'ja'],
};

/** What a fact says to a reader, and in which language: one that says what it is of and not what it is says nothing. */
export function factIn(
  { texts }: Pick<Fact, 'texts'>,
  locale: Locale,
): { readonly words: FactWords; readonly language: Locale } {
  const language = INSTEAD[locale].find((one) => texts[one]?.name && texts[one].value) ?? 'ja';
  return { words: texts[language] ?? { name: '', value: '' }, language };
}
