import { localeFacts } from '../../../platform/languages/locales.ts';
import { rubyWords, type Words } from '../../../platform/languages/messages.tsx';
import { useLocale } from '../../../platform/languages/reading.tsx';
import type { Event } from '../types.ts';
import { paragraphsOf, wordsOf } from './words.ts';

/** What an event says, for the page of a reader: marked as another language where it is not written in theirs. */
export interface Said {
  readonly title: Words;
  readonly paragraphs: readonly Words[];
  readonly area: Words;
  /** Null: nothing. */
  readonly bring: Words | null;
  readonly directions: Words | null;
  readonly isInAnotherLanguage: boolean;
  readonly isMachineMade: boolean;
}

export function useSaid(event: Pick<Event, 'texts' | 'machineMade'>): Said {
  const locale = useLocale();
  const { words, language } = wordsOf(event, locale);
  const say = (text: string): Words => {
    const shown = language === 'ja-easy' ? rubyWords(text) : text;
    return localeFacts[language].tag === localeFacts[locale].tag ? (
      shown
    ) : (
      <span lang={localeFacts[language].tag}>{shown}</span>
    );
  };
  const sayOrNot = (text: string) => (text === '' ? null : say(text));
  return {
    title: say(words.title),
    paragraphs: paragraphsOf(words.text).map(say),
    area: say(words.area),
    bring: sayOrNot(words.bring),
    directions: sayOrNot(words.directions),
    isInAnotherLanguage: language !== locale,
    isMachineMade: event.machineMade.includes(language),
  };
}
