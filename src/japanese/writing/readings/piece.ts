/** How far a reading can be relied on: `look` for what has several, and for names; `none` where no dictionary has one. */
export type Trust = 'sure' | 'look' | 'none';

/** A reading above a piece of a text. */
export interface Piece {
  /** In UTF-16 units of the text without readings. */
  readonly from: number;
  readonly to: number;
  /** In hiragana; empty where none is known. */
  readonly reading: string;
  readonly trust: Trust;
}
