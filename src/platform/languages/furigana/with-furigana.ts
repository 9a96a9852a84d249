import type { Piece } from '../../../japanese/writing/index.ts';
import { learnReadings, readingsOf } from './known-readings.ts';
import { type Passage, passagesOf } from './passages.ts';

/** A sentence of a passage, from where in it. */
interface Sentence {
  readonly from: number;
  readonly text: string;
}

/** Up to and with what ends one; what has no kanji needs none. */
const SENTENCE = /[^。！？\n]*[。！？\n]?/gu;
const TIED = /(?<![\p{L}\p{N}])[おご]$|[「『（(]$/u;
const KANJI = /(?!〇)[\p{Script=Han}々〆]/u;

/**
 * A page in Japanese with readings above its kanji: those of our own words and of what people wrote. The page is drawn as it
 * always is and readings are laid over it, so that nothing that was kept of a drawing has to know of them. What is not known
 * in a moment stands without, and has its readings at the next look.
 * @param html a document of ours in `ja`
 * @param onProblem hears why the dictionary could not be asked; the page is shown all the same
 */
export async function withFurigana(html: string, onProblem: (problem: unknown) => void): Promise<string> {
  const passages = passagesOf(html).map((passage) => ({ passage, sentences: sentencesOf(passage) }));
  const unknown = passages.flatMap(({ sentences }) =>
    sentences.filter(({ text }) => !readingsOf(text)).map(({ text }) => text),
  );
  if (unknown.length > 0) await learnReadings(unknown).catch(onProblem);
  let done = '';
  let at = 0;
  for (const { passage, sentences } of passages)
    for (const { from, to, reading } of placesIn(passage, sentences)) {
      if (from < at) continue;
      // Browsers break a line before readings, whatever the text says: お and 金, （ and 火 stay together.
      const tied = TIED.exec(html.slice(Math.max(at, from - 2), from))?.[0] ?? '';
      done += html.slice(at, from - tied.length);
      const ruby = `<ruby>${html.slice(from, to)}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;
      done += tied ? `<span class="unbroken">${tied}${ruby}</span>` : ruby;
      at = to;
    }
  return done + html.slice(at);
}

function sentencesOf({ text }: Passage): Sentence[] {
  return [...text.matchAll(SENTENCE)]
    .filter(([sentence]) => KANJI.test(sentence))
    .map(({ 0: sentence, index }) => ({ from: index, text: sentence }));
}

/** Where in the HTML which readings stand; what lies across two texts gets none. */
function placesIn(
  passage: Passage,
  sentences: readonly Sentence[],
): Pick<Piece, 'from' | 'to' | 'reading'>[] {
  const { nodes } = passage;
  let next = 0;
  return sentences.flatMap((sentence) =>
    (readingsOf(sentence.text) ?? []).flatMap(({ from, to, reading }) => {
      const [start, end] = [sentence.from + from, sentence.from + to];
      while (next < nodes.length - 1 && (nodes[next + 1]?.from ?? 0) <= start) next += 1;
      const node = nodes[next];
      if (!node?.takesReadings || start < node.from || end > node.from + node.length) return [];
      const moved = node.at - node.from;
      return [{ from: start + moved, to: end + moved, reading }];
    }),
  );
}
