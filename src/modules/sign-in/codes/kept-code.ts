import type { Selectable } from 'kysely';
import type { AuthCodes } from '../../../platform/database/generated.ts';
import { isSame, type Keys } from '../keys.ts';

export const MOST_TRIES = 5;

/** What a code is bound to beside its six digits: its row, the address it is sent to, and the end of its time. */
type Bound = Pick<Selectable<AuthCodes>, 'id' | 'email' | 'expires_at'>;

/** What the database keeps of a code. */
export function hashOfCode(keys: Keys, row: Bound, code: string): Buffer {
  return keys.hashOf('code', row.id, row.email, String(row.expires_at.epochMilliseconds), code);
}

/** Whether these six digits are the code of a row; never for a row whose code has not been sent yet. */
export function isCodeOf(
  keys: Keys,
  row: Bound & Pick<Selectable<AuthCodes>, 'code_hash'>,
  typed: string,
): boolean {
  return row.code_hash !== null && isSame(row.code_hash, hashOfCode(keys, row, typed));
}
