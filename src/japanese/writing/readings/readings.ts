import known from '../../data/easy-readings.json' with { type: 'json' };
import fixed from '../../data/fixed-readings.json' with { type: 'json' };
import type { PreparedText } from '../../easy/prepared-text.ts';
import { formatFurigana, parseFurigana, type Segment } from '../../furigana.ts';
import type { Token } from '../tagger/token.ts';
import { align, hasKanji } from './align.ts';
import { type Among, readByNeighbors } from './by-neighbors.ts';
import { readCountedIn, readDayLettersIn } from './counted.ts';
import type { Piece, Trust } from './piece.ts';

const KNOWN: Readonly<Record<string, readonly string[]>> = known;
const FIXED: Readonly<Record<string, string>> = fixed;
const RUN = /[\p{Script=Han}々〆ヶヵ]+/gu;
const FIXED_WORDS = Object.keys(FIXED).sort((a, b) => b.length - a.length);
const ANY_FIXED = new RegExp(`(?<![一二三四五六七八九十百何])(?:${FIXED_WORDS.join('|')})`, 'gu');

/** Where readings stand already, in units of the text without them. */
function coveredBy(segments: readonly Segment[]): { from: number; to: number }[] {
  let at = 0;
  return segments.flatMap((segment) => {
    const from = at;
    at += 'text' in segment ? segment.text.length : segment.base.length;
    return 'text' in segment ? [] : [{ from, to: at }];
  });
}

/**
 * A reading for every kanji of a text that has none yet, in the order of the text: what is counted by its number, then
 * our own table, then what stands beside a word, then the dictionary.
 * @param tokens the words of `text.plain`
 */
export function proposeReadings(text: PreparedText, tokens: readonly Token[]): Piece[] {
  const pieces = readPieces(text.plain, tokens, coveredBy(parseFurigana(text.source)));
  return byTable(text.plain, joined(pieces, text.plain));
}

/**
 * Readings as a reader wants them above a text: each word its own, so that lines break between them, and none where a guess
 * would be worse than nothing: above the names of people, who write their own, and above what no dictionary has.
 * @param tokens the words of `plain`, which has no readings in it
 */
export function readingsAbove(plain: string, tokens: readonly Token[]): Piece[] {
  // Somebody has written readings themselves.
  if (plain.includes('《')) return [];
  const unnamed = tokens.map((token) => (token.name === '人名' ? { ...token, reading: null } : token));
  const pieces = readPieces(plain, unnamed, []).toSorted((a, b) => a.from - b.from);
  let next = 0;
  return joined(pieces, plain)
    .flatMap((whole) => {
      const first = next;
      while ((pieces[next]?.to ?? Infinity) <= whole.to) next += 1;
      const parts = pieces.slice(first, next);
      const known = byTable(plain, [whole])[0];
      return known && known.reading !== whole.reading ? [known] : parts;
    })
    .filter(({ reading }) => reading !== '');
}

function readPieces(
  plain: string,
  tokens: readonly Token[],
  taken: readonly { from: number; to: number }[],
): Piece[] {
  const isTaken = new Uint8Array(plain.length);
  const hold = ({ from, to }: { from: number; to: number }) => isTaken.fill(1, from, to);
  taken.forEach(hold);
  const pieces: Piece[] = [];
  const take = (found: readonly Piece[]) => {
    const free = found.filter(({ from, to }) => !isTaken.subarray(from, to).includes(1));
    pieces.push(...free);
    free.forEach(hold);
  };
  take(readCountedIn(plain));
  take(readDayLettersIn(plain));
  take([...plain.matchAll(ANY_FIXED)].flatMap((match) => lay(match[0], FIXED[match[0]] ?? '', match.index)));
  take(among(tokens).flatMap(readToken));
  take(
    [...plain.matchAll(RUN)]
      .filter(([run]) => hasKanji(run))
      .map(({ 0: run, index }) => ({ from: index, to: index + run.length, reading: '', trust: 'none' })),
  );
  return pieces;
}

const lay = (surface: string, reading: string, at: number, trust: Trust = 'sure'): Piece[] =>
  (align(surface, reading) ?? [{ from: 0, to: surface.length, reading }]).map((one) => ({
    from: at + one.from,
    to: at + one.to,
    reading: one.reading,
    trust,
  }));

function among(tokens: readonly Token[]): Among[] {
  const words = tokens.filter(({ surface }) => surface.trim() !== '');
  return words.map((token, at) => ({
    token,
    before: words[at - 1],
    beforeThat: words[at - 2],
    after: words[at + 1],
  }));
}

function readToken(one: Among): Piece[] {
  const { surface, reading, from, name } = one.token;
  if (!hasKanji(surface)) return [];
  const found = readByNeighbors(one);
  if (found) return lay(surface, found.reading, from, found.trust);
  if (!reading) return [];
  return lay(surface, reading, from, name === '人名' ? 'look' : 'sure');
}

/** Where our own table has one reading for a whole run of kanji, it is that one: town names, and what we have looked at. */
function byTable(plain: string, pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => {
    const base = plain.slice(piece.from, piece.to);
    const isWhole = !isKanjiAt(plain, piece.from - 1) && !isKanjiAt(plain, piece.to);
    const readings = isWhole && /^[\p{Script=Han}々]{2,}$/u.test(base) ? (KNOWN[base] ?? []) : [];
    const [only] = readings;
    return readings.length === 1 && only && piece.trust !== 'none'
      ? { ...piece, reading: only, trust: 'sure' }
      : piece;
  });
}

const isKanjiAt = (plain: string, at: number) => /[\p{Script=Han}々〆]/u.test(plain[at] ?? '');

/** Readings of kanji that stand together are one: 国民 and 健康 become 国民健康. */
function joined(pieces: readonly Piece[], plain: string): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    const isNext = last?.to === piece.from && !/\d/u.test(plain[piece.from] ?? '');
    if (!last || !isNext || last.trust === 'none' || piece.trust === 'none') all.push(piece);
    else {
      const trust = last.trust === 'sure' && piece.trust === 'sure' ? 'sure' : 'look';
      all[all.length - 1] = { from: last.from, to: piece.to, reading: last.reading + piece.reading, trust };
    }
  }
  return all;
}

/** The text with these readings above it, beside those it has. */
export function writeReadings(source: string, pieces: readonly Piece[]): string {
  let at = 0;
  const written = parseFurigana(source).flatMap((segment): Segment[] => {
    const from = at;
    if (!('text' in segment)) {
      at += segment.base.length;
      return [segment];
    }
    at += segment.text.length;
    return cut(
      segment.text,
      pieces.filter((piece) => piece.from >= from && piece.to <= at && piece.reading !== ''),
      from,
    );
  });
  return formatFurigana(written);
}

function cut(text: string, pieces: readonly Piece[], from: number): Segment[] {
  const parts: Segment[] = [];
  let done = 0;
  for (const piece of pieces) {
    const start = piece.from - from;
    if (start > done) parts.push({ text: text.slice(done, start) });
    parts.push({ base: text.slice(start, piece.to - from), reading: piece.reading });
    done = piece.to - from;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}
