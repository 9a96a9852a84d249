import { z } from 'zod';
import { defineDrafts } from '../../../../kits/forms/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Outcome, refuse } from '../../../../platform/refusal.ts';
import { choice, wholeNumber } from '../../../../platform/web/form-fields.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { listBookedSources } from '../store/booked.ts';
import { bookLines, IMPORT_KINDS, type ImportKind } from './book-lines.ts';
import { type ImportLine, readImport } from './read.ts';
import { sourcesOf } from './sources.ts';
import { CheckPage, ImportPage } from './views.tsx';

const drafts = defineDrafts({ kind: 'giving.import', page: givingPaths.importCheck() });

/** A table of gifts or expenses: sent, looked at, booked as a whole. */
export const importRoutes: readonly Route[] = [
  get({
    path: givingPaths.import,
    access: ['treasurer'],
    audit: null,
    handle: (call) => showImport(call, FormState.fresh()),
  }),
  post({
    path: givingPaths.import,
    access: ['treasurer'],
    audit: 'giving.table.sent',
    form: z.object({ kind: choice(IMPORT_KINDS) }),
    async handle({ db, fields: { kind }, uploads, actor, now, audit }) {
      const file = uploads.get('table');
      if (!file) return refusedBy({ code: 'import_needs_a_file', field: 'table' });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const lines = readImport(bytes);
      if (!lines.ok) return refusedBy({ ...lines.refusal, field: 'table' });
      const fields = { kind, table: Buffer.from(bytes).toString('base64') };
      await drafts.keep(db, { personId: actor.personId ?? '', fields, now });
      await audit({ detail: { kind, found: lines.value.length } });
      return redirect(givingPaths.importCheck());
    },
    again: showImport,
  }),
  get({
    path: givingPaths.importCheck,
    access: ['treasurer'],
    audit: null,
    handle: (call) => showCheck(call, FormState.fresh()),
  }),
  post({
    path: givingPaths.importCheck,
    access: ['treasurer'],
    audit: 'giving.table.imported',
    form: z.object({ version: wholeNumber(0, 2 ** 31) }),
    seconds: 60,
    async handle({ db, fields: { version }, actor, now, locale, audit }) {
      const found = await findTable(db, actor.personId);
      if (!found.ok) return refusedBy(found.refusal);
      if (found.value.version !== version) return refusedBy({ code: 'import_is_another_now' });
      const { kind, lines } = found.value;
      const by = { personId: actor.personId, now };
      const booked = await bookLines(db, lines, { kind, by });
      if (!booked.ok) return refusedBy(...booked.refusals);
      await drafts.drop(db, actor.personId ?? '');
      await audit({ detail: { kind, booked: booked.value } });
      const text = givingStaffMessages.in(locale).noted('import_was_booked', { count: booked.value });
      return redirect(kind === 'expense' ? givingPaths.ledger() : givingPaths.gifts(), {
        tone: 'done',
        text,
      });
    },
    again: showCheck,
  }),
];

type Showing = Pick<Call, 'db' | 'actor' | 'locale'>;

function showImport({ locale }: Pick<Call, 'locale'>, form: FormState): Reply {
  return page(givingStaffMessages.in(locale).plain('import_title'), <ImportPage form={form} />);
}

async function showCheck({ db, actor, locale }: Showing, form: FormState): Promise<Reply> {
  const found = await findTable(db, actor.personId);
  if (!found.ok) return redirect(givingPaths.import());
  const { lines, kind, version } = found.value;
  const sources = sourcesOf(lines, kind);
  const there = await listBookedSources(db, sources);
  const rows = lines.map((line, at) => ({ ...line, isThere: there.has(sources[at] ?? '') }));
  const title = givingStaffMessages.in(locale).plain('import_check_title');
  return page(title, <CheckPage {...{ rows, kind, version, form }} />);
}

interface Table {
  readonly kind: ImportKind;
  readonly version: number;
  readonly lines: readonly ImportLine[];
}

/** What somebody has sent to be looked at, read again. */
async function findTable(db: Database, personId: string | null): Promise<Outcome<Table>> {
  const draft = personId === null ? null : await drafts.find(db, personId);
  const kind = IMPORT_KINDS.find((one) => one === draft?.fields['kind']);
  if (!draft || !kind) return refuse('import_is_another_now');
  const lines = readImport(Buffer.from(String(draft.fields['table']), 'base64'));
  return lines.ok ? { ok: true, value: { kind, version: draft.version, lines: lines.value } } : lines;
}
