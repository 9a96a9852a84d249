import type { Fund } from '../types.ts';

/** What can be counted of programs, and which money pays for it: as in `giving.deed_kinds`. */
export const DEED_KINDS = ['visit', 'pair_month'] as const;
export type DeedKind = (typeof DEED_KINDS)[number];

/** One kind a purpose, so that what a purpose cost can be divided by its deeds. */
export const FUND_OF: Readonly<Record<DeedKind, Exclude<Fund, 'general'>>> = {
  visit: 'spot',
  pair_month: 'pairs',
};

/** Fewer than these are never told of: somebody could be recognized. */
export const LEAST_TOGETHER = 5;

/** How somebody is told of what their gifts were part of: by mail as well, or on their page only. */
export const DEED_LETTERS = ['by_mail', 'not_mailed'] as const;
export type DeedLetters = (typeof DEED_LETTERS)[number];

/** Deeds that are told of together, with no nearer when than months. */
export interface Batch {
  readonly id: string;
  readonly kind: DeedKind;
  readonly deeds: number;
  /** By their first days. */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** Of all of them, in whole yen. */
  readonly cost: number;
}
