/**
 * What nobody sees and copying brings along: format characters (zero-width spaces, joiners, direction marks, the byte
 * order mark, soft hyphens), fillers and the blank Braille pattern, selectors of variants.
 */
export const UNSEEN = /[\p{Cf}\u115f\u1160\u2800\u3164\uffa0]|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/** Whether a text shows anything at all: false for spaces and for what nobody sees, alone or together. Takes any text. */
export function showsSomething(text: string): boolean {
  return /[^\s\p{Z}\p{C}\p{Mn}]/u.test(text.replace(UNSEEN, ''));
}

/** Digits of any script (१, ٣, ３) as those of ASCII; everything else stays. Takes any text. */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

/** Each script's ten digits follow each other from zero (Unicode, chapter 4.6). */
function digitValue(point: number): number {
  let zero = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
}

/**
 * What a person typed or copied for a machine to read (a code, a number, an address, a postal code, a search): without
 * what nobody sees, in one width, with digits and hyphens of ASCII, trimmed. Never for names and free text: scripts
 * need their joiners. Takes any text.
 */
export function readTyped(text: string): string {
  const seen = text.replace(UNSEEN, '').normalize('NFKC').replace(UNSEEN, '');
  return plainDigits(seen)
    .replace(/\p{Pd}|−/gu, '-')
    .trim();
}
