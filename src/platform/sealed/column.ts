import { type Database, sealOf } from '../database/connect.ts';
import type { DB } from '../database/generated.ts';
import type { Sealed } from './seal.ts';

/** A column of which every row is sealed for itself. `row` is what names the row in the map of personal data. */
interface SealedColumn {
  seal<Text extends string | null>(db: Database, row: string, text: Text): Text extends null ? null : Sealed;
  /** @throws when somebody has changed or moved what the database holds */
  open<Held extends Sealed | null>(db: Database, row: string, held: Held): Held extends null ? null : string;
}

/** How a store writes and reads a sealed column: `schema.table.column`. */
export function sealedColumn(name: `${keyof DB}.${string}`): SealedColumn {
  return {
    seal: (db, row, text) => (text === null ? null : sealOf(db).seal(text, `${name} ${row}`)) as never,
    open: (db, row, held) => {
      const text = held === null ? null : sealOf(db).tryOpen(held, `${name} ${row}`);
      if (text === null && held !== null)
        throw new Error(`what ${name} holds for ${row} does not open: it was changed or moved`);
      return text as never;
    },
  };
}
