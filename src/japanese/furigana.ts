/** A piece of a text: plain, or a base with the reading to be printed above it. */
export type Segment = { text: string } | { base: string; reading: string };

// 々 and 〆 are read like kanji; 〇 is a numeral or a mark and stands without a reading.
const KANJI = /^[\p{Script=Han}々〆]$/u;
// 三ヶ月, 霞ヶ関: the small ke belongs to the run, but never begins one.
const SMALL_KE = /^[ヶヵ]$/u;
const BARE_RUN = /(?:(?!〇)[\p{Script=Han}々〆])(?:(?!〇)[\p{Script=Han}々〆ヶヵ])*/gu;
// A reading may not hold another mark, a line break or a placeholder; each 《 is visited once, so the
// time grows with the length of the text whatever it holds.
const READING = /《([^《》｜{}\n]+)》/gu;
const FORBIDDEN_IN_BASE = /[《》{}\n]/u;

function isKanji(character: string): boolean {
  return character !== '〇' && KANJI.test(character);
}

/** Where the run of kanji that ends at the end of `text` begins; `text.length` when there is none. */
function kanjiRunStart(text: string): number {
  let start = text.length;
  let at = text.length;
  while (at > 0) {
    const low = text.charCodeAt(at - 1);
    const width = low >= 0xdc00 && low <= 0xdfff && at > 1 ? 2 : 1;
    const character = text.slice(at - width, at);
    if (isKanji(character)) start = at - width;
    else if (!SMALL_KE.test(character)) break;
    at -= width;
  }
  return start;
}

/** The base that a reading after `before` belongs to, and how many characters before it stays plain. */
function findBase(before: string): { plain: string; base: string } | undefined {
  const bar = before.lastIndexOf('｜');
  if (bar >= 0) {
    const base = before.slice(bar + 1);
    if (base !== '' && !FORBIDDEN_IN_BASE.test(base)) return { plain: before.slice(0, bar), base };
  }
  const start = kanjiRunStart(before);
  return start < before.length ? { plain: before.slice(0, start), base: before.slice(start) } : undefined;
}

/**
 * Reads the notation of the message catalogs: `病院《びょういん》` gives a reading to the kanji directly
 * before it, `｜申し込み《もうしこみ》` to everything after the bar.
 * Takes any string and refuses nothing: marks that make no sense stay as they are in a text segment.
 * Gives segments in order, no two text segments in a row, none empty; placeholders such as `{name}` are
 * never split. Fill placeholders after parsing, so that a person's name is never read as notation.
 */
export function parseFurigana(text: string): Segment[] {
  const segments: Segment[] = [];
  let pending = '';
  let cursor = 0;
  for (const match of text.matchAll(READING)) {
    const before = text.slice(cursor, match.index);
    const found = findBase(before);
    cursor = match.index + match[0].length;
    if (!found) {
      pending += before + match[0];
      continue;
    }
    pending += found.plain;
    if (pending !== '') segments.push({ text: pending });
    pending = '';
    segments.push({ base: found.base, reading: match[1] ?? '' });
  }
  pending += text.slice(cursor);
  if (pending !== '') segments.push({ text: pending });
  return segments;
}

/**
 * Writes segments back into the notation, with the bar only where it is needed.
 * `parseFurigana(formatFurigana(parseFurigana(text)))` equals `parseFurigana(text)` for every text.
 */
export function formatFurigana(segments: readonly Segment[]): string {
  let written = '';
  let plainBefore = '';
  for (const segment of segments) {
    if ('text' in segment) {
      written += segment.text;
      plainBefore = segment.text;
      continue;
    }
    const needsBar =
      kanjiRunStart(segment.base) > 0 ||
      plainBefore.includes('｜') ||
      kanjiRunStart(plainBefore) < plainBefore.length;
    written += `${needsBar ? '｜' : ''}${segment.base}《${segment.reading}》`;
    plainBefore = '';
  }
  return written;
}

/** The text as it is read without readings: `病院《びょういん》へ` gives `病院へ`. Refuses nothing. */
export function stripFurigana(text: string): string {
  return parseFurigana(text)
    .map((segment) => ('text' in segment ? segment.text : segment.base))
    .join('');
}

// 30分, 5日: who can't read kanji knows the digits, and reads what is counted after them.
const COUNTED = /^(\d+)[月日時分人歳]$/u;
const COUNTER_READING = /(?:がつ|にち|か|じ|[ふぷ]ん|にん|さい)$/u;

/**
 * The text in kana, for where no reading can stand above it: `病院《びょういん》へ` gives `びょういんへ`, and
 * `｜30分《さんじゅっぷん》` gives `30ぷん`. What has no reading stays as it is. Refuses nothing.
 */
export function readFurigana(text: string): string {
  return parseFurigana(text)
    .map((segment) => ('text' in segment ? segment.text : readSegment(segment)))
    .join('');
}

function readSegment({ base, reading }: { base: string; reading: string }): string {
  const digits = COUNTED.exec(base)?.[1];
  const counter = COUNTER_READING.exec(reading)?.[0];
  return digits && counter ? digits + counter : reading;
}

/**
 * The runs of kanji that have no reading, in order, repeats included; empty when every kanji has one.
 * 〇 alone is not counted; the names of placeholders are.
 */
export function listBareKanji(text: string): string[] {
  return parseFurigana(text).flatMap((segment) =>
    'text' in segment ? [...segment.text.matchAll(BARE_RUN)].map((match) => match[0]) : [],
  );
}
