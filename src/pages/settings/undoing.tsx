import type { VNode } from 'preact';
import { z } from 'zod';
import { housePaths } from '../../platform/addresses/paths.ts';
import { type AuditLine, findEntry } from '../../platform/audit/read.ts';
import type { Database, Tx } from '../../platform/database/connect.ts';
import { useWords } from '../../platform/languages/reading.tsx';
import {
  type Consequence,
  SETTING,
  type SettingInWords,
  type SettingsPlace,
} from '../../platform/parts/settings-place.ts';
import { changeOf, markOfSetting, readSetting, writeSetting } from '../../platform/settings/settings.ts';
import { FormState } from '../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../platform/web/route.ts';
import { Confirmation, FormErrors } from '../../ui/index.ts';
import { pagesPaths } from '../paths.ts';
import { ChangedValues, placeOf, type Values, valuesIn } from './change-words.tsx';
import { settingsMessages } from './words.ts';

/** A change of a setting, and the setting as it would be without it. */
interface Undoing {
  readonly line: AuditLine;
  readonly place: SettingsPlace;
  readonly of: SettingInWords<object>;
  readonly before: object;
  readonly after: object;
  /** What it changed is still as it left it. */
  readonly isLatest: boolean;
}

/** The entries of those changes that can be taken back: what they changed is still as they left it. */
export async function findUndoable(
  db: Database,
  changes: readonly AuditLine[],
  places: readonly SettingsPlace[],
): Promise<ReadonlySet<AuditLine['id']>> {
  const undoable = new Set<AuditLine['id']>();
  for (const place of places.filter(({ setting }) => setting)) {
    const before = place.setting && (await readSetting(db, place.setting.setting));
    for (const line of changes.filter((one) => placeOf(one, [place])))
      if (before && undoingOf(line, place, before)?.isLatest) undoable.add(line.id);
  }
  return undoable;
}

type Looking = Pick<Call<{ number: string }, unknown, Database>, 'db' | 'locale' | 'now' | 'params'>;

/** Taking a change of a setting back: a new change, which can be taken back in turn. */
export function undoingRoutes(places: readonly SettingsPlace[]): readonly Route[] {
  const show = (call: Looking, form: FormState) => undoingPage(call, places, form);
  return [
    get({
      path: pagesPaths.settingsChange,
      access: ['administrator'],
      audit: null,
      handle: (call) => show(call, FormState.fresh()),
    }),
    post({
      path: pagesPaths.settingsChangeUndoing,
      access: ['administrator'],
      audit: 'settings.change.undone',
      form: z.looseObject({}),
      handle: (call) => undo(call, places),
      again: (call, form) => show(call, form),
    }),
  ];
}

async function undo(
  call: Call<{ number: string }, Values, Tx>,
  places: readonly SettingsPlace[],
): Promise<Reply> {
  const { db, actor, now, fields } = call;
  const undoing = await findUndoing(db, call.params.number, places);
  if (!undoing) return missing();
  const { of, before, after } = undoing;
  if (!undoing.isLatest) return refusedBy({ code: 'changed_again_since' });
  const found = await findConsequence(call, undoing);
  if (found && of.consequences && fields[of.consequences.field] !== found.mark) {
    return refusedBy({ code: of.consequences.codeOfUndoing, field: of.consequences.field });
  }
  const seen = markOfSetting(of.setting, before);
  const outcome = await writeSetting(db, of.setting, { value: after, seen, by: actor.personId, now });
  if (!outcome.ok) return refusedBy(outcome.refusal);
  await call.audit({ object: { kind: SETTING, id: of.setting.subject }, detail: outcome.value });
  const text = settingsMessages.in(call.locale).noted('change_was_undone');
  return redirect(housePaths.settings(), { tone: 'done', text });
}

async function findUndoing(
  db: Database,
  id: string,
  places: readonly SettingsPlace[],
): Promise<Undoing | null> {
  const line = /^\d{1,15}$/.test(id) ? await findEntry(db, Number(id)) : null;
  const place = line && placeOf(line, places);
  if (!line || !place?.setting) return null;
  return undoingOf(line, place, await readSetting(db, place.setting.setting));
}

/** @param before the setting as it is now */
function undoingOf(line: AuditLine, place: SettingsPlace, before: object): Undoing | null {
  const [was, becomes] = [valuesIn(line, 'was'), valuesIn(line, 'becomes')];
  const of = place.setting;
  if (!was || !becomes || !of) return null;
  const read = of.setting.schema.safeParse({ ...before, ...was });
  if (!read.success) return null;
  const isLatest = changeOf(before, { ...before, ...becomes }).changed === '';
  return { line, place, of, before, after: read.data, isLatest };
}

async function findConsequence(
  { db, now }: Pick<Looking, 'db' | 'now'>,
  { of, before, after }: Undoing,
): Promise<Consequence | null> {
  return (await of.consequences?.find(db, { before, after, now })) ?? null;
}

async function undoingPage(call: Looking, places: readonly SettingsPlace[], form: FormState): Promise<Reply> {
  const undoing = await findUndoing(call.db, call.params.number, places);
  if (!undoing) return missing();
  const found = await findConsequence(call, undoing);
  const title = settingsMessages.in(call.locale).plain('undo_title');
  return page(title, <UndoingPage {...undoing} form={form} found={found} />);
}

function UndoingPage(props: Undoing & { form: FormState; found: Consequence | null }): VNode {
  const t = useWords(settingsMessages);
  const { line, form, place, found } = props;
  return (
    <>
      <FormErrors refusals={form.refusals} />
      <Confirmation
        title={t('undo_title')}
        action={pagesPaths.settingsChangeUndoing({ number: String(line.id) })}
        idempotencyKey={form.value('idempotency_key') || undefined}
        fields={found?.draw(form)}
        yes={t('undo')}
        no={{ href: housePaths.settings(), label: t('undo_not') }}
      >
        <p>{t('undo_text')}</p>
        <ChangedValues line={line} place={place} back />
      </Confirmation>
    </>
  );
}
