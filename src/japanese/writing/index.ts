export {
  apart,
  type Examined,
  examine,
  type Proposal,
  plainOf,
  type ReadWord,
  type Remark,
  replaced,
  withWords,
} from './examine.ts';
export { DAY_EXAMPLE, OFFICE_EXAMPLE, READING_EXAMPLE } from './examples.ts';
export type { Share } from './hard-words.ts';
export type { Piece } from './readings/piece.ts';
export { readAbove } from './tagger/tagger.ts';
