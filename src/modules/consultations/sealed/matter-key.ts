import type { ZodType } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import type { DB } from '../../../platform/database/generated.ts';
import { makeFileKey } from '../../../platform/files/sealing.ts';
import { decrypt, encrypt } from '../../../platform/sealed/cipher.ts';
import { sealedColumn, UNREADABLE } from '../../../platform/sealed/column.ts';
import type { Sealed } from '../../../platform/sealed/seal.ts';
import { findHeldKey } from '../store/keys.ts';

const wrapped = sealedColumn('consultations.matters.key');

/** The key of one matter while somebody may read it. Nobody keeps one, and none is written down in the open. */
export interface MatterKey {
  readonly matterId: string;
  readonly bytes: Buffer;
}

/** A new key, and as it lies in its row. */
export function makeMatterKey(db: Database, matterId: string): { key: MatterKey; held: Sealed } {
  const secret = makeFileKey();
  const held = wrapped.seal(db, matterId, secret);
  return { key: { matterId, bytes: Buffer.from(secret, 'base64url') }, held };
}

/**
 * Whoever asks has seen to it that somebody may read the matter (`room/may-open.ts`).
 * @returns null where there is no such matter, or its key is damaged: then nothing in it opens any more
 */
export async function openMatterKey(db: Database, matterId: string): Promise<MatterKey | null> {
  const held = await findHeldKey(db, matterId);
  const secret = held && wrapped.tryOpen(db, matterId, held);
  return secret ? { matterId, bytes: Buffer.from(secret, 'base64url') } : null;
}

/** What lies in a row. */
interface Held {
  readonly row: string;
  readonly held: Sealed;
}

interface MatterColumn {
  seal(db: Database, key: MatterKey, row: string, text: string): Sealed;
  /** For people to read. @returns `UNREADABLE` where it does not open */
  open(db: Database, key: MatterKey, row: string, held: Sealed): string;
  /** What is kept as JSON. @returns null where it does not open, or is something else */
  read<Value>(db: Database, key: MatterKey, at: Held, schema: ZodType<Value>): Value | null;
}

/**
 * A sealed column whose words lie under the key of their matter, within what the house seals. So they can be sealed anew with
 * all others when the house's secret changes, and open nowhere once the row of their matter is gone, not even from a backup
 * for whoever has the secret.
 */
export function matterColumn(name: `${keyof DB}.${string}`): MatterColumn {
  const column = sealedColumn(name);
  const tryOpen: (...of: Parameters<MatterColumn['open']>) => string | null = (db, key, row, held) => {
    const inner = column.tryOpen(db, row, held);
    if (inner === null || inner === '') return inner;
    return decrypt(key.bytes, inner, `${name} ${row} ${key.matterId}`);
  };
  return {
    seal: (db, key, row, text) =>
      column.seal(db, row, text === '' ? '' : encrypt(key.bytes, text, `${name} ${row} ${key.matterId}`)),
    open: (...of) => tryOpen(...of) ?? UNREADABLE,
    read(db, key, { row, held }, schema) {
      try {
        return schema.safeParse(JSON.parse(tryOpen(db, key, row, held) ?? 'null')).data ?? null;
      } catch {
        return null;
      }
    },
  };
}
