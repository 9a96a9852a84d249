import iconv from 'iconv-lite';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';

/** What Japanese programs call Shift_JIS is Microsoft's code page 932, with 髙 and 﨑 in it. */
const SHIFT_JIS = 'cp932';

/** The same sign under the number that code page 932 knows it by; a Mac's keyboard types the left ones. */
const SAME_SIGN: Readonly<Record<string, string>> = {
  '\u301c': '\uff5e', // wave dash
  '\u2212': '\uff0d', // minus
  '\u2016': '\u2225', // double bar
  '\u2014': '\u2015', // dash
  '\u00a2': '\uffe0', // cent
  '\u00a3': '\uffe1', // pound
  '\u00ac': '\uffe2', // not
};

const MOST_NAMED = 10;

/** A text in UTF-8 that spreadsheets recognize: with its mark at the beginning. */
export function inUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text}`);
}

/** A text in Shift_JIS. Refuses, and names them, characters that it does not have (𠮷, Vietnamese letters): none is replaced in silence. */
export function inShiftJis(text: string): Outcome<Uint8Array> {
  const known = text.replace(
    /[\u301c\u2212\u2016\u2014\u00a2\u00a3\u00ac]/g,
    (sign) => SAME_SIGN[sign] ?? sign,
  );
  const bytes = iconv.encode(known, SHIFT_JIS);
  if (iconv.decode(bytes, SHIFT_JIS) === known) return accept(bytes);
  const unknown = [...new Set(known)].filter(
    (one) => iconv.decode(iconv.encode(one, SHIFT_JIS), SHIFT_JIS) !== one,
  );
  return refuse('shift_jis_cannot_write', { characters: unknown.slice(0, MOST_NAMED).join(' ') });
}

/**
 * The text of a file whose encoding nobody said: by its mark, else UTF-8 if it is valid UTF-8, else Shift_JIS.
 * Refuses what is none of them, and what is no text at all.
 */
export function readText(bytes: Uint8Array): Outcome<string> {
  const text = utf16(bytes) ?? utf8(bytes) ?? iconv.decode(Buffer.from(bytes), SHIFT_JIS);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text has them, every picture and archive does
  return /[\0-\x08\x0e-\x19\x1b-\x1f\ufffd]/.test(text) ? refuse('file_is_no_text') : accept(text);
}

/** What a spreadsheet saves as “Unicode text”. */
function utf16(bytes: Uint8Array): string | null {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le').decode(bytes) : null;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
