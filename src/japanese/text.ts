const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const FIRST_AFTER_C0 = 0x20;

/**
 * Whether a text may be stored: no lone surrogates, no NUL and no other C0 control but tab and newline
 * (LF, or CR LF as browsers send it). PostgreSQL refuses NUL and lone surrogates outright; the other
 * controls have no place in what a person wrote. Takes any string, never throws.
 */
export function isWellFormed(text: string): boolean {
  if (!text.isWellFormed()) return false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST_AFTER_C0 || unit === TAB || unit === LINE_FEED) continue;
    if (unit !== CARRIAGE_RETURN || text.charCodeAt(at + 1) !== LINE_FEED) return false;
  }
  return true;
}

/**
 * How many characters a reader sees: 👨‍👩‍👧 is one, は with a combining ゛ is one, CR LF is one. Length limits
 * of forms are counted so, because the person counts so. Takes any string, never throws.
 */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** A text without what turns the writing of a line around: embeddings, overrides, isolates. Never needed by who writes. */
export function withoutTurns(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** As `withoutTurns`, also without marks of direction: for names, titles and lists, which are isolated where they stand. */
export function withoutDirections(text: string): string {
  return withoutTurns(text).replace(/[\u200e\u200f\u061c]/gu, '');
}
