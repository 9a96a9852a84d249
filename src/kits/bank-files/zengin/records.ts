import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { inShiftJis } from '../../papers/index.ts';

/** One record: 200 bytes, or fewer where blanks at its end are missing. */
export interface BankRecord {
  readonly line: number;
  /** A character for each byte, not yet decoded: columns count bytes. */
  readonly bytes: string;
}

const RECORD_BYTES = 200;
/** What old systems put at the end of a file. */
const END_OF_FILE = '\x1a';
/** No half-width kana has this byte, and all of them have it in UTF-8. */
const UTF_8_KANA = 0xef;

/**
 * The records of a file, with line ends of any kind or none, without blank ones. Refuses a line that goes on after its
 * record with anything but further records: one field may have pushed all others aside.
 */
export function recordsOf(file: Uint8Array): Outcome<readonly BankRecord[]> {
  const records: BankRecord[] = [];
  const text = Buffer.from(bytesOfShiftJis(file)).toString('latin1');
  const lines = withoutBlanks(text).split(/\r\n|\n|\r/);
  const hasLines = lines.length > 1 && lines[1] !== '';
  for (const [index, line] of lines.entries()) {
    for (let from = 0; from < line.length; from += RECORD_BYTES) {
      const bytes = withoutBlanks(line.slice(from, from + RECORD_BYTES));
      if (bytes === '') continue;
      const at = hasLines ? index + 1 : records.length + 1;
      if (from > 0 && !/^[1289]/.test(bytes))
        return refuse(hasLines ? 'bank_line_is_too_long' : 'bank_record_is_unknown', { line: at });
      records.push({ line: at, bytes });
    }
  }
  return accept(records);
}

/** Not by a pattern: those look at each blank anew for each blank before it. */
function withoutBlanks(bytes: string): string {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === ' ' || bytes[end - 1] === END_OF_FILE)) end -= 1;
  return bytes.slice(0, end);
}

/** A file that somebody opened and saved as UTF-8 is brought back. */
function bytesOfShiftJis(file: Uint8Array): Uint8Array {
  if (!file.includes(UTF_8_KANA)) return file;
  try {
    const back = inShiftJis(new TextDecoder('utf-8', { fatal: true }).decode(file));
    return back.ok ? back.value : file;
  } catch {
    return file;
  }
}
