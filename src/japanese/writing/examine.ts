import type { Finding } from '../easy/finding.ts';
import { prepareText } from '../easy/prepared-text.ts';
import { checkEasyJapanese } from '../easy.ts';
import { formatFurigana, parseFurigana, type Segment, stripFurigana } from '../furigana.ts';
import { type Share, shareOfHardWords } from './hard-words.ts';
import { type Edit, type Reading, readingOf } from './proposals/place.ts';
import { type Placed, place, proposeFor } from './proposals/propose.ts';
import { phraseStarts } from './proposals/spacing.ts';
import type { Piece } from './readings/piece.ts';
import { proposeReadings, writeReadings } from './readings/readings.ts';
import { tag } from './tagger/tagger.ts';

/** Words that could stand in the place of others. */
export interface Proposal {
  /** Where what it takes the place of stands, in units of the text without readings, and what that is. */
  readonly from: number;
  readonly words: string;
  /** What would stand there, in furigana notation. */
  readonly put: string;
}

/** For so many places words are proposed; for the others when these are mended. */
const MOST_PROPOSED_FOR = 100;

/** One place of a text that could be easier. */
export interface Remark {
  readonly finding: Finding;
  /** What stands there, without readings. */
  readonly words: string;
  /** In units of the text without readings. */
  readonly from: number;
  readonly to: number;
  readonly proposals: readonly Proposal[];
}

/** A kanji word with its reading: as written, and as it is proposed. */
export interface ReadWord extends Piece {
  readonly base: string;
  /** As it stands in the text; empty where it has none. */
  readonly written: string;
}

export interface Examined {
  readonly text: string;
  /** Without readings. */
  readonly plain: string;
  readonly remarks: readonly Remark[];
  /** Every word with kanji, in order. */
  readonly readings: readonly ReadWord[];
  readonly share: Share;
  /** The text with a reading for every kanji, as far as one is known. */
  readonly withReadings: string;
}

/**
 * Looks through a text as a writer needs it: what could be easier and how, how its kanji are read, how many of its words
 * are hard.
 * @param text in furigana notation, or plain
 * @param today tells the weekday of a day without a year
 */
export async function examine(text: string, today: Temporal.PlainDate): Promise<Examined> {
  const prepared = prepareText(text);
  const bare = stripFurigana(text);
  const preparedBare = prepareText(bare);
  const [tokens = [], bareTokens = []] =
    prepared.plain === preparedBare.plain
      ? await tag([prepared.plain]).then(([one = []]) => [one, one])
      : await tag([prepared.plain, preparedBare.plain]);
  const reading = readingOf(prepared, tokens, today);
  const missing = proposeReadings(prepared, tokens);
  const all = proposeReadings(preparedBare, bareTokens);
  const readings = readWords(text, preparedBare.plain, all, missing);
  const placed = outermost(
    place(reading, checkEasyJapanese(text)).filter((one) => !isKnownReading(one, readings)),
  );
  const edits = firstEdits(reading, placed);
  const isApart = isWrittenApart(text);
  const put = await withReadings(
    edits.flat().map((edit) => (isApart ? edit.put : edit.put.replaceAll(' ', ''))),
    text,
  );
  let next = 0;
  const remarks = placed.map((one, at): Remark => {
    const proposals = (edits[at] ?? []).map((edit): Proposal => {
      const words = put[next++] ?? edit.put;
      const range = plainRange(reading.text.keptOfPlain, edit);
      return { from: range.from, words: prepared.plain.slice(range.from, range.to), put: words };
    });
    const range = plainRange(reading.text.keptOfPlain, one);
    return { finding: one.finding, words: prepared.plain.slice(range.from, range.to), ...range, proposals };
  });
  return {
    text,
    plain: prepared.plain,
    remarks,
    readings,
    share: shareOfHardWords(bareTokens),
    withReadings: writeReadings(text, missing),
  };
}

/** The text without readings, in whose units places are told. */
export const plainOf = (text: string): string => prepareText(text).plain;

function firstEdits(reading: Reading, placed: readonly Placed[]): Edit[][] {
  let left = MOST_PROPOSED_FOR;
  return placed.map((one) => {
    const edits = left > 0 ? proposeFor(reading, one) : [];
    if (edits.length > 0) left -= 1;
    return edits;
  });
}

/** Of two that stand within each other and are mended by one, the inner is not said: ご遠慮 of ご遠慮ください. */
function outermost(placed: readonly Placed[]): Placed[] {
  const polite = placed.filter(({ finding }) => finding.rule === 'Y5');
  return placed.filter(
    (one) =>
      !/^Y[25]$/.test(one.finding.rule) ||
      !polite.some(
        (other) =>
          other !== one &&
          other.from <= one.from &&
          other.to >= one.to &&
          other.to - other.from > one.to - one.from,
      ),
  );
}

