import { randomInt } from 'node:crypto';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { SignIn } from '../../types.ts';

const COUNT = 8;
// No letters that look like others or like digits.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Makes recovery codes for somebody whose other means are lost; those made before no longer work.
 * @returns ten characters each (49 bits), as they are shown once: `k3m9x-p7wqa`
 */
export async function replaceRecoveryCodes(
  tx: Tx,
  signIn: SignIn,
  who: { personId: string; now: Temporal.Instant },
): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newRecoveryCode);
  await tx.deleteFrom('auth.recovery_codes').where('person_id', '=', who.personId).execute();
  await tx
    .insertInto('auth.recovery_codes')
    .values(
      codes.map((code) => ({
        code_hash: signIn.keys.markOfRecoveryCode(who.personId, normalizeRecoveryCode(code)),
        person_id: who.personId,
        created_at: who.now,
      })),
    )
    .execute();
  return codes;
}

/** Uses a recovery code up. @returns whether it was one of theirs and unused */
export async function spendRecoveryCode(
  tx: Tx,
  signIn: SignIn,
  typed: { personId: string; code: string; now: Temporal.Instant },
): Promise<boolean> {
  const hash = signIn.keys.markOfRecoveryCode(typed.personId, normalizeRecoveryCode(typed.code));
  const spent = await tx
    .updateTable('auth.recovery_codes')
    .set({ used_at: typed.now })
    .where('code_hash', '=', hash)
    .where('person_id', '=', typed.personId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return spent.numUpdatedRows > 0n;
}

/** How many of somebody's recovery codes are left. */
export async function countRecoveryCodes(db: Database, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('auth.recovery_codes')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

function newRecoveryCode(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

function normalizeRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
