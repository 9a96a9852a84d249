import { z } from 'zod';

/** A part of a long list. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** The id behind which the list goes on; null at its end. */
  readonly next: string | null;
}

/** Which part of a long list is wanted. */
export interface Window {
  /** The id of the last row of the part before; null for the beginning. */
  readonly after: string | null;
  readonly limit: number;
}

/** What a page's address says of it: `?after=` an id. One that was changed by hand leads to the beginning instead of nowhere. */
export const After = z.object({ after: z.uuid().nullable().default(null).catch(null) });

/** @param found one row more than wanted, where there are more */
export function toPage<Row>(found: readonly Row[], { limit }: Window, idOf: (row: Row) => string): Page<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? idOf(last) : null };
}
