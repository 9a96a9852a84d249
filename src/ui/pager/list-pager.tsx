import type { VNode } from 'preact';
import { Pager } from './pager.tsx';

interface ListPagerProps {
  /** The list's beginning, without the language. */
  path: string;
  /** Behind which row this part begins; null at the beginning. */
  after: string | null;
  /** Behind which row the next part begins; null at the end. */
  next: string | null;
}

/** The way through a list that goes on behind a row (`?after=`): on, and back to the beginning; nothing where all is shown. */
export function ListPager({ path, after, next }: ListPagerProps): VNode | null {
  if (after === null && next === null) return null;
  const separator = path.includes('?') ? '&' : '?';
  return (
    <Pager
      previous={after === null ? undefined : path}
      next={next === null ? undefined : `${path}${separator}after=${next}`}
    />
  );
}
