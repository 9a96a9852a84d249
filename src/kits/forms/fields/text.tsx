import type { z } from 'zod';
import type { Locale } from '../../../platform/languages/locales.ts';
import { timeOfDay as clock, wholeNumber } from '../../../platform/web/form-fields.ts';
import { TextArea, type TextAreaProps, TextField, type TextFieldProps } from '../../../ui/index.ts';
import { WritingAid } from '../../easy-writing/index.ts';
import { type About, type Field, typed } from '../field.ts';
import { kitMessages } from '../words.ts';

/** Residents read it in Japanese: the aid for Easy Japanese stands below it; by a predicate, where the page is in such a language. */
interface Aided {
  readonly aid?: true | ((locale: Locale) => boolean) | undefined;
}
type Line = About &
  Aided &
  Omit<TextFieldProps, 'name' | 'label' | 'hint' | 'value' | 'refusal' | 'optional'>;
type Lines = About & Aided & Pick<TextAreaProps, 'rows' | 'maxLength' | 'lang'>;

/** One line: words, an address, a number, a day or a time by its `type`. */
export function line<const Name extends string, Value>(
  name: Name,
  schema: z.ZodType<Value>,
  { label, hint, under, aid, ...props }: Line = {},
): Field<Name, Value> {
  return {
    label,
    hint,
    under,
    name,
    schema,
    type: typed,
    draw: ({ field, form, locale }) => (
      <>
        <TextField {...field} {...props} />
        {isAided(aid, locale) && <WritingAid form={form} name={name} isLine />}
      </>
    ),
    hasAid: aid && true,
    ...saidIn(props.lang),
  };
}

const isAided = (aid: Aided['aid'], locale: Locale) => aid === true || aid?.(locale) === true;

/** What is asked for in one language is said in it, whoever reads. */
function saidIn(lang: string | undefined): Pick<Field, 'say'> {
  return lang ? { say: (value) => typed(value) && <span lang={lang}>{typed(value)}</span> } : {};
}

/** Several lines. */
export function lines<const Name extends string, Value>(
  name: Name,
  schema: z.ZodType<Value>,
  { label, hint, under, aid, ...props }: Lines = {},
): Field<Name, Value> {
  return {
    ...line(name, schema, { label, hint, under, lang: props.lang }),
    hasAid: aid && true,
    draw: ({ field, form, locale }) => (
      <>
        <TextArea {...field} {...props} />
        {isAided(aid, locale) && <WritingAid form={form} name={name} />}
      </>
    ),
  };
}

/** A whole number within bounds, which are said beside it. */
export function whole<const Name extends string>(
  name: Name,
  [least, most]: readonly [least: number, most: number],
  more: About = {},
): Field<Name, number> {
  return {
    ...line(name, wholeNumber(least, most), { ...more, inputmode: 'numeric', width: 'short' }),
    bounds: (locale) => kitMessages.in(locale).plain('number_from_to', { least, most }),
  };
}

/** A time by the clock, `08:30`. */
export function timeOfDay<const Name extends string>(name: Name, more: About = {}): Field<Name, string> {
  return line(name, clock, { ...more, type: 'time', width: 'short' });
}

/** What is sent along unseen. */
export function unseen<const Name extends string, Value>(
  name: Name,
  schema: z.ZodType<Value>,
): Field<Name, Value> {
  return { name, schema, type: typed, isUnseen: true, draw: () => null };
}
