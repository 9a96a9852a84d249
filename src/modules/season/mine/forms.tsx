import { consent, defineForm, type Field, line, lines, someOf, typed } from '../../../kits/forms/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import { choices, day, requiredText, singleDays, text } from '../../../platform/web/form-fields.ts';
import { Checkboxes } from '../../../ui/index.ts';
import { KINDS, type NamedSupport, type Supports, WAYS } from '../types.ts';
import { seasonMessages } from '../words.ts';

/** Days of a season to choose from, at least one of them. */
const someDays = (days: readonly Temporal.PlainDate[]): Field<'days', string[]> => {
  const choicesIn = (locale: Locale) =>
    days.map((day) => ({ value: day.toString(), label: formatsIn(locale).day(day) }));
  return {
    name: 'days',
    label: 'alone_days',
    schema: singleDays.refine((some) => some.length > 0, { message: 'choose_a_day' }),
    type: typed,
    draw: ({ field, form, locale }) => (
      <Checkboxes
        {...field}
        optional={false}
        values={form.values('days')}
        choices={choicesIn(locale)}
        inline
      />
    ),
  };
};

/** What somebody says who will be alone. @param days those that are left of the season */
export const aloneForm = (days: readonly Temporal.PlainDate[]) =>
  defineForm(seasonMessages, [
    someDays(days),
    someOf(
      'ways',
      choices(WAYS).refine((some) => some.length > 0, { message: 'choose_one' }),
      {
        label: 'alone_ways',
        areSentences: true,
        choices: (locale) =>
          WAYS.map((value) => ({ value, label: seasonMessages.in(locale)(`way_${value}`) })),
      },
    ),
    line('reach', requiredText(200, 'say_how_to_reach_you'), {
      label: 'alone_reach',
      hint: 'alone_reach_hint',
    }),
    lines('note', text(500), { label: 'alone_note', hint: 'alone_note_hint', rows: 3, maxLength: 500 }),
    consent('isAgreed', 'agree_first', { label: 'alone_agreed' }),
  ]);

/** As many as somebody names. */
const NAMED = ['one', 'two'] as const;

const isDay = (typed: string) => day.safeParse(typed).success;
const optionalDay = text(10).refine((typed) => typed === '' || isDay(typed), { message: 'choose_a_day' });

/** On whom somebody counts: of our lists, and two of their own with the days on which those are shut. */
export const supportsForm = defineForm(seasonMessages, [
  someOf('kinds', choices(KINDS), {
    label: 'support_kinds',
    areSentences: true,
    choices: (locale) =>
      KINDS.map((value) => ({ value, label: seasonMessages.in(locale)(`support_${value}`) })),
  }),
  line('nameOne', text(80), { label: 'support_name', hint: 'support_name_hint', under: 'support_own_one' }),
  line('shutFromOne', optionalDay, { label: 'support_shut_from', type: 'date', width: 'medium' }),
  line('shutUntilOne', optionalDay, { label: 'support_shut_until', type: 'date', width: 'medium' }),
  line('nameTwo', text(80), { label: 'support_name', under: 'support_own_two' }),
  line('shutFromTwo', optionalDay, { label: 'support_shut_from', type: 'date', width: 'medium' }),
  line('shutUntilTwo', optionalDay, { label: 'support_shut_until', type: 'date', width: 'medium' }),
]);

type Typed = ReturnType<(typeof supportsForm)['schema']['parse']>;

/** What was typed, and the first field that lacks something; nobody's days are guessed. */
export function readSupports(sent: Typed): Supports | { readonly code: string; readonly field: string } {
  const all = [
    { at: 'One', name: sent.nameOne, shutFrom: sent.shutFromOne, shutUntil: sent.shutUntilOne },
    { at: 'Two', name: sent.nameTwo, shutFrom: sent.shutFromTwo, shutUntil: sent.shutUntilTwo },
  ];
  for (const { at, name, shutFrom, shutUntil } of all) {
    const isBegun = name !== '' || shutFrom !== '' || shutUntil !== '';
    if (!isBegun) continue;
    if (name === '') return { code: 'fill_this_in', field: `name${at}` };
    if (shutFrom === '') return { code: 'choose_a_day', field: `shutFrom${at}` };
    if (shutUntil === '' || shutUntil < shutFrom)
      return { code: 'end_after_it_begins', field: `shutUntil${at}` };
  }
  const named = all.flatMap(({ at: _, ...one }): NamedSupport[] => (one.name === '' ? [] : [one]));
  return { kinds: sent.kinds, named };
}

/** The same as it is typed. */
export function typeSupports({ kinds, named }: Supports): Partial<Typed> {
  const [one, two] = NAMED.map((_, at) => named[at] ?? { name: '', shutFrom: '', shutUntil: '' }) as [
    NamedSupport,
    NamedSupport,
  ];
  return {
    kinds: [...kinds],
    ...{ nameOne: one.name, shutFromOne: one.shutFrom, shutUntilOne: one.shutUntil },
    ...{ nameTwo: two.name, shutFromTwo: two.shutFrom, shutUntilTwo: two.shutUntil },
  };
}
