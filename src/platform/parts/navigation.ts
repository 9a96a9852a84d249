import type { Label } from '../languages/messages.tsx';
import type { Role } from '../permissions.ts';
import { inOrder } from './in-order.ts';

/** The groups in which somebody finds all that they can say and see of themselves, in their order on my page. */
export const OWN_GROUPS = ['helping', 'about_me', 'messages', 'privacy'] as const;

/**
 * Where the way to a page stands: beside each page, there for whoever is not signed in (`public`, where there is room), in the
 * reader's own menu, at the foot, or among their own pages.
 */
export type NavigationPlace = 'header' | 'public' | 'menu' | 'footer' | (typeof OWN_GROUPS)[number];

/** The way to a page of a module. */
export interface NavigationEntry {
  /** Without the language. */
  readonly href: string;
  /** In every language, those of staff screens too: their readers see it beside other pages. */
  readonly label: Label;
  readonly places: readonly NavigationPlace[];
  /** Whom it concerns; somebody with several roles has all that is theirs. The foot of a page is the same for all. */
  readonly roles: 'everybody' | readonly Role[];
  /** What stands before what, in all places: the lower first. */
  readonly order: number;
  /** `unread`: beside it stands how many lines of the reader's inbox wait. */
  readonly counts?: 'unread';
}

/** The entries of one place for somebody's roles, in their order. */
export function entriesIn(
  place: NavigationPlace,
  entries: readonly NavigationEntry[],
  held: Iterable<Role>,
): NavigationEntry[] {
  const parts = new Set(held);
  return inOrder(entries.filter(({ places, roles }) => places.includes(place) && isFor(roles, parts)));
}

function isFor(roles: NavigationEntry['roles'], held: ReadonlySet<Role>): boolean {
  return roles === 'everybody' || roles.some((role) => held.has(role));
}
