import type { RoundRefusal, RoundResult } from './types.ts';

/** What the worker thread tells the one that started it. */
export type RoundMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'solved'; readonly result: RoundResult }
  | { readonly kind: 'refused'; readonly refusal: RoundRefusal };
