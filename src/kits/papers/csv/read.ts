import { CsvError, parse } from 'csv-parse/sync';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { readText } from './encoding.ts';

/** One line of a table as it was written, spaces and all, line breaks as \n; `line` is where it begins in the file, from 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Bounds {
  readonly mostBytes: number;
  readonly mostLines: number;
}

const MOST_CHARACTERS_A_LINE = 20_000;

/**
 * A file of comma or tab separated values, in UTF-8 or Shift_JIS, whichever it is; lines may differ in length, empty
 * ones are left out. Refused whole, with the line where one is to blame: never half a file.
 */
export function readCsv(bytes: Uint8Array, { mostBytes, mostLines }: Bounds): Outcome<readonly Line[]> {
  if (bytes.length > mostBytes) return refuse('table_is_too_large', { most: Math.floor(mostBytes / 1_000) });
  const text = readText(bytes);
  return text.ok ? linesOf(text.value, mostLines) : text;
}

function linesOf(text: string, mostLines: number): Outcome<readonly Line[]> {
  try {
    const lines = parse(text.replace(/\r\n?/g, '\n'), {
      delimiter: /^[^,\r\n]*\t/.test(text) ? '\t' : ',',
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_CHARACTERS_A_LINE,
      to: mostLines + 1,
      on_record: (cells: string[], { lines }) => [{ line: lines - breaksIn(cells), cells }] as never,
    }).flat() as unknown as Line[];
    return lines.length > mostLines ? refuse('table_has_too_many_lines', { most: mostLines }) : accept(lines);
  } catch (problem) {
    if (problem instanceof CsvError)
      return refuse('line_of_table_is_broken', { line: Number(problem['lines']) });
    throw problem;
  }
}

const breaksIn = (cells: readonly string[]) => cells.join('').split('\n').length - 1;
