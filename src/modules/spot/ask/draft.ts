import { type Draft, defineDrafts } from '../../../kits/forms/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { spotPaths } from '../paths.ts';
import { deleteFormerDraft, findFormerDraft } from '../store/former-drafts.ts';

/** What is asked for and not sent yet. */
const drafts = defineDrafts({
  kind: 'spot.request',
  page: spotPaths.requestsSummary(),
  filesOf: ({ photoIds = [] }) => [photoIds].flat(),
});

/** Keeps what somebody has filled in so far, in place of their draft before. */
export const saveDraft = drafts.keep;

/** The same for a visitor, until they have signed in. @returns the cookie that leads to it */
export const saveVisitorsDraft = drafts.keepForVisitor;

/** What somebody has filled in so far; null when nothing, or nothing that opens. `locked`: to be sent, by one window only. */
export async function findDraft(
  db: Database,
  personId: string,
  lock: 'locked' | 'unlocked' = 'unlocked',
): Promise<Omit<Draft, 'id'> | null> {
  const kept = await drafts.find(db, personId, lock);
  const former = kept ? null : await findFormerDraft(db, personId);
  return former ? { ...former, version: 0, earlier: [] } : kept;
}

/** Throws somebody's draft away. */
export async function discardDraft(tx: Tx, personId: string): Promise<void> {
  await drafts.drop(tx, personId);
  await deleteFormerDraft(tx, personId);
}
