import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { composingMessages } from './messages.ts';
import type { Reader } from './readers.ts';

/** Ready-made sentences by what is being written, in the order in which they are offered. */
export const READY = {
  /** A coordinator asks about a request. */
  asking: [
    'which_paper',
    'bring_paper',
    'which_place',
    'appointment',
    'until_when',
    'other_times',
    'who_comes',
    'phone',
  ],
  /** Two who are to meet. */
  meeting: ['i_am_here', 'a_little_late', 'where_to_meet', 'what_you_wear', 'bring_papers', 'thank_you'],
  /** The desk writes to somebody who would like to volunteer. */
  applying: ['interview_times', 'interview_how', 'which_languages', 'when_free'],
} as const;
export type ReadyPurpose = keyof typeof READY;
/** Beside those that are chosen: what an applicant sends with the times that suit them. */
export type ReadyKey = (typeof READY)[ReadyPurpose][number] | 'other_interview_time';

/** Whether it is one that somebody can choose. */
export function isReadyKey(key: string): key is ReadyKey {
  return Object.values(READY).some((keys: readonly string[]) => keys.includes(key));
}

/** A ready-made sentence in one language. */
export function readySentence(key: ReadyKey, locale: Locale): string {
  return composingMessages.in(locale).plain(`ready_${key}`);
}

/**
 * A ready-made sentence as it is sent: in the language of each reader, and below it in the writer's own where that is
 * another, so that everybody who reads along knows what was said.
 */
export function readyWords(
  key: ReadyKey,
  readers: readonly Pick<Reader, 'locale'>[],
  writer: Locale,
): string {
  const locales = [...new Set(readers.map(({ locale }) => locale))];
  const own = locales.some((locale) => localeFacts[locale].tag === localeFacts[writer].tag) ? [] : [writer];
  return [...locales, ...own].map((locale) => readySentence(key, locale)).join('\n');
}
