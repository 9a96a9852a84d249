import type { Solution } from '../pairs/types.ts';
import type { RoundRefusal } from '../round/types.ts';

/** What the worker thread tells the one that started it. */
export type RoundMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'solved'; readonly solution: Solution }
  | { readonly kind: 'refused'; readonly refusal: RoundRefusal };
