import type { ComponentChildren, VNode } from 'preact';
import { z } from 'zod';
import { housePaths } from '../../platform/addresses/paths.ts';
import type { Database, Tx } from '../../platform/database/connect.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import type { Messages } from '../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import {
  type Consequence,
  type Consequences,
  type SaidChange,
  SETTING,
  type SettingInWords,
  type SettingsPlace,
} from '../../platform/parts/settings-place.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { markOfSetting, readSetting, type Setting, writeSetting } from '../../platform/settings/settings.ts';
import { text } from '../../platform/web/form-fields.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../platform/web/route.ts';
import { Notice, PageHead } from '../../ui/index.ts';
import type { FormOf } from './define.ts';
import { BareForm, Refusals } from './draw.tsx';
import { typed } from './field.ts';
import { settingMessages } from './words.ts';

/** A setting with the form that edits it. The form's fields are the setting's values, unless `type` and `read` say how they are made. */
export interface SettingForm<T extends object, Typed> {
  readonly setting: Setting<T>;
  readonly of: FormOf<Typed>;
  /** The values of the form for these of the setting. */
  type?(value: Partial<T>): Partial<Typed>;
  /** What was typed, on top of what the form does not show; or what does not go together. */
  read?(typed: Typed, before: T): { readonly value: T | null; readonly refusals: readonly Refusal[] };
  readonly consequences?: Consequences<T>;
  /** Fields that stood in this form before: changes of theirs can still be told, and put back. */
  readonly formerly?: FormOf;
}

/** The page on which a setting is edited. */
export interface SettingPage<T extends object, Typed, Key extends string>
  extends SettingForm<T, Typed>,
    ShownForm {
  readonly audit: string;
  readonly words: Messages<Key>;
  readonly title: Key;
  readonly lead: Key;
  /** What the overview says of it. */
  readonly what: Key;
  readonly order: number;
}

interface ShownForm {
  /** Where it is sent. */
  readonly path: string;
  /** What stands before a field, by its name. */
  readonly before?: Readonly<Record<string, ComponentChildren>>;
  /** Beside the button. */
  readonly more?: ComponentChildren;
}

/** The page of a setting, its place among all settings, and how its changes are told. */
export function settingPage<T extends object, Typed, Key extends string>(
  shown: SettingPage<T, Typed, Key>,
): { readonly routes: readonly Route[]; readonly place: SettingsPlace } {
  const { path, audit, words, order } = shown;
  const [title, what] = [words.label(shown.title), words.label(shown.what)];
  const access = ['administrator'] as const;
  const routes = [
    get({
      path,
      access,
      audit: null,
      handle: async (call) =>
        showPage(call, shown, beginSetting(shown, await readSetting(call.db, shown.setting))),
    }),
    post({
      path,
      access,
      audit,
      form: schemaOf(shown),
      handle: (call) => saveSetting(call, shown, housePaths.settings()),
      again: (call, form) => showPage(call, shown, form),
    }),
  ];
  const changes = { kind: SETTING, id: shown.setting.subject };
  return { routes, place: { href: path, title, what, order, changes, setting: inWords(shown) } };
}

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

/** The form as it begins: with the setting's values. */
export function beginSetting<T extends object, Typed>(form: SettingForm<T, Typed>, value: T): FormState {
  return form.of.begin((form.type?.(value) ?? value) as Partial<Typed>);
}

/** What is sent of a setting: the form, and which value its writer had seen. */
export function schemaOf<T extends object, Typed>(
  form: SettingForm<T, Typed>,
): z.ZodType<Typed & { readonly seen: string }> {
  return z.intersection(form.of.schema, z.object({ seen: text(100) }));
}

/** The hidden field with the value that the writer of a form has before them; `current` once they are shown it. */
function seenBy<T extends object>(form: FormState, setting: Setting<T>, current: T) {
  const isShown = form.value('seen') === '' || isRefused(form, 'setting_was_changed_meanwhile');
  return { seen: isShown ? markOfSetting(setting, current) : form.value('seen') };
}

/** Saves what was typed, unless something follows from it or was saved meanwhile that its writer has not seen. */
export async function saveSetting<T extends object, Typed>(
  call: Call<unknown, Typed & { readonly seen: string }, Tx>,
  form: SettingForm<T, Typed>,
  next: string,
): Promise<Reply> {
  const { db, actor, now } = call;
  const before = await readSetting(db, form.setting);
  const { value, refusals } = readTyped(form, call.fields, before);
  if (!value) return refusedBy(...refusals);
  const fields = call.fields as Readonly<Record<string, unknown>>;
  const { seen } = call.fields;
  const found = await form.consequences?.find(db, { before, after: value, now });
  if (form.consequences && found && fields[form.consequences.field] !== found.mark) {
    const { code, field } = form.consequences;
    return refusedBy({ code, params: { count: found.count }, field });
  }
  const outcome = await writeSetting(db, form.setting, { value, seen, by: actor.personId, now });
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const detail = outcome.value;
  await call.audit({ object: { kind: SETTING, id: form.setting.subject }, detail });
  const text = settingMessages
    .in(call.locale)
    .noted(detail.changed ? 'setting_was_saved' : 'nothing_changed');
  return redirect(next, { tone: 'done', text });
}

