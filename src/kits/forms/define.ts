import { z } from 'zod';
import type { Locale } from '../../platform/languages/locales.ts';
import type { Label, Params, Words } from '../../platform/languages/messages.tsx';
import { FormState } from '../../platform/web/form-state.ts';
import type { Field, Values } from './field.ts';

/** A list of fields with their words: what is typed, checked, drawn and said comes of it. */
export interface FormOf<Typed = unknown> {
  readonly fields: readonly Field[];
  readonly schema: z.ZodType<Typed>;
  /** The form as it is with these values, whatever else the object holds. */
  begin(values?: Partial<Typed>): FormState;
  has(name: string): boolean;
  label(name: string, locale: Locale): Words;
  hint(name: string, locale: Locale): Words | undefined;
  headline(field: Field, locale: Locale): Words | undefined;
}

/** A catalog of whatever keys: those of a form are looked for in it as soon as the form is defined. */
export interface Catalog {
  has(key: string): boolean;
  in(locale: Locale): (key: never, params?: Params) => Words;
}

/** How a form names the keys of its words; signs that a catalog cannot show come as `params`. */
interface Naming {
  label?(name: string): string;
  hint?(name: string): string;
  readonly params?: Readonly<Record<string, string>>;
}

/** A field's name as part of a key: `birthYear` is `birth_year`. */
export const snake = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('.', '_');

/**
 * A form of these fields, in their order.
 * @param messages the catalogs with its words, the first that has a key says it
 * @throws where a field that is drawn has no label in them, as soon as the program starts
 */
export function defineForm<const Fields extends readonly Field[]>(
  messages: Catalog | readonly Catalog[],
  fields: Fields,
  naming: Naming = {},
): FormOf<Values<Fields>> {
  const list: readonly Field[] = fields;
  const catalogs = [messages].flat() as readonly Catalog[];
  const catalogOf = (key: string) => catalogs.find((one) => one.has(key));
  const byName = new Map(list.map((field) => [field.name, field]));
  const labelOf = (name: string) => byName.get(name)?.label ?? naming.label?.(name) ?? snake(name);
  const hintOf = (name: string) => byName.get(name)?.hint ?? naming.hint?.(name);
  for (const { name, hint, under } of list.filter(({ isUnseen }) => !isUnseen))
    for (const key of [labelOf(name), hint, under])
      if (typeof key === 'string' && !catalogOf(key))
        throw new Error(`no catalog has ${key}, for the field ${name}`);
  const say = (said: string | Label | undefined, locale: Locale) => {
    if (typeof said === 'function') return said(locale);
    return said ? catalogOf(said)?.in(locale)(said as never, naming.params) : undefined;
  };
  return {
    fields: list,
    schema: schemaOf(list) as unknown as z.ZodType<Values<Fields>>,
    begin: (values = {}) => FormState.fresh(typedValues({ fields }, values)),
    has: (name) => byName.has(name),
    label: (name, locale) => say(labelOf(name), locale) ?? '',
    hint: (name, locale) => say(hintOf(name), locale),
    headline: ({ under }, locale) => say(under, locale),
  };
}

function schemaOf(fields: readonly Field[]): z.ZodType {
  const [single, spread] = [fields.filter((field) => !field.spread), fields.filter((field) => field.spread)];
  const shape = Object.fromEntries(single.map((field) => [field.name, field.schema]));
  if (spread.length === 0) return z.object(shape);
  return z.looseObject(shape).transform((sent, context) => {
    const read = spread.map(({ name, schema }) => [name, schema.safeParse(sent)] as const);
    for (const [name, { error }] of read)
      if (error) context.addIssue({ code: 'custom', message: error.issues[0]?.message, path: [name] });
    const values = [
      ...single.map(({ name }) => [name, sent[name]]),
      ...read.map(([name, { data }]) => [name, data]),
    ];
    return Object.fromEntries(values);
  });
}

/** Whether it may be left empty: told by its schema, so that page and check never differ. */
export function mayStayEmpty({ schema }: Field): boolean {
  return schema.safeParse('').success || schema.safeParse(undefined).success;
}

/** Values as the fields of a form have them when they are typed. */
export function typedValues(
  { fields }: Pick<FormOf, 'fields'>,
  values: object,
): Record<string, string | readonly string[] | undefined> {
  const known = values as Readonly<Record<string, unknown>>;
  return Object.assign(
    {},
    ...fields
      .filter(({ name }) => name in values)
      .map(({ name, type, spread }) => spread?.(known[name]) ?? { [name]: type(known[name]) }),
  );
}
