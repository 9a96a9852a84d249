import { z } from 'zod';
import { defineForm, type Field, oneOf, tick } from '../../../kits/forms/index.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { choice } from '../../../platform/web/form-fields.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { LanguageGrid, type LanguageGridProps, type LanguageRow } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { JAPANESE_LEVELS, type LanguageSkill, TASKS } from '../types.ts';
import {
  FIRST_LANGUAGES,
  LANGUAGES,
  type Language,
  languageName,
  MORE_LANGUAGES,
  ownNameOf,
  plainLanguageName,
} from './known.ts';
import { ABILITY_WORDS, readSkills, writeSkills } from './rules.ts';

type Asked = Pick<LanguageGridProps, 'skills'> & {
  readonly first: readonly Language[];
  readonly more?: readonly Language[];
};

/** What somebody can do in these languages; each answer is named `languages.<code>.<task>`. */
function skills(label: string, { first, more = [], ...asked }: Asked): Field<'languages', LanguageSkill[]> {
  return {
    name: 'languages',
    label,
    schema: z.record(z.string(), z.unknown()).transform((sent, context) => {
      const read = readSkills(sent);
      if (read.ok) return read.value;
      context.addIssue({ code: 'custom', message: read.refusal.code });
      return z.NEVER;
    }),
    type: () => '',
    spread(known) {
      const words = writeSkills(known);
      const answers = LANGUAGES.flatMap((code) =>
        TASKS.map((task) => [`languages.${code}.${task}`, words[code]?.[task]]),
      );
      return Object.fromEntries(answers);
    },
    draw: ({ field, form, locale }) => (
      <LanguageGrid
        {...field}
        {...asked}
        languages={rowsOf(first, locale)}
        more={rowsOf(more, locale)}
        values={answersOf(form, [...first, ...more])}
        optional
        quietOptional
      />
    ),
  };
}

const rowsOf = (codes: readonly Language[], locale: Locale): LanguageRow[] =>
  codes.map((code) => ({
    code,
    name: languageName(code, locale),
    plainName: plainLanguageName(code, locale),
    ownName: ownNameOf(code),
  }));

function answersOf(form: FormState, codes: readonly Language[]): LanguageGridProps['values'] {
  const answer = (code: Language, task: string) =>
    ABILITY_WORDS.find((word) => word === form.value(`languages.${code}.${task}`));
  return Object.fromEntries(
    codes.map((code) => [
      code,
      Object.fromEntries(TASKS.flatMap((task) => (answer(code, task) ? [[task, answer(code, task)]] : []))),
    ]),
  );
}

/** Every language but Japanese, by what somebody does in it. */
export const languagesForm = defineForm(peopleMessages, [
  { ...skills('languages_label', { first: FIRST_LANGUAGES, more: MORE_LANGUAGES }), hint: 'languages_hint' },
]);

/** How somebody speaks Japanese, in sentences of what they can do; then reading, filling in and telephone. */
export const japaneseForm = defineForm(peopleMessages, [
  oneOf('japaneseSpeaking', choice(JAPANESE_LEVELS, 'choose_the_sentence_that_fits'), {
    label: 'japanese_speaking',
    hint: 'japanese_speaking_hint',
    choices: (locale) =>
      JAPANESE_LEVELS.map((value) => ({ value, label: peopleMessages.in(locale)(`japanese_${value}`) })),
  }),
  skills('japanese_tasks', { first: ['ja'], skills: ['read', 'write', 'phone'] }),
  tick('easesJapanese', { hint: 'eases_japanese_hint' }),
]);