function readTyped<T extends object, Typed>(form: SettingForm<T, Typed>, fields: Typed, before: T) {
  if (form.read) return form.read(fields, before);
  const read = form.setting.schema.safeParse({ ...before, ...fields });
  return read.success
    ? { value: read.data, refusals: [] }
    : { value: null, refusals: [{ code: 'value_does_not_fit' }] };
}

/** What the page that came back has to show beside the form. */
interface Unseen<T> {
  readonly current: T;
  /** What saving now would change, where somebody else has saved meanwhile. */
  readonly others: readonly SaidChange[] | null;
  readonly found: Consequence | null;
}

type Looking = Pick<Call<unknown, unknown, Database>, 'db' | 'locale' | 'now'>;

async function showPage<T extends object, Typed, Key extends string>(
  call: Looking,
  shown: SettingPage<T, Typed, Key>,
  form: FormState,
): Promise<Reply> {
  const t = shown.words.in(call.locale);
  const back = { href: housePaths.settings(), label: settingMessages.in(call.locale)('all_settings') };
  return page(
    t.plain(shown.title),
    <>
      <PageHead title={t(shown.title)} lead={t(shown.lead)} back={back} />
      <Refusals of={shown.of} form={form} />
      {await settingPart(call, shown, form)}
    </>,
  );
}

/** The form of a setting as a part of a page, with what its writer has not seen. What to mend stands above all of it. */
export async function settingPart<T extends object, Typed>(
  call: Looking,
  shown: SettingForm<T, Typed> & ShownForm,
  form: FormState,
): Promise<VNode> {
  const { of, path, setting, before, more } = shown;
  const { current, others, found } = await findUnseen(call, shown, form);
  return (
    <>
      {others && <Meanwhile changes={others} />}
      <BareForm
        of={of}
        form={form}
        action={path}
        before={before}
        hidden={seenBy(form, setting, current)}
        button={settingMessages.in(call.locale)('save')}
        more={more}
      >
        {found?.draw(form)}
      </BareForm>
    </>
  );
}

const isRefused = (form: FormState, code: string) => form.refusals.some((refusal) => refusal.code === code);

/** What its writer has not seen of a form that came back because of it. */
async function findUnseen<T extends object, Typed>(
  { db, locale, now }: Looking,
  shown: SettingForm<T, Typed>,
  form: FormState,
): Promise<Unseen<T>> {
  const current = await readSetting(db, shown.setting);
  const isMeanwhile = isRefused(form, 'setting_was_changed_meanwhile');
  const isUnknown = shown.consequences && form.refusalOf(shown.consequences.field) !== undefined;
  const fields = isMeanwhile || isUnknown ? readAgain(shown.of, form) : null;
  const value = fields && readTyped(shown, fields, current).value;
  if (!value) return { current, others: null, found: null };
  const others = isMeanwhile ? inWords(shown).sayChanges(current, value, locale) : null;
  const found = (await shown.consequences?.find(db, { before: current, after: value, now })) ?? null;
  return { current, others, found };
}

/** What is typed in a form that came back, read again; null while more is wrong. */
function readAgain<Typed>(of: FormOf<Typed>, form: FormState): Typed | null {
  const sent = of.fields.map(({ name }) => {
    const values = form.values(name);
    return [name, values.length > 1 ? [...values] : values[0]] as const;
  });
  const read = of.schema.safeParse(Object.fromEntries(sent));
  return read.success ? read.data : null;
}

function Meanwhile({ changes }: { readonly changes: readonly SaidChange[] }): VNode {
  const t = useWords(settingMessages);
  return (
    <Notice title={t('saving_would_change')}>
      {changes.length === 0 ? <p>{t('nothing_would_change')}</p> : <Changes changes={changes} />}
    </Notice>
  );
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
    const say = (value: unknown) =>
      field.say?.(value, locale) || String(typed(value)) || settingMessages.in(locale)('empty_value');
    return [{ name: of.label(name, locale), was: say(was), becomes: say(becomes) }];
  });
}

/** Lists of weekdays, days and places are sets: a form sends them in its own order. */
function isSame(one: string | readonly string[], other: string | readonly string[]): boolean {
  return [one].flat().toSorted().join('\n') === [other].flat().toSorted().join('\n');
}
