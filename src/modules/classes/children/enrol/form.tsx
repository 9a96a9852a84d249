import { showsSomething } from '../../../../japanese/typed.ts';
import {
  consent,
  defineForm,
  type Field,
  line,
  lines,
  oneOf,
  pick,
  tick,
  typed,
} from '../../../../kits/forms/index.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { choice, choices, nameText, requiredText, text } from '../../../../platform/web/form-fields.ts';
import { Checkboxes } from '../../../../ui/index.ts';
import { FIRST_LANGUAGES, LANGUAGES, languageName } from '../../../people/index.ts';
import { readBirthYear } from '../rules/birth-year.ts';
import { DECIDES, PHOTO_CONSENTS, READING, RELATIONS } from '../types.ts';
import { childrenMessages } from '../words.ts';

/** Nobody older comes to a class, and nobody is born later than now: a wrong century is mended here. */
const YEARS = [2005, 2035] as const;
const MONTHS = Array.from({ length: 12 }, (_, at) => `${at + 1}`) as [string, ...string[]];

type Key = Parameters<ReturnType<typeof childrenMessages.in>>[0];
/** The answers of a list, with the words `<prefix>_<answer>`. */
export const answersOf =
  (prefix: string, values: readonly string[]) =>
  (locale: Locale): { value: string; label: ReturnType<ReturnType<typeof childrenMessages.in>> }[] =>
    values.map((value) => ({ value, label: childrenMessages.in(locale)(`${prefix}_${value}` as Key) }));

const languageChoices = (codes: readonly string[], locale: Locale) =>
  codes.map((value) => ({ value, label: languageName(value, locale) }));

/** Every language that is spoken at home; those that few speak are folded away. */
const homeLanguages: Field<'languages', string[]> = {
  name: 'languages',
  label: 'home_languages',
  hint: 'home_languages_hint',
  under: 'part_language',
  schema: choices(LANGUAGES).refine((some) => some.length > 0, { message: 'say_home_languages' }) as Field<
    'languages',
    string[]
  >['schema'],
  type: typed,
  draw: ({ field, form, locale }) => (
    <Checkboxes
      {...field}
      optional={false}
      values={form.values('languages')}
      choices={languageChoices(['ja', ...FIRST_LANGUAGES], locale)}
      more={{
        label: childrenMessages.in(locale)('more_languages'),
        choices: languageChoices(
          LANGUAGES.filter((code) => code !== 'ja' && !FIRST_LANGUAGES.some((first) => first === code)),
          locale,
        ),
      }}
      inline
    />
  ),
};

const childFields = [
  line('name', nameText(60).refine(showsSomething, { message: 'say_a_name' }), {
    label: 'child_name',
    hint: 'child_name_hint',
    under: 'part_child',
    autocomplete: 'off',
  }),
  line('birthYear', birthYearText(), {
    label: 'birth_year',
    hint: 'birth_year_hint',
    width: 'short',
  }),
  pick('birthMonth', choice(MONTHS, 'choose_a_month'), {
    label: 'birth_month',
    options: (locale) =>
      MONTHS.map((value) => ({ value, label: childrenMessages.in(locale).plain('month', { month: value }) })),
  }),
  tick('isFirstOfApril', { label: 'first_of_april', hint: 'first_of_april_hint' }),
  homeLanguages,
  oneOf('reading', choice(READING, 'choose_one'), {
    label: 'reading',
    choices: answersOf('reading', READING),
  }),
  line('school', text(80), { label: 'school', hint: 'school_hint' }),
  lines('note', text(500), { label: 'child_note', hint: 'child_note_hint', rows: 3, maxLength: 500 }),
] as const;

const guardianFields = [
  oneOf('relation', choice(RELATIONS, 'choose_one'), {
    label: 'your_relation',
    under: 'part_you',
    choices: answersOf('relation', RELATIONS),
  }),
  line('phone', phoneText(), {
    label: 'your_phone',
    hint: 'your_phone_hint',
    type: 'tel',
    autocomplete: 'tel',
    width: 'medium',
  }),
  tick('mayFetch', { label: 'you_fetch', hint: 'you_fetch_hint' }),
  oneOf('decides', choice(DECIDES, 'choose_one'), {
    label: 'decides',
    hint: 'decides_hint',
    under: 'part_custody',
    choices: answersOf('decides', DECIDES),
  }),
  lines('notTold', text(300), { label: 'not_told', hint: 'not_told_hint', rows: 2, maxLength: 300 }),
] as const;

const photoField = oneOf('photos', choice(PHOTO_CONSENTS, 'choose_one'), {
  label: 'photos',
  hint: 'photos_hint',
  under: 'part_photos',
  choices: answersOf('photos', PHOTO_CONSENTS),
});

/** A year as families write it, also by era. */
function birthYearText() {
  const [least, most] = YEARS;
  return requiredText(20, 'say_a_birth_year')
    .transform((written) => readBirthYear(written) ?? 0)
    .refine((year) => year >= least && year <= most, { message: 'say_a_birth_year' });
}

/** A telephone number as somebody writes it: who calls it, reads it. */
function phoneText() {
  return requiredText(20, 'say_a_phone').refine((typed) => /^[+\d０-９ ()ー－-]{6,20}$/.test(typed), {
    message: 'phone_has_digits_only',
  });
}

/** A number that may stay empty. */
export const optionalPhone = text(20).refine(
  (typed) => typed === '' || /^[+\d０-９ ()ー－-]{6,20}$/.test(typed),
  {
    message: 'phone_has_digits_only',
  },
);

/** What a guardian says when they enrol a child. */
export const enrolmentForm = defineForm(childrenMessages, [
  ...childFields,
  ...guardianFields,
  photoField,
  consent('isAgreed', 'agree_first', { label: 'enrolment_agreed', hint: 'enrolment_agreed_hint' }),
]);

/** The same later, part by part. */
export const detailsForm = defineForm(childrenMessages, childFields);
export const familyForm = defineForm(childrenMessages, guardianFields);
export const photosForm = defineForm(childrenMessages, [photoField]);
