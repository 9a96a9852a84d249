import { localeFacts } from '../locales.ts';

/** A text of a page between two tags: `at` is where it stands in the HTML, `from` where it stands in its passage. */
interface Node {
  readonly at: number;
  readonly from: number;
  readonly length: number;
  /** Readings may stand above it: a name is only heard, as its neighbors are read by it. */
  readonly takesReadings: boolean;
}

/** Words that are read one after the other, whatever stands out among them. */
export interface Passage {
  /** As it stands in the HTML: what stands for a sign there has no kanji. */
  readonly text: string;
  readonly nodes: readonly Node[];
}

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>/g;
/** These stand within a line of words; any other begins a new passage. */
const IN_LINE = new Set(
  'a abbr b bdi code em i kbd mark q rp rt ruby small span strong sub sup time u wbr'.split(' '),
);
/** What no reading can stand in, or what has readings already. */
const WITHOUT = new Set('code kbd option pre rp rt ruby script select style svg textarea title'.split(' '));
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const KANJI = /(?!〇)[\p{Script=Han}々〆]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const TIME = /\d[年月日時分]/u;
const LANG = /(?:^|\s)lang="([^"]*)"/;
/** Words that are shown as somebody has written them, for them to see what has readings and what has none. */
const AS_WRITTEN = /(?:^|\s)data-as-written(?:[\s=]|$)/;
const DIR_AUTO = /(?:^|\s)dir="auto"/;

type Mode = 'read' | 'unsure' | 'heard' | 'left_out';

/** The passages of a Japanese page above which readings may stand, in order. Our own HTML: each element is closed. */
export function passagesOf(html: string): Passage[] {
  const passages: Passage[] = [];
  let nodes: Node[] = [];
  let text = '';
  const open: Mode[] = [];
  let mode: Mode = 'read';
  const end = () => {
    if (nodes.some((node) => node.takesReadings)) passages.push({ text, nodes });
    nodes = [];
    text = '';
  };
  let at = 0;
  for (const { 0: tag, 1: slash, 2: written = '', 3: attributes = '', index } of html.matchAll(TAG)) {
    if (index > at && mode !== 'left_out') {
      const piece = html.slice(at, index);
      const takesReadings = KANJI.test(piece) && mayBeRead(piece, mode);
      nodes.push({ at, from: text.length, length: piece.length, takesReadings });
      text += piece;
    }
    at = index + tag.length;
    const name = written.toLowerCase();
    if (!IN_LINE.has(name)) end();
    if (slash) mode = open.pop() ?? 'read';
    else if (!VOID.has(name)) {
      open.push(mode);
      mode = modeWithin(name, attributes, mode);
    }
  }
  end();
  return passages;
}

function mayBeRead(piece: string, mode: Mode): boolean {
  if (mode === 'unsure') return KANA.test(piece);
  // A day or a time stands in the element of names as well, so that it turns around with nothing beside it.
  return mode === 'read' || (mode === 'heard' && TIME.test(piece));
}

function modeWithin(name: string, attributes: string, around: Mode): Mode {
  if (around === 'left_out' || WITHOUT.has(name) || AS_WRITTEN.test(attributes)) return 'left_out';
  const lang = LANG.exec(attributes)?.[1];
  if (lang !== undefined && lang !== localeFacts.ja.tag) return 'left_out';
  // People write their names, and how they are read, themselves.
  if (around === 'heard' || name === 'bdi') return 'heard';
  // In which language somebody wrote can't be told, if it does not say: kanji alone may be Chinese.
  return lang === undefined && DIR_AUTO.test(attributes) ? 'unsure' : around;
}
