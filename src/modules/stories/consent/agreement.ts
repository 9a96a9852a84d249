import { createHash } from 'node:crypto';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import { plainly } from '../text/pieces.ts';
import { textFor } from '../text/rules/grades.ts';
import type { Consent, Revision, Story, StoryText } from '../types.ts';
import { storiesMessages } from '../words.ts';
import type { Chosen } from './rules/asking.ts';

/** What is read of a story before somebody agrees. */
export interface Read {
  readonly story: Pick<Story, 'source'>;
  readonly texts: readonly StoryText[];
  readonly revisions: readonly Revision[];
}

/** The words of the story as somebody reads them when they are asked: in their language, else in the nearest. */
export function wordsAsked({ story, texts, revisions }: Read, reader: Locale): readonly string[] {
  const found = textFor(texts, { source: story.source, revisions, reader });
  return found?.text.pieces.map(({ text }) => plainly(text, found.text.locale)) ?? [];
}

/** By which a proof says what was agreed to. */
export const hashOfWords = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The same by their hash, as a form says which words its reader has seen. */
export const hashAsked = (read: Read, reader: Locale): string =>
  hashOfWords(wordsAsked(read, reader).join('\n\n'));

/**
 * To the letter what somebody agrees to, in their language: the words of the story, where it may be, as whom, until when,
 * and that they can take it back. It is kept with the consent; a proof keeps its hash.
 */
export function agreementText(
  words: readonly string[],
  consent: Pick<Consent, 'locale' | 'guardian' | 'isChild' | 'name'>,
  chosen: Chosen,
  about: { readonly organization: string; readonly until: Temporal.Instant },
): string {
  const t = storiesMessages.in(consent.locale).plain;
  const { plain, list } = formatsIn(consent.locale);
  const { uses, naming, shownAs, showsFace, showsPlace } = chosen;
  return [
    consent.guardian
      ? t('agreed_for_child', {
          guardian: consent.guardian,
          name: consent.name,
          organization: about.organization,
        })
      : t('agreed_by', { name: consent.name, organization: about.organization }),
    t('agreed_uses', { uses: list(uses.map((one) => t(`use_in_${one}`))) }),
    naming === 'none' ? t('agreed_without_name') : t('agreed_as', { name: shownAs ?? '' }),
    t(showsFace ? 'agreed_face' : 'agreed_no_face'),
    t(showsPlace ? 'agreed_place' : 'agreed_no_place'),
    t('agreed_until', { day: plain.day(about.until) }),
    t('agreed_recall'),
    '――',
    ...words,
  ].join('\n\n');
}
