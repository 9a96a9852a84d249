import { createHash } from 'node:crypto';

/** A part of a translation, as long as a paragraph or a field, beside the part of the source that it says again. */
export interface Piece<Origin extends string = string> {
  readonly text: string;
  /** Who made it: `machine`, `checked` (a machine, and a person has looked at it), or as the program calls its people. */
  readonly origin: Origin;
  /** The piece of the source that it says again, by its hash; its own in the source. */
  readonly of: string;
}

/** A piece as it comes: its words, and what the source says in its place now. */
export type Sent = Pick<Piece, 'text' | 'of'>;

/** By which a piece of the source is known again. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Words of a person stay as they are, whatever a machine proposes. What is empty nobody has written. */
export const isPinned = ({ origin, text }: Pick<Piece, 'origin' | 'text'>): boolean =>
  origin !== 'machine' && text !== '';

/**
 * A piece as a person has sent it. What is as it was keeps its origin, unless they say that they have looked at a machine's
 * words.
 * @param origin of words that are new
 */
export function sentByPerson<Origin extends string>(
  { text, of }: Sent,
  before: Piece<Origin> | undefined,
  origin: Origin,
): Piece<Origin> {
  const same = before?.text === text ? before : undefined;
  const isChecked = same?.origin === 'machine' && origin === 'checked';
  return { text, of, origin: same && !isChecked ? same.origin : origin };
}

/** A piece as a machine proposes it: where a person's words stand, those and what they were made of stay. */
export function sentByMachine<Origin extends string>(
  { text, of }: Sent,
  before: Piece<Origin> | undefined,
): Piece<Origin | 'machine'> {
  return before && isPinned(before) ? before : { text, of, origin: 'machine' };
}

/** Where a text comes from, as a whole: its least certain piece says it. @param rest what people write, the least certain first */
export function originOf<Origin extends string>(
  pieces: readonly Piece<Origin>[],
  rest: readonly [...Origin[], Origin],
): Origin {
  const order = ['machine', 'checked', ...rest] as Origin[];
  const written = pieces.filter(({ text }) => text !== '');
  return order.find((origin) => written.some((one) => one.origin === origin)) ?? (rest.at(-1) as Origin);
}
