import type { VNode } from 'preact';
import { z } from 'zod';
import { hoursSetting } from '../../kits/slots/index.ts';
import { findClosed, markOf, type SpotSettings, spotSetting, WhatCloses } from '../../modules/spot/index.ts';
import { type AuditLine, findEntry } from '../../platform/audit/read.ts';
import { readingSetting } from '../../platform/audit/reading/rules.ts';
import type { Database } from '../../platform/database/connect.ts';
import { useWords } from '../../platform/languages/reading.tsx';
import { organizationSetting } from '../../platform/settings/organization.ts';
import { publicTextsSetting } from '../../platform/settings/public-texts.ts';
import { changeOf, readSetting, type Setting, writeSetting } from '../../platform/settings/settings.ts';
import { text } from '../../platform/web/form-fields.ts';
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
import { ChangedValues, type Values, valuesIn } from './change-words.tsx';
import { settingsMessages } from './words.ts';

/** The kind of thing that an entry about a setting names. */
export const SETTING = 'platform.setting';

const UNDOABLE: readonly Setting<object>[] = [
  organizationSetting,
  publicTextsSetting,
  hoursSetting,
  spotSetting,
  readingSetting,
] as unknown as readonly Setting<object>[];

/** A change of a setting, and the setting as it would be without it. */
interface Undoing {
  readonly line: AuditLine;
  readonly setting: Setting<object>;
  readonly before: object;
  readonly after: object;
  /** What it changed is still as it left it. */
  readonly isLatest: boolean;
}

/** The entries of those changes that can be taken back: what they changed is still as they left it. */
export async function findUndoable(
  db: Database,
  changes: readonly AuditLine[],
): Promise<ReadonlySet<AuditLine['id']>> {
  const undoable = new Set<AuditLine['id']>();
  for (const setting of UNDOABLE) {
    const before = await readSetting(db, setting);
    for (const line of changes.filter((one) => isOf(one, setting)))
      if (undoingOf(line, setting, before)?.isLatest) undoable.add(line.id);
  }
  return undoable;
}

const isOf = ({ objectKind, objectId }: AuditLine, { subject }: Setting<object>) =>
  objectKind === SETTING && objectId === subject;

/** Taking a change of a setting back: a new change, which can be taken back in turn. */
export const undoingRoutes: readonly Route[] = [
  get({
    path: '/settings/changes/:number',
    access: ['administrator'],
    audit: null,
    handle: (call) => undoingPage(call, FormState.fresh()),
  }),
  post({
    path: '/settings/changes/:number/undoing',
    access: ['administrator'],
    audit: 'settings.change.undone',
    form: z.object({ closesKnown: text(100_000) }),
    async handle(call) {
      const { db, actor, now, fields } = call;
      const undoing = await findUndoing(db, call.params.number);
      if (!undoing) return missing();
      const { setting, before, after } = undoing;
      if (!undoing.isLatest) return refusedBy({ code: 'changed_again_since' });
      const closed = await closedBy(call, undoing);
      if (closed.length > 0 && fields.closesKnown !== markOf(closed)) {
        return refusedBy({ code: 'see_what_undoing_closes', field: 'closesKnown' });
      }
      await writeSetting(db, setting, { value: after, by: actor.personId, now });
      await call.audit({ object: { kind: SETTING, id: setting.subject }, detail: changeOf(before, after) });
      const text = settingsMessages.in(call.locale).noted('change_was_undone');
      return redirect('/settings', { tone: 'done', text });
    },
    again: (call, form) => undoingPage(call, form),
  }),
];

type Looking = Pick<Call<{ number: string }, unknown, Database>, 'db' | 'locale' | 'now' | 'params'>;

async function findUndoing(db: Database, id: string): Promise<Undoing | null> {
  const line = /^\d{1,15}$/.test(id) ? await findEntry(db, Number(id)) : null;
  const setting = line && UNDOABLE.find((one) => isOf(line, one));
  return setting ? undoingOf(line, setting, await readSetting(db, setting)) : null;
}

/** @param before the setting as it is now */
function undoingOf(line: AuditLine, setting: Setting<object>, before: object): Undoing | null {
  const [was, becomes] = [valuesIn(line, 'was'), valuesIn(line, 'becomes')];
  if (!was || !becomes) return null;
  const read = setting.schema.safeParse({ ...before, ...was });
  if (!read.success) return null;
  const isLatest = changeOf(before, { ...before, ...becomes } as Values).changed === '';
  return { line, setting, before, after: read.data, isLatest };
}

async function closedBy({ db, now }: Pick<Looking, 'db' | 'now'>, { setting, before, after }: Undoing) {
  if (setting.subject !== spotSetting.subject) return [];
  return findClosed(db, { before: before as SpotSettings, after: after as SpotSettings, now });
}

async function undoingPage(call: Looking, form: FormState): Promise<Reply> {
  const undoing = await findUndoing(call.db, call.params.number);
  if (!undoing) return missing();
  const closed = await closedBy(call, undoing);
  const title = settingsMessages.in(call.locale).plain('undo_title');
  return page(title, <UndoingPage {...undoing} form={form} closed={closed} />);
}

function UndoingPage(
  props: Undoing & { form: FormState; closed: Awaited<ReturnType<typeof closedBy>> },
): VNode {
  const t = useWords(settingsMessages);
  const { line, form } = props;
  return (
    <>
      <FormErrors refusals={form.refusals} />
      <Confirmation
        title={t('undo_title')}
        action={`/settings/changes/${line.id}/undoing`}
        idempotencyKey={form.value('idempotency_key') || undefined}
        fields={<WhatCloses closed={props.closed} form={form} />}
        yes={t('undo')}
        no={{ href: '/settings', label: t('undo_not') }}
      >
        <p>{t('undo_text')}</p>
        <ChangedValues line={line} back />
      </Confirmation>
    </>
  );
}
