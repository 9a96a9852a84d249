import type { ZodType } from 'zod';
import { type Database, sealOf } from '../database/connect.ts';
import type { DB } from '../database/generated.ts';
import type { Sealed } from './seal.ts';

/** What a reader sees in place of words that do not open: the sign for a letter that can't be shown, in every language. */
export const UNREADABLE = '\uFFFD';

/**
 * A column of which every row is sealed for itself. `row` is what names the row in the map of personal data. Where somebody
 * has changed or moved what the database holds, whoever runs the house is told, and a list is not lost for one row.
 */
interface SealedColumn {
  seal<Text extends string | null>(db: Database, row: string, text: Text): Text extends null ? null : Sealed;
  /** For people to read. @returns `UNREADABLE` where it does not open */
  open<Held extends Sealed | null>(db: Database, row: string, held: Held): Held extends null ? null : string;
  /** For the program to work with. @returns null where it does not open */
  tryOpen(db: Database, row: string, held: Sealed): string | null;
  /** The same for what is kept as JSON. @returns null where it does not open, or is something else */
  read<Value>(db: Database, row: string, held: Sealed, schema: ZodType<Value>): Value | null;
}

/** How a store writes and reads a sealed column: `schema.table.column`. */
export function sealedColumn(name: `${keyof DB}.${string}`): SealedColumn {
  const tryOpen = (db: Database, row: string, held: Sealed) => {
    const text = sealOf(db).tryOpen(held, `${name} ${row}`);
    if (text === null) sealOf(db).unread(`${name} ${row}`);
    return text;
  };
  return {
    seal: (db, row, text) => (text === null ? null : sealOf(db).seal(text, `${name} ${row}`)) as never,
    open: (db, row, held) => (held === null ? null : (tryOpen(db, row, held) ?? UNREADABLE)) as never,
    tryOpen,
    read: (db, row, held, schema) => schema.safeParse(toJson(tryOpen(db, row, held))).data ?? null,
  };
}

function toJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
