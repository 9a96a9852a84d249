/** A piece of a page's words: where it stands, and what was opened and closed since the piece before. */
export interface Piece {
  readonly text: string;
  /** The tag that the words are said to be in. */
  readonly lang: string;
  /** The elements around, outermost first. */
  readonly around: readonly string[];
  /** What stands between it and the piece before. */
  readonly since: readonly { readonly tag: string; readonly opens: boolean }[];
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const TOKEN = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/gi;

interface Open {
  readonly tag: string;
  readonly lang: string;
}

/** Reads the words of a page as our renderer writes it: every element closed, no comments. */
export function* readPieces(html: string): Generator<Piece> {
  const open: Open[] = [];
  let since: Piece['since'][number][] = [];
  for (const [, closing, name = '', attributes = '', text] of html.matchAll(TOKEN)) {
    const lang = open.at(-1)?.lang ?? '';
    if (text !== undefined) {
      yield { text: unescaped(text), lang, around: open.map(({ tag }) => tag), since };
      since = [];
      continue;
    }
    const tag = name.toLowerCase();
    since.push({ tag, opens: !closing });
    if (closing) open.pop();
    else if (!VOID.has(tag)) open.push({ tag, lang: /\blang="([^"]+)"/.exec(attributes)?.[1] ?? lang });
  }
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
