import type { VNode } from 'preact';
import type { z } from 'zod';
import type { Locale } from '../../platform/languages/locales.ts';
import type { Label, Words } from '../../platform/languages/messages.tsx';
import type { FormState } from '../../platform/web/form-state.ts';
import type { FieldProps } from '../../ui/index.ts';

/** A question of a form: what may be typed, how it is drawn, how a value stands in it again and is said elsewhere. */
export interface Field<Name extends string = string, Value = unknown> {
  /** Of the field in the page and of its value: one spelling. */
  readonly name: Name;
  /** From what is typed to a value; its messages are codes of refusals. */
  readonly schema: z.ZodType<Value>;
  /** Key of the label, or the words themselves; the name in snake case unless said. */
  readonly label?: string | Label | undefined;
  readonly hint?: string | Label | undefined;
  /** Key of the headline under which it begins a part of the form. */
  readonly under?: string | undefined;
  /** Sent along and not drawn by itself: a part of the field before it, or what the page knows. */
  readonly isUnseen?: true;
  /** The aid for Easy Japanese stands below it. */
  readonly hasAid?: true | undefined;
  /** Of one of many: the answers to choose from. */
  readonly options?:
    | ((locale: Locale) => readonly { readonly value: string; readonly label: string }[])
    | undefined;
  /** What is said of the bounds, behind the hint. */
  bounds?(locale: Locale): string;
  draw(drawn: Drawn): VNode | null;
  /** A value as it is typed. */
  type(value: Value): string | readonly string[];
  /** Typed under several names (`languages.ne.speak`): its schema reads all that was sent, and this gives it back to them. */
  spread?(value: Value): Readonly<Record<string, string | undefined>>;
  /** A value in words; as it is typed unless said. */
  say?(value: Value, locale: Locale): Words;
}

/** What a field is drawn from: its own part of the form, and the whole where it has several names. */
export interface Drawn {
  readonly form: FormState;
  readonly locale: Locale;
  readonly field: FieldProps & { readonly value: string };
}

/** What may be said of a field beside what makes its kind. */
export type About = Pick<Field, 'label' | 'hint' | 'under'>;

/** What a form gives: by the names of its fields. */
export type Values<Fields extends readonly Field[]> = {
  readonly [One in Fields[number] as One['name']]: One['schema'] extends z.ZodType<infer Value>
    ? Value
    : never;
};

/** How most values are typed: nothing for none, `on` for yes, days and numbers by their signs. */
export function typed(value: unknown): string | readonly string[] {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return 'on';
  return Array.isArray(value) ? value.map(String) : String(value);
}
