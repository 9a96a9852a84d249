import type { VNode } from 'preact';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useLocale } from '../../../platform/languages/reading.tsx';
import type { SaidChange, SaidValue, SettingInWords } from '../../../platform/parts/settings-place.ts';
import type { FormOf } from '../define.ts';
import { type Field, typed } from '../field.ts';
import { settingMessages } from '../words.ts';
import type { SettingForm } from './saving.ts';

/** How changes of a setting are said: by the labels of its form, each value as its field says it. */
export function inWords<T extends object, Typed>(form: SettingForm<T, Typed>): SettingInWords<object> {
  const { of, formerly, setting, consequences } = form;
  const typedOf = (value: Partial<T>) => (form.type?.(value) ?? value) as Readonly<Record<string, unknown>>;
  const said: SettingInWords<T> = {
    setting,
    ...(consequences && { consequences }),
    sayName: (name, locale) => [of, formerly].find((one) => one?.has(name))?.label(name, locale),
    sayChanges: (was, becomes, locale) =>
      [of, formerly].flatMap((one) =>
        one ? changesOf(one, { before: typedOf(was), after: typedOf(becomes), locale }) : [],
      ),
  };
  return said as unknown as SettingInWords<object>;
}

/** Some values of a setting in words, in the order of their names; none of what is left empty. */
export function sayValues<T extends object, Typed>(
  form: SettingForm<T, Typed>,
  { value, names, locale }: { readonly value: T; readonly names: readonly string[]; readonly locale: Locale },
): readonly SaidValue[] {
  const typedValue = (form.type?.(value) ?? value) as Readonly<Record<string, unknown>>;
  return names.flatMap((name) => {
    const field = form.of.fields.find((one) => one.name === name);
    if (!field || field.type(typedValue[name]) === '') return [];
    return [{ name: form.of.label(name, locale), value: sayValue(field, typedValue[name], locale) }];
  });
}

/** Values from what to what, one a line. */
export function Changes({ changes }: { readonly changes: readonly SaidChange[] }): VNode {
  const t = settingMessages.in(useLocale());
  return (
    <ul>
      {changes.map(({ name, was, becomes }) => (
        <li>{t('from_to', { name, was, becomes })}</li>
      ))}
    </ul>
  );
}

function changesOf<Typed>(
  of: FormOf<Typed>,
  change: {
    readonly before: Readonly<Record<string, unknown>>;
    readonly after: Readonly<Record<string, unknown>>;
    readonly locale: Locale;
  },
): SaidChange[] {
  const { before, after, locale } = change;
  return of.fields.flatMap((field) => {
    const { name, isUnseen } = field;
    if (isUnseen || !(name in after)) return [];
    const [was, becomes] = [before[name], after[name]];
    if (isSame(field.type(was), field.type(becomes))) return [];
    const say = (value: unknown) => sayValue(field, value, locale);
    return [{ name: of.label(name, locale), was: say(was), becomes: say(becomes) }];
  });
}

function sayValue(field: Field, value: unknown, locale: Locale): Words {
  return field.say?.(value, locale) || String(typed(value)) || settingMessages.in(locale)('empty_value');
}

/** Lists of weekdays, days and places are sets: a form sends them in its own order. */
function isSame(one: string | readonly string[], other: string | readonly string[]): boolean {
  return [one].flat().toSorted().join('\n') === [other].flat().toSorted().join('\n');
}
