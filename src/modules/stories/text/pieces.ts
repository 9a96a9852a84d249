import { readFurigana } from '../../../japanese/furigana.ts';
import { hashOf, isPinned, originOf, sentByMachine, sentByPerson } from '../../../kits/pieces/index.ts';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import type { Origin, StoryPiece } from '../types.ts';

/** A title and paragraphs between empty lines, as pieces. */
export function piecesOf(title: string, text: string): string[] {
  return [title.trim(), ...text.split(/\n\s*\n/).flatMap((piece) => piece.trim() || [])];
}

/** Words of a language as a string: without the readings of Japanese. */
export const plainly = (text: string, locale: Locale): string =>
  localeFacts[locale].tag === 'ja' ? readFurigana(text) : text;

/** The source: every piece is of itself. */
export const sourcePieces = (pieces: readonly string[]): StoryPiece[] =>
  pieces.map((text) => ({ text, origin: 'written', of: hashOf(text) }));

/**
 * A translation as somebody has written it, beside the source piece by piece. What is as it was keeps its origin; words of
 * a machine that a person has looked at are checked.
 * @param origin of the pieces that are new
 */
export function translatedPieces(
  pieces: readonly string[],
  source: readonly StoryPiece[],
  before: readonly StoryPiece[],
  origin: Exclude<Origin, 'written'>,
): StoryPiece[] {
  return pieces.map((text, at) => {
    const same = before.find((one) => one.text === text);
    return sentByPerson<Origin>({ text, of: source[at]?.of ?? '' }, same, origin);
  });
}

/**
 * A machine's proposal laid over what is there: it fills pieces that nobody has written of what the source says now, and
 * touches no other. A person's words for a piece of which the source says something else by now are for a person to mend.
 */
export function proposedByMachine(
  proposed: readonly string[],
  source: readonly StoryPiece[],
  before: readonly StoryPiece[],
): StoryPiece[] {
  return source.map(({ of }, at) => {
    const pinned = before.find((one) => one.of === of && isPinned(one)) ?? before[at];
    return sentByMachine({ text: proposed[at] ?? '', of }, pinned);
  });
}

/** Where a text comes from, as a whole. */
export const originOfText = (pieces: readonly StoryPiece[]): Origin =>
  originOf(pieces, ['person', 'written']);
