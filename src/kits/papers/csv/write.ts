import { stringify } from 'csv-stringify/sync';
import type { Outcome } from '../../../platform/refusal.ts';
import { accept } from '../../../platform/refusal.ts';
import type { Reply } from '../../../platform/web/route.ts';
import { inShiftJis, inUtf8 } from './encoding.ts';

/** Numbers stay numbers; a null is an empty cell; days and times come as the text they are to be. */
export type Cell = string | number | bigint | null;

export interface Column<Row> {
  readonly head: string;
  cell(row: Row): Cell;
}

export type CsvEncoding = 'utf-8' | 'shift_jis';

/** What a spreadsheet would take for a formula, half or full width, behind whatever blanks. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/**
 * A table as RFC 4180 has it. A text that a spreadsheet would carry out gets an apostrophe before it, in the head
 * as well: it is read as text, and what stands there can still be seen.
 */
export function csv<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): string {
  const table = [columns.map(({ head }) => head), ...cellsOf(columns, rows)];
  return stringify(table, {
    record_delimiter: '\r\n',
    cast: { string: (text) => (FORMULA.test(text) ? `'${text}` : text) },
  });
}

function* cellsOf<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Generator<Cell[]> {
  for (const row of rows) yield columns.map(({ cell }) => cell(row));
}

/** A table as the file that a route answers with. Refuses what Shift_JIS cannot write. @param name without `.csv` */
export function csvFile<Row>(
  name: string,
  table: { readonly columns: readonly Column<Row>[]; readonly rows: Iterable<Row> },
  encoding: CsvEncoding = 'utf-8',
): Reply {
  const text = csv(table.columns, table.rows);
  const bytes: Outcome<Uint8Array> = encoding === 'utf-8' ? accept(inUtf8(text)) : inShiftJis(text);
  return bytes.ok
    ? { kind: 'file', body: bytes.value, mediaType: `text/csv; charset=${encoding}`, name: `${name}.csv` }
    : { kind: 'refused', refusals: [bytes.refusal] };
}
