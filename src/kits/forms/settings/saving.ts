import { z } from 'zod';
import type { Tx } from '../../../platform/database/connect.ts';
import { type Consequences, SETTING } from '../../../platform/parts/settings-place.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { readSetting, type Setting, writeSetting } from '../../../platform/settings/settings.ts';
import { text } from '../../../platform/web/form-fields.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { type Call, type Reply, redirect, refusedBy } from '../../../platform/web/route.ts';
import type { FormOf } from '../define.ts';
import { settingMessages } from '../words.ts';

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

/** What was typed, as a value of the setting. */
export function readTyped<T extends object, Typed>(form: SettingForm<T, Typed>, fields: Typed, before: T) {
  if (form.read) return form.read(fields, before);
  const read = form.setting.schema.safeParse({ ...before, ...fields });
  return read.success
    ? { value: read.data, refusals: [] }
    : { value: null, refusals: [{ code: 'value_does_not_fit' }] };
}
