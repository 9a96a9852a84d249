import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { AuthPasskeys } from '../../../../platform/database/generated.ts';
import { notify } from '../../events.ts';

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

/** Keeps a new passkey. @returns its id; undefined for one that is kept already */
export async function insertPasskey(
  tx: Tx,
  passkey: Pick<
    Selectable<AuthPasskeys>,
    | 'credential_id'
    | 'person_id'
    | 'public_key'
    | 'counter'
    | 'transports'
    | 'browser'
    | 'system'
    | 'created_at'
  >,
): Promise<{ id: string } | undefined> {
  return tx
    .insertInto('auth.passkeys')
    .values(passkey)
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
}

/** Locks a passkey until the transaction ends. */
export async function lockPasskey(
  tx: Tx,
  credentialId: string,
): Promise<Selectable<AuthPasskeys> | undefined> {
  return tx
    .selectFrom('auth.passkeys')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst();
}

export async function notePasskeyUse(
  tx: Tx,
  id: string,
  use: { counter: number; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('auth.passkeys')
    .set({ counter: use.counter, last_used_at: use.now })
    .where('id', '=', id)
    .execute();
}
