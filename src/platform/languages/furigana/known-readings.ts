import { type Piece, readAbove } from '../../../japanese/writing/index.ts';

/** Of sentences whose readings are remembered, together, in UTF-16 units: with their readings some 15 MB. */
const MOST_KNOWN = 600_000;
/** So much is read for one page at once; what is beyond has its readings at the next look. */
const MOST_AT_ONCE = 20_000;
/** A page waits no longer for the dictionary. */
const MOST_MS = 2_500;
/** So many pages wait at the most: the next ones are shown as they are. */
const MOST_WAITING = 20;

// What a sentence reads does not depend on whose it is: it is known by all its words, and by nothing else.
const known = new Map<string, readonly Piece[]>();
let length = 0;
let waiting = 0;

/** Begins to read the dictionary, for whoever will ask it in a moment; nobody waits for it. */
export function expectQuestions(): void {
  readAbove(['駅']).catch(() => undefined);
}

/** The readings above a sentence; undefined as long as nobody has learned them. */
export const readingsOf = (sentence: string): readonly Piece[] | undefined => known.get(sentence);

/**
 * Asks the dictionary how sentences are read, and waits for a moment: on a page they are shown without readings otherwise,
 * and with them at the next look.
 * @throws when the dictionary's thread cannot be started or dies meanwhile
 */
export async function learnReadings(sentences: readonly string[]): Promise<void> {
  const some = fitting(sentences);
  if (some.length === 0 || waiting >= MOST_WAITING) return;
  waiting += 1;
  const learning = readAbove(some)
    .then((read) => {
      for (const [at, sentence] of some.entries()) remember(sentence, read[at] ?? []);
    })
    .finally(() => {
      waiting -= 1;
    });
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, MOST_MS);
  await Promise.race([learning, enough]).finally(() => clearTimeout(timer));
  // Who does not wait any more need not hear of it.
  learning.catch(() => undefined);
}

function fitting(sentences: readonly string[]): string[] {
  let left = MOST_AT_ONCE;
  return [...new Set(sentences)].filter((sentence) => {
    left -= sentence.length;
    return left >= 0;
  });
}

/** The oldest go first. */
function remember(sentence: string, read: readonly Piece[]): void {
  if (known.has(sentence)) return;
  known.set(sentence, read);
  length += sentence.length;
  for (const [oldest] of known) {
    if (length <= MOST_KNOWN) return;
    known.delete(oldest);
    length -= oldest.length;
  }
}
