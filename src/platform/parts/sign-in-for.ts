import type { Label } from '../languages/messages.tsx';

/** What signing in is for, where it leads on to a page of a module. */
export interface SignInFor {
  /** The page, without the language, and what lies below it. */
  readonly href: string;
  /** The headline of signing in on the way there. */
  readonly title: Label;
  /** What whoever would rather not be known is told of giving an address. */
  readonly text?: Label;
}
