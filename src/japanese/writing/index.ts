export {
  apart,
  type Examined,
  examine,
  type Proposal,
  type ReadWord,
  type Remark,
  replaced,
  withWords,
} from './examine.ts';
export type { Share } from './hard-words.ts';
