import type { Database, Tx } from '../../database/connect.ts';
import { notify } from '../notices.ts';

export interface Passkey {
  readonly id: string;
  readonly credentialId: string;
  readonly transports: string[];
  readonly browser: string;
  readonly system: string;
  readonly createdAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant | null;
}

/** Somebody's passkeys, the newest first. */
export async function listPasskeys(db: Database, personId: string): Promise<Passkey[]> {
  return db
    .selectFrom('auth.passkeys')
    .select([
      'id',
      'credential_id as credentialId',
      'transports',
      'browser',
      'system',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
    ])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute();
}

/** Removes one of somebody's own passkeys. */
export async function removePasskey(
  tx: Tx,
  which: { id: string; personId: string },
): Promise<'removed' | 'no_such_passkey'> {
  const removed = await tx
    .deleteFrom('auth.passkeys')
    .where('id', '=', which.id)
    .where('person_id', '=', which.personId)
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) return 'no_such_passkey';
  await notify(tx, 'sign_in.passkey.removed', which.personId);
  return 'removed';
}
