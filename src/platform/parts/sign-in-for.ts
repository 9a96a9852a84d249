import type { Label } from '../languages/messages.tsx';

/** What signing in is for, where it leads on to a page of a module. */
export interface SignInFor {
  /** The page, without the language, and what lies below it. */
  readonly href: string;
  /** The headline of signing in on the way there. */
  readonly title: Label;
  /** What is asked there, or what an address is for: whoever would rather not say it knows before they sign in. */
  readonly text?: Label;
}
