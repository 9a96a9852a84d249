import { z } from 'zod';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { checkbox } from '../../../platform/web/form-fields.ts';
import { Checkbox, Checkboxes, type Choice, Radios, Select } from '../../../ui/index.ts';
import { type About, type Field, typed } from '../field.ts';
import { kitMessages } from '../words.ts';

/** The answers to choose from, in a reader's language. */
type Choices<Label> = (locale: Locale) => readonly (Omit<Choice, 'label'> & { readonly label: Label })[];

/** One of a few, all in sight. */
export function oneOf<const Name extends string, Value>(
  name: Name,
  schema: z.ZodType<Value>,
  { choices, ...more }: About & { readonly choices: Choices<Choice['label']> },
): Field<Name, Value> {
  return {
    ...more,
    name,
    schema,
    type: typed,
    draw: ({ field, locale }) => <Radios {...field} choices={choices(locale)} />,
    say: (value, locale) => sayChosen(choices(locale), typed(value), locale),
  };
}

/** One of many, in a drop-down. */
export function pick<const Name extends string, Value>(
  name: Name,
  schema: z.ZodType<Value>,
  {
    options,
    orAll,
    ...more
  }: About & {
    /** Of a search: nothing chosen lets all of them through. */
    readonly orAll?: true;
    readonly options: (
      locale: Locale,
    ) => readonly { readonly value: string; readonly label: string; readonly group?: string }[];
  },
): Field<Name, Value> {
  return {
    ...more,
    name,
    schema,
    options,
    type: typed,
    draw: ({ field, locale }) => <Select {...field} options={options(locale)} width="medium" orAll={orAll} />,
    say: (value, locale) => sayChosen(options(locale), typed(value), locale),
  };
}

/** Any number of a few; side by side unless they are sentences. */
export function someOf<const Name extends string, Value>(
  name: Name,
  schema: z.ZodType<Value>,
  given: About & { readonly choices: Choices<Choice['label']>; readonly areSentences?: true },
): Field<Name, Value> {
  return {
    ...oneOf(name, schema, given),
    draw: ({ field, form, locale }) => (
      <Checkboxes
        {...field}
        optional={false}
        values={form.values(name)}
        choices={given.choices(locale)}
        inline={!given.areSentences}
      />
    ),
  };
}

/** A box to tick or leave. */
export function tick<const Name extends string>(name: Name, more: About = {}): Field<Name, boolean> {
  return ticked(name, checkbox, more);
}

/** A box that must be ticked. @param code said where it was not */
export function consent<const Name extends string>(
  name: Name,
  code: string,
  more: About = {},
): Field<Name, boolean> {
  return ticked(
    name,
    z.preprocess((value) => value === 'on', z.boolean()).refine((is) => is, { message: code }),
    more,
  );
}

function ticked<const Name extends string>(
  name: Name,
  schema: z.ZodType<boolean>,
  more: About,
): Field<Name, boolean> {
  return {
    ...more,
    name,
    schema,
    type: typed,
    draw: ({ field }) => (
      <Checkbox
        {...field}
        value="on"
        checked={field.value !== ''}
        quietOptional={field.quietOptional ?? field.optional}
      />
    ),
    say: (value, locale) => kitMessages.in(locale)(value ? 'yes' : 'no'),
  };
}

/** The chosen answers in the words in which they were offered. */
function sayChosen(
  choices: readonly { readonly value: string; readonly label: Words }[],
  chosen: string | readonly string[],
  locale: Locale,
): Words {
  const said = [chosen]
    .flat()
    .filter((value) => value !== '')
    .map((value) => choices.find((choice) => choice.value === value)?.label ?? value);
  return said.length > 0 ? formatsIn(locale).list(said) : kitMessages.in(locale)('none');
}
