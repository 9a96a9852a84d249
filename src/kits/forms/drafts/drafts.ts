import type { Database, Tx } from '../../../platform/database/connect.ts';
import { browserOf, newVisitor } from './browser.ts';
import {
  type Draft,
  type DraftFields,
  deleteLatest,
  deleteOfBrowser,
  findLatest,
  insertDraft,
  type Lock,
  readOfBrowser,
  updateDraft,
} from './store.ts';

interface DraftKind {
  /** The noun that it becomes: `spot.request`. */
  readonly kind: string;
  /** Where it is checked and sent: a visitor who signs in on the way there takes it along. */
  readonly page: string;
  /** The ids of files among its fields: they stay as long as it does. */
  filesOf?(fields: DraftFields): readonly string[];
}

interface Filled {
  readonly fields: DraftFields;
  readonly now: Temporal.Instant;
}

/** The drafts of one form. Nothing that a client sends names one: who is signed in does, or the browser's own cookie. */
export interface Drafts {
  /** Keeps what somebody has filled in, as the next version of their draft. */
  keep(tx: Tx, draft: Filled & { readonly personId: string }): Promise<void>;
  /** Keeps what a visitor has filled in until they have signed in, for an hour. @returns the cookie that leads to it */
  keepForVisitor(tx: Tx, draft: Filled): Promise<string>;
  /** What was kept in this browser, within its hour: for a form that needs no account. */
  findForVisitor(
    db: Database,
    at: { readonly headers: Headers; readonly now: Temporal.Instant },
    lock?: Lock,
  ): Promise<Draft | null>;
  /** Deletes what was kept in this browser. */
  dropForVisitor(tx: Tx, headers: Headers): Promise<void>;
  /** Somebody's draft; null when there is none, or none that opens. `locked`, within a transaction: to be sent, by one window only. */
  find(db: Database, personId: string, lock?: Lock): Promise<Draft | null>;
  /** Deletes it: one begun before it, which a visitor's has come to lie upon, is their draft again. */
  drop(tx: Tx, personId: string): Promise<void>;
}

export function defineDrafts({ kind, page, filesOf = () => [] }: DraftKind): Drafts {
  const toRow = ({ fields, now }: Filled) => ({ kind, fields, fileIds: filesOf(fields), savedAt: now });
  return {
    async keep(tx, draft) {
      const row = { ...toRow(draft), keepUntil: endOf(draft.now) };
      const before = await findLatest(tx, { kind, personId: draft.personId }, 'locked');
      if (before) await updateDraft(tx, before, row);
      else await insertDraft(tx, row, { personId: draft.personId });
    },
    async keepForVisitor(tx, draft) {
      const { browser, cookie, keepUntil } = newVisitor(tx, draft.now);
      await insertDraft(tx, { ...toRow(draft), keepUntil }, { browser, page });
      return cookie;
    },
    async findForVisitor(db, { headers, now }, lock) {
      const browser = browserOf(db, headers);
      return browser ? readOfBrowser(db, { browser, page, now }, lock) : null;
    },
    async dropForVisitor(tx, headers) {
      const browser = browserOf(tx, headers);
      if (browser) await deleteOfBrowser(tx, browser);
    },
    find: (db, personId, lock) => findLatest(db, { kind, personId }, lock),
    drop: (tx, personId) => deleteLatest(tx, { kind, personId }),
  };
}

/** What somebody has kept stays for thirty days. */
export function endOf(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: 24 * 30 });
}
