import { z } from 'zod';
import { defineForm, lines, someOf, unseen } from '../../../../kits/forms/index.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { choices, text } from '../../../../platform/web/form-fields.ts';
import { ACTIVITIES } from '../../types.ts';
import { dayMessages } from '../words.ts';
import { PHRASES } from './phrases.ts';
import { BEYOND, HIRAGANA_STEPS, isStep, KATAKANA_STEPS, lettersOf, type Step } from './rules/steps.ts';

const letters = (steps: readonly Step[]) => () =>
  steps.map((step) => ({ value: step, label: <span lang="ja">{lettersOf(step)}</span> }));

/** What a tutor writes of a child on a day. What the child can do begins with what is known: seen once, it stays. */
export const recordForm = defineForm(dayMessages, [
  someOf('activities', choices(ACTIVITIES), {
    choices: (locale: Locale) =>
      ACTIVITIES.map((one) => ({ value: one, label: dayMessages.in(locale)(`activity_${one}`) })),
  }),
  someOf('phrases', choices(PHRASES), {
    hint: 'phrases_hint',
    areSentences: true,
    choices: (locale: Locale) =>
      PHRASES.map((one) => ({ value: one, label: dayMessages.in(locale)(`phrase_${one}`) })),
  }),
  lines('said', text(1_000), { rows: 3, label: 'own_words', hint: 'own_words_hint' }),
  someOf('hiragana', choices(HIRAGANA_STEPS), { hint: 'letters_hint', choices: letters(HIRAGANA_STEPS) }),
  someOf('katakana', choices(KATAKANA_STEPS), { choices: letters(KATAKANA_STEPS) }),
  someOf('beyond', choices(BEYOND), {
    choices: (locale: Locale) =>
      BEYOND.map((one) => ({ value: one, label: dayMessages.in(locale)(`step_${one}`) })),
  }),
  // What was ticked, and what was written, when the form was drawn: two tutors may write of one child.
  unseen(
    'drawn',
    z
      .string()
      .max(1_000)
      .regex(/^[a-z_ ]*$/)
      .catch(''),
  ),
  unseen(
    'seenAt',
    z
      .string()
      .max(40)
      .regex(/^[-0-9T:.Z]*$/)
      .catch(''),
  ),
]);

export const writeSteps = (steps: readonly Step[]): string => steps.join(' ');
export const readSteps = (typed: string): Step[] => typed.split(' ').filter(isStep);
