/** RFC 5322, 2.1.1. */
const MOST_COLUMNS = 78;

/** Takes two columns (East Asian Width W and F, Unicode Annex 11): what our four languages write, and emoji. */
const WIDE =
  /^(?![\uff61-\uffdc])(?:\p{scx=Han}|\p{scx=Hiragana}|\p{scx=Katakana}|\p{scx=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])/u;
/** May not begin a line, and not end one (JIS X 4051): closing and opening signs, small kana, marks of length. */
const NEVER_FIRST =
  /^[、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〜…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)\]}%]/u;
const NEVER_LAST = /[‘“（〔［｛〈《「『【￥＄([{]$/u;
const LINK = /^[a-z]+:\/\//;

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const partsOf = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment);

/** How many columns a text takes where every character is as wide as the others, or twice as wide. */
export function columnsOf(text: string): number {
  return partsOf(text).reduce((sum, part) => sum + (WIDE.test(part) ? 2 : 1), 0);
}

/**
 * Breaks the lines of a plain mail at 78 columns, for readers that don't: between words, and between characters where
 * Japanese and Chinese may. A link or a word that is longer by itself stays whole.
 */
export function wrapText(text: string): string {
  return text.split('\n').map(wrapLine).join('\n');
}

function wrapLine(line: string): string {
  if (columnsOf(line) <= MOST_COLUMNS) return line;
  const lines: string[] = [];
  let current = '';
  for (const { space, text } of piecesOf(line)) {
    const longer = `${current}${space}${text}`;
    if (current !== '' && columnsOf(longer) > MOST_COLUMNS) {
      lines.push(current);
      current = text;
    } else current = longer;
  }
  return [...lines, current].join('\n');
}

interface Piece {
  /** What stands before it, unless it begins a line. */
  readonly space: string;
  readonly text: string;
}

/** What must stay together, in order. */
function piecesOf(line: string): Piece[] {
  return line.split(/(?<= )(?=[^ ])/).flatMap((word, index, words) => {
    const before = words[index - 1] ?? '';
    const space = before.slice(before.trimEnd().length);
    return charactersThatStay(word.trimEnd()).map((text, at) => ({ space: at === 0 ? space : '', text }));
  });
}

function charactersThatStay(word: string): string[] {
  if (LINK.test(word)) return [word];
  const pieces: string[] = [];
  for (const part of partsOf(word)) {
    const last = pieces.at(-1);
    if (last !== undefined && staysWith(last, part)) pieces[pieces.length - 1] = last + part;
    else pieces.push(part);
  }
  return pieces;
}

function staysWith(before: string, part: string): boolean {
  if (NEVER_FIRST.test(part) || NEVER_LAST.test(before)) return true;
  const last = partsOf(before).at(-1) ?? '';
  return !WIDE.test(part) && !WIDE.test(last);
}
