import type { Tx } from '../../../platform/database/connect.ts';
import { type DraftFields, deleteDraft, upsertDraft } from '../store/drafts.ts';

/** Keeps what somebody has filled in so far, in place of their draft before. */
export async function saveDraft(
  tx: Tx,
  draft: { personId: string; fields: DraftFields; now: Temporal.Instant },
): Promise<void> {
  await upsertDraft(tx, draft);
}

/** Throws somebody's draft away. */
export async function discardDraft(tx: Tx, personId: string): Promise<void> {
  await deleteDraft(tx, personId);
}
