import type { PagerProps } from './pager.tsx';

interface Part {
  /** The list's beginning, without the language. */
  readonly path: string;
  /** Behind which row this part begins; null at the beginning. */
  readonly after: string | null;
  /** Behind which row the next part begins; null at the end. */
  readonly next: string | null;
}

/** The ways of a pager through a list that goes on behind a row (`?after=`): on, and back to the beginning; none where all is shown. */
export function pagesBehind({ path, after, next }: Part): Pick<PagerProps, 'previous' | 'next'> {
  const separator = path.includes('?') ? '&' : '?';
  return {
    previous: after === null ? undefined : path,
    next: next === null ? undefined : `${path}${separator}after=${next}`,
  };
}
