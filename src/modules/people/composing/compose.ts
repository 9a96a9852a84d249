import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { text } from '../../../platform/web/form-fields.ts';
import { plainLanguageName } from '../languages/known.ts';
import { findHardWords, whoReadsNoneOf } from './hard-words.ts';
import { composingMessages } from './messages.ts';
import type { Reader } from './readers.ts';
import { isReadyKey, readyWords } from './ready.ts';

/** What a `Composer` sends beside its own field. */
export const composing = { ready: text(40), hintsSeen: text(1) };

interface Composed {
  /** The name of the field, and what was typed into it. */
  readonly field: string;
  readonly typed: string;
  readonly ready: string;
  readonly hintsSeen: string;
  /** Nobody: coordinators read it, who read Japanese and English. */
  readonly readers: readonly Reader[];
  /** In which language the page stands on which it is written. */
  readonly locale: Locale;
}

/**
 * The words that are sent: the ready-made sentence in the language of who reads it, then what was typed.
 * Refuses, once, Japanese that its reader does not read (`written_in_japanese`) or that could be easier for them
 * (`could_be_easier`); sent again it goes as it is. Nothing typed and nothing chosen gives an empty string.
 */
export function compose({ field, typed, ready, hintsSeen, readers, locale }: Composed): Outcome<string> {
  if (hintsSeen === '') {
    const reader = whoReadsNoneOf(typed, readers);
    if (reader) {
      const { name } = reader;
      return refuse('written_in_japanese', { name, languages: namesOf(reader, locale) }, field);
    }
    const hard = findHardWords(typed, readers);
    if (hard.length > 0) return refuse('could_be_easier', { hints: hard.join(' ') }, field);
  }
  const said = isReadyKey(ready) ? readyWords(ready, readers, locale) : '';
  return accept([said, typed].filter(Boolean).join('\n'));
}

/** What somebody reads, in words. */
function namesOf({ reads }: Reader, locale: Locale): string {
  const easy = composingMessages.in(locale).plain('easy_japanese');
  return formatsIn(locale).list(
    reads.map((code) => (code === 'ja-easy' ? easy : plainLanguageName(code, locale))),
  );
}
