import type { ComponentChildren, VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Database } from '../../../platform/database/connect.ts';
import type { Messages } from '../../../platform/languages/messages.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import {
  type Consequence,
  type SaidChange,
  SETTING,
  type SettingsPlace,
} from '../../../platform/parts/settings-place.ts';
import { markOfSetting, readSetting, type Setting } from '../../../platform/settings/settings.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, page, post, type Reply, type Route } from '../../../platform/web/route.ts';
import { Notice, PageHead } from '../../../ui/index.ts';
import type { FormOf } from '../define.ts';
import { BareForm, Refusals } from '../draw.tsx';
import { settingMessages } from '../words.ts';
import { Changes, inWords, sayValues } from './changes.tsx';
import { beginSetting, readTyped, type SettingForm, saveSetting, schemaOf } from './saving.ts';

/** The page on which a setting is edited. */
export interface SettingPage<T extends object, Typed, Key extends string>
  extends SettingForm<T, Typed>,
    ShownForm {
  readonly audit: string;
  /** Asks for a proof of just now, where a change sends money elsewhere. */
  readonly proof?: 'fresh';
  readonly words: Messages<Key>;
  readonly title: Key;
  readonly lead: Key;
  /** What the overview says of it. */
  readonly what: Key;
  readonly order: number;
  /** Names of the fields whose values stand there. */
  readonly inShort?: readonly (keyof Typed & string)[];
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
  const { path, audit, proof, words, order } = shown;
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
      ...(proof && { proof }),
      form: schemaOf(shown),
      handle: (call) => saveSetting(call, shown, housePaths.settings()),
      again: (call, form) => showPage(call, shown, form),
    }),
  ];
  const place: SettingsPlace = {
    ...{ href: path, title, what, order },
    changes: { kind: SETTING, id: shown.setting.subject },
    setting: inWords(shown),
    inShort: async ({ db, locale }) =>
      sayValues(shown, { value: await readSetting(db, shown.setting), names: shown.inShort ?? [], locale }),
  };
  return { routes, place };
}

/** The hidden field with the value that the writer of a form has before them; `current` once they are shown it. */
function seenBy<T extends object>(form: FormState, setting: Setting<T>, current: T) {
  const isShown = form.value('seen') === '' || isRefused(form, 'setting_was_changed_meanwhile');
  return { seen: isShown ? markOfSetting(setting, current) : form.value('seen') };
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
        beside
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
