import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Consent, Proof } from '../types.ts';

/** Written once and never changed; it names nobody, so that it may outlive them. */
export async function insertProof(
  tx: Tx,
  consent: Pick<Consent, 'id' | 'storyId' | 'agreedHash' | 'uses' | 'naming' | 'showsFace' | 'untilAt'>,
  { code, act, at }: Pick<Proof, 'code' | 'act' | 'at'>,
): Promise<void> {
  await tx
    .insertInto('stories.proofs')
    .values({
      ...{ code, act, at },
      consent_id: consent.id,
      story_id: consent.storyId,
      text_hash: consent.agreedHash,
      uses: [...consent.uses],
      naming: consent.naming,
      shows_face: consent.showsFace,
      until_at: consent.untilAt ?? at,
    })
    .execute();
}

/** What is proved of a consent, the first before the last. */
export async function listProofs(db: Database, consentId: string): Promise<Proof[]> {
  const rows = await db
    .selectFrom('stories.proofs')
    .select(['code', 'act', 'at', 'text_hash'])
    .where('consent_id', '=', consentId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ code, act, at, text_hash }) => ({
    ...{ code, act: act as Proof['act'], at },
    textHash: text_hash,
  }));
}
