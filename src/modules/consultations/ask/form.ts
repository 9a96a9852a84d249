import { z } from 'zod';
import {
  consent,
  defineForm,
  line,
  lines,
  oneOf,
  pick,
  someOf,
  tick,
  unseen,
} from '../../../kits/forms/index.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { choice, choices, day, requiredText, text } from '../../../platform/web/form-fields.ts';
import { LANGUAGES, plainLanguageName } from '../../people/index.ts';
import { INTERPRETER_WISHES } from '../interpreters/rules.ts';
import { CHANNELS } from '../store/ask.ts';
import { DEADLINES } from '../store/deadlines.ts';
import { FIELDS, ORIGINS, URGENCIES } from '../types.ts';
import { consultationMessages } from '../words.ts';
import { SIGN_NAMES } from './rules.ts';

const MOST_LETTERS = 4000;
/** In which one can talk with us; Easy Japanese is one of them, and needs no interpreter. */
export const TALKS_IN = ['ja-easy', ...LANGUAGES] as const;

export function talkLanguageName(code: string, locale: Locale): string {
  return code === 'ja-easy'
    ? consultationMessages.in(locale).plain('easy_japanese')
    : plainLanguageName(code, locale);
}

const optionalDay = text(10).refine((typed) => typed === '' || day.safeParse(typed).success, {
  message: 'choose_a_day',
});
const orNothing = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.preprocess((typed) => typed || undefined, z.enum(options).optional()) as unknown as z.ZodType<
    T[number] | undefined
  >;

/** What is asked of whoever asks: no name, no address, no nationality. */
export const askForm = defineForm(consultationMessages, [
  oneOf('field', choice(FIELDS), {
    under: 'part_what',
    choices: (locale) =>
      FIELDS.map((value) => ({ value, label: consultationMessages.in(locale)(`field_${value}`) })),
  }),
  lines('words', requiredText(MOST_LETTERS, 'say_what_it_is_about'), {
    hint: 'words_hint',
    rows: 8,
    maxLength: MOST_LETTERS,
  }),
  someOf('signs', choices(SIGN_NAMES), {
    hint: 'signs_hint',
    areSentences: true,
    choices: (locale) =>
      SIGN_NAMES.map((value) => ({ value, label: consultationMessages.in(locale)(`sign_${value}`) })),
  }),
  oneOf('urgency', choice(URGENCIES), {
    under: 'part_when',
    choices: (locale) =>
      URGENCIES.map((value) => ({ value, label: consultationMessages.in(locale)(`urgency_${value}`) })),
  }),
  pick('deadlineKind', orNothing(DEADLINES), {
    hint: 'deadline_kind_hint',
    options: (locale) => [
      { value: '', label: consultationMessages.in(locale).plain('no_deadline') },
      ...DEADLINES.map((value) => ({
        value,
        label: consultationMessages.in(locale).plain(`deadline_${value}`),
      })),
    ],
  }),
  line('deadlineOn', optionalDay, { type: 'date', width: 'medium' }),
  pick('language', choice(TALKS_IN), {
    under: 'part_how',
    options: (locale) => TALKS_IN.map((value) => ({ value, label: talkLanguageName(value, locale) })),
  }),
  pick('interpreterWish', orNothing(INTERPRETER_WISHES), {
    hint: 'interpreter_wish_hint',
    options: (locale) => [
      { value: '', label: consultationMessages.in(locale).plain('interpreter_wish_any') },
      ...INTERPRETER_WISHES.map((value) => ({
        value,
        label: consultationMessages.in(locale).plain(`interpreter_wish_${value}`),
      })),
    ],
  }),
  oneOf('channel', choice(CHANNELS), {
    hint: 'channel_hint',
    choices: (locale) =>
      CHANNELS.map((value) => ({ value, label: consultationMessages.in(locale)(`channel_${value}`) })),
  }),
  line('phone', text(40), { hint: 'phone_hint', type: 'tel', width: 'medium' }),
  line('times', text(200), { hint: 'times_hint' }),
  tick('isAnonymous', { hint: 'is_anonymous_hint' }),
  consent('isAgreed', 'agree_first', { hint: 'is_agreed_hint' }),
  unseen('origin', orNothing(ORIGINS)),
]);

export type Asked = ReturnType<(typeof askForm)['schema']['parse']>;