/** A reading that our table lacks is right when the dictionary has it. */
function isKnownReading({ finding, from }: Placed, readings: readonly ReadWord[]): boolean {
  const { add, reading } = finding.params;
  return (
    add !== undefined && readings.some((one) => one.base === add && one.reading === reading && from >= 0)
  );
}

function plainRange(kept: readonly number[], { from, to }: { from: number; to: number }) {
  const start = kept[from] ?? (kept.at(-1) ?? -1) + 1;
  return { from: start, to: to > from ? (kept[to - 1] ?? start) + 1 : start };
}

/** Where nothing is written apart, a proposal is not either. */
const isWrittenApart = (text: string): boolean => /[^\s。、！？]\s[^\s]/u.test(stripFurigana(text));

/** Readings for what is put in, where the text has readings; none where it has none. */
async function withReadings(puts: readonly string[], text: string): Promise<string[]> {
  if (!text.includes('《')) return puts.map(stripFurigana);
  const prepared = puts.map(prepareText);
  const tagged = await tag(prepared.map(({ plain }) => plain));
  return prepared.map((one, at) => writeReadings(one.source, proposeReadings(one, tagged[at] ?? [])));
}

/** A text with other words in a range of it; a base that is cut loses its reading. */
export function replaced(text: string, { from, to }: { from: number; to: number }, put: string): string {
  let at = 0;
  const [before, after]: [Segment[], Segment[]] = [[], []];
  for (const segment of parseFurigana(text)) {
    const words = 'text' in segment ? segment.text : segment.base;
    const [start, end] = [at, at + words.length];
    at = end;
    if (end <= from) before.push(segment);
    else if (start >= to) after.push(segment);
    else {
      if (start < from) before.push({ text: words.slice(0, from - start) });
      if (end > to) after.push({ text: words.slice(to - start) });
    }
  }
  return formatFurigana([...before, ...parseFurigana(put), ...after]);
}

/** Each kanji word of the text with what is written above it and what is proposed. */
function readWords(
  text: string,
  plain: string,
  all: readonly Piece[],
  missing: readonly Piece[],
): ReadWord[] {
  let at = 0;
  const written = parseFurigana(text).flatMap((segment): ReadWord[] => {
    const from = at;
    at += 'text' in segment ? segment.text.length : segment.base.length;
    if ('text' in segment) return [];
    const proposed = all.filter((one) => one.from >= from && one.to <= at);
    const isWhole = proposed[0]?.from === from && proposed.at(-1)?.to === at;
    const reading = isWhole ? proposed.map((one) => one.reading).join('') : '';
    const trust = isWhole && proposed.every((one) => one.trust === 'sure') ? 'sure' : 'look';
    return [{ from, to: at, base: segment.base, written: segment.reading, reading, trust }];
  });
  const bare = missing.map((piece) => ({ ...piece, base: plain.slice(piece.from, piece.to), written: '' }));
  return [...written, ...bare].sort((a, b) => a.from - b.from);
}

/** The text with exactly these readings; a word whose reading is empty stands bare. */
export function withWords(text: string, words: readonly ReadWord[]): string {
  return writeReadings(stripFurigana(text), words);
}

/** The text with a space between its phrases, readings kept. Lines and spaces that are there stay. */
export async function apart(text: string, today: Temporal.PlainDate): Promise<string> {
  const prepared = prepareText(text);
  const [tokens = []] = await tag([prepared.plain]);
  const reading = readingOf(prepared, tokens, today);
  const starts = phraseStarts(reading)
    .map((compact) => prepared.keptOfPlain[compact] ?? 0)
    .filter((at) => !/\s/u.test(prepared.plain[at - 1] ?? ' '));
  return withSpacesAt(text, new Set(starts));
}

/** A space before places of the plain text, but for those that lie within what has one reading. */
function withSpacesAt(text: string, places: ReadonlySet<number>): string {
  let at = 0;
  const segments = parseFurigana(text).flatMap((segment): Segment[] => {
    const start = at;
    at += 'text' in segment ? segment.text.length : segment.base.length;
    if (!('text' in segment)) return places.has(start) ? [{ text: ' ' }, segment] : [segment];
    const units = segment.text.split('');
    return [{ text: units.map((unit, of) => (places.has(start + of) ? ` ${unit}` : unit)).join('') }];
  });
  return formatFurigana(segments);
}
