import { createHash } from 'node:crypto';
import type { Origin, Segment } from '../types.ts';

/** Which piece of the source something says again. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Words of a person stay as they are, whatever a machine proposes. */
export const isPinned = ({ origin }: Pick<Segment, 'origin'>): boolean => origin !== 'machine';

/** A title and paragraphs between empty lines, as pieces. */
export function piecesOf(title: string, text: string): string[] {
  return [title.trim(), ...text.split(/\n\s*\n/).flatMap((piece) => piece.trim() || [])];
}

/** The source: every piece is of itself. */
export const sourceSegments = (pieces: readonly string[]): Segment[] =>
  pieces.map((text) => ({ text, origin: 'written', of: hashOf(text) }));

/**
 * A translation as somebody has written it, beside the source piece by piece. What is as it was keeps its origin; words of
 * a machine that a person has looked at are checked.
 * @param origin of the pieces that are new
 */
export function translatedSegments(
  pieces: readonly string[],
  source: readonly Segment[],
  before: readonly Segment[],
  origin: Exclude<Origin, 'written'>,
): Segment[] {
  return pieces.map((text, at) => {
    const of = source[at]?.of ?? '';
    const same = before.find((one) => one.text === text);
    const isChecked = same?.origin === 'machine' && origin === 'checked';
    return { text, of, origin: same && !isChecked ? same.origin : origin };
  });
}

/**
 * A machine's proposal laid over what is there: it fills pieces that nobody has written of what the source says now, and
 * touches no other.
 */
export function proposedByMachine(
  proposed: readonly string[],
  source: readonly Segment[],
  before: readonly Segment[],
): Segment[] {
  return source.map(({ of }, at) => {
    const pinned = before.find((one) => one.of === of && isPinned(one)) ?? pinnedAt(before, at);
    return pinned ?? { text: proposed[at] ?? '', origin: 'machine', of };
  });
}

/** A person's words for a piece of which the source says something else by now: for a person to mend. */
function pinnedAt(before: readonly Segment[], at: number): Segment | undefined {
  const there = before[at];
  return there && isPinned(there) ? there : undefined;
}

/** Where a text comes from, as a whole: its least certain piece says it. */
export function originOf(segments: readonly Segment[]): Origin {
  const order: readonly Origin[] = ['machine', 'checked', 'person', 'written'];
  return order.find((origin) => segments.some((one) => one.origin === origin)) ?? 'written';
}
