import {
  hashOf,
  isPinned,
  originOf,
  type Piece,
  sentByMachine,
  sentByPerson,
} from '../../../kits/pieces/index.ts';
import type { GuideWords, Origin, PieceMarks } from '../types.ts';

/** All that a language says, by the names of its pieces: a part, or the id of a step and `title` or `text`. */
export function piecesIn({ steps, ...parts }: GuideWords): Readonly<Record<string, string>> {
  const ofSteps = Object.entries(steps).flatMap(([id, { title, text }]) => [
    [`${id}.title`, title],
    [`${id}.text`, text],
  ]);
  return { ...parts, ...Object.fromEntries(ofSteps) };
}

function wordsFrom(pieces: Readonly<Record<string, string>>, stepIds: readonly string[]): GuideWords {
  const parts = Object.entries(pieces).filter(([name]) => !name.includes('.'));
  const step = (id: string) => ({ title: pieces[`${id}.title`] ?? '', text: pieces[`${id}.text`] ?? '' });
  return {
    ...(Object.fromEntries(parts) as unknown as Omit<GuideWords, 'steps'>),
    steps: Object.fromEntries(stepIds.map((id) => [id, step(id)])),
  };
}

/** What a language said before: its words, and whose they are. */
export interface Kept {
  readonly words: GuideWords;
  readonly marks: PieceMarks;
}

export interface Sent {
  readonly words: GuideWords;
  readonly origin: Origin;
  /** The writer has seen the Japanese as it stands, and says the same. */
  readonly isRenewed: boolean;
}

/** What a language says from now on. */
export interface Laid extends Kept {
  readonly origin: Origin;
  /** All of it is made of what the Japanese says now. */
  readonly isOfNow: boolean;
}

/**
 * Lays words over those that are there, piece by piece beside the Japanese. A machine fills what nobody has written and leaves
 * the rest as it is; what a person writes is of the Japanese as it stands where it is new, or where they say so.
 */
export function layOver(sent: Sent, before: Kept | null, japanese: GuideWords): Laid {
  const source = piecesIn(japanese);
  const were = before ? piecesIn(before.words) : {};
  const laid = Object.entries(piecesIn(sent.words)).map(([name, text]): [string, Piece<Origin>] => {
    const mark = before?.marks[name];
    const was = mark && { ...mark, text: were[name] ?? '' };
    const now = hashOf(source[name] ?? '');
    if (sent.origin === 'machine') return [name, sentByMachine<Origin>({ text, of: now }, was)];
    const of = sent.isRenewed || !was ? now : was.of;
    return [name, sentByPerson({ text, of }, was, sent.origin)];
  });
  const texts = Object.fromEntries(laid.map(([name, { text }]) => [name, text]));
  const pieces = laid.map(([, piece]) => piece);
  return {
    words: wordsFrom(texts, Object.keys(sent.words.steps)),
    marks: Object.fromEntries(laid.map(([name, { origin, of }]) => [name, { origin, of }])),
    origin: originOf<Origin>(pieces, ['translated', 'written']),
    isOfNow: laid.every(([name, { of }]) => of === hashOf(source[name] ?? '')),
  };
}

/** How a piece that is written stands: whose it is, and whether the Japanese says something else in its place by now. */
export interface Standing {
  readonly origin: Origin;
  readonly isBehind: boolean;
}

/** How each piece of a language stands that is written, by its name. */
export function standingsOf({ words, marks }: Kept, japanese: GuideWords): ReadonlyMap<string, Standing> {
  const source = piecesIn(japanese);
  return new Map(
    Object.entries(piecesIn(words)).flatMap(([name, text]): [string, Standing][] => {
      const mark = marks[name];
      if (!mark || text === '') return [];
      return [[name, { origin: mark.origin, isBehind: mark.of !== hashOf(source[name] ?? '') }]];
    }),
  );
}

/** How many pieces are not as they were sent, because a person's words stood there. */
export function countStayed(sent: GuideWords, { words, marks }: Kept): number {
  const now = piecesIn(words);
  return Object.entries(piecesIn(sent)).filter(([name, text]) => {
    const [said, mark] = [now[name] ?? '', marks[name]];
    return said !== text && mark && isPinned({ ...mark, text: said });
  }).length;
}
