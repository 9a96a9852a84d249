import { parseFurigana } from '../furigana.ts';

/** A text as the rules read it, with the way back to where each character stood in the source. */
export type PreparedText = {
  source: string;
  /** Without readings; placeholders and tags blanked out, spaces kept. */
  plain: string;
  /** `plain` without its spaces: phrases are written apart in easy Japanese, words must be found anyway. */
  compact: string;
  sourceOfPlain: readonly number[];
  sourceOfCompact: readonly number[];
  /** Where each character of `compact` stands in `plain`. */
  keptOfPlain: readonly number[];
};

/** Stands for what a placeholder will bring. */
export const FILLED_IN = '\ufffc';

const TAG = /<\/?[\w-]+\s*\/?>/gu;
const PLACEHOLDER = /\{\s*\w+\s*(?:,[^{}]*)?\}/gu;
const BRANCH_HEAD = /\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/gu;
// No selector is longer, and a text of letters alone is gone through once.
const SELECTOR = /(?:=\d{1,9}|[a-z]\w{0,40})\s*\{/gu;
const BRACE = /[{}]/gu;

/** Blanks message syntax out, length kept; a branch of a plural or select begins a new line. */
function maskSyntax(text: string): string {
  const fill = (character: string) => (found: string) => character.repeat(found.length);
  const masked = text.replace(TAG, fill(' ')).replace(PLACEHOLDER, fill(FILLED_IN));
  if (!/[{}]/u.test(masked)) return masked;
  return masked.replace(BRANCH_HEAD, fill('\n')).replace(SELECTOR, fill('\n')).replace(BRACE, fill('\n'));
}

function strip(source: string): { text: string; offsets: number[] } {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  const take = (piece: string) => {
    for (let index = 0; index < piece.length; index += 1) offsets.push(at + index);
    text += piece;
    at += piece.length;
  };
  for (const segment of parseFurigana(source)) {
    if ('text' in segment) {
      take(segment.text);
      continue;
    }
    if (source[at] === '｜') at += 1;
    take(segment.base);
    at += segment.reading.length + '《》'.length;
  }
  return { text, offsets };
}

/** Takes a message in furigana notation, placeholders and all; refuses nothing. */
export function prepareText(source: string): PreparedText {
  const { text, offsets } = strip(source);
  const plain = maskSyntax(text);
  const kept = [...plain.matchAll(/[^ \t\u3000]/g)].map((match) => match.index);
  return {
    source,
    plain,
    compact: kept.map((index) => plain[index]).join(''),
    sourceOfPlain: offsets,
    sourceOfCompact: kept.map((index) => offsets[index] ?? 0),
    keptOfPlain: kept,
  };
}

/** The sentences of a prepared text without their closing marks, each with its offset in the source. */
export function listSentences(text: PreparedText): { sentence: string; at: number }[] {
  return [...text.compact.matchAll(/[^。！？!?\n]+/gu)].map((match) => ({
    sentence: match[0],
    at: text.sourceOfCompact[match.index] ?? 0,
  }));
}
