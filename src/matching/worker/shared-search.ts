import type { Search } from '../pairs/growth/search.ts';

/** A search that two threads share. `turn` holds the next resident whom nobody has taken, and how far the helper is. */
export interface SharedSearch {
  readonly search: Search;
  readonly turn: Int32Array;
}

/** The place in `turn` that says how far the helper is: the one who asked waits for that. */
export const STATE = 1;

/** Nobody has begun to help. */
export const OPEN = 0;
export const HELPED = 1;
/** What was found is on its way. */
export const DONE = 2;
export const FAILED = 3;
/** It was done before anybody could help. */
export const CLOSED = 4;
