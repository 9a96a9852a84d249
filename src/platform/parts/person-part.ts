import type { VNode } from 'preact';
import type { Database } from '../database/connect.ts';
import type { Page, Window } from '../database/paging.ts';
import type { Label } from '../languages/messages.tsx';

/** Whom a coordinator looks at, and who that coordinator is: nobody finds here what is about themselves. */
export interface PersonLookedAt {
  readonly personId: string;
  readonly readerId: string;
}

/** What of a module happens with a person, on the coordinator's page of them: a list with the way to each. */
export interface PersonPart {
  /** Once in the house: part of the address on which the list goes on. */
  readonly name: string;
  readonly title: Label;
  /** What stands before what: the lower first. */
  readonly order: number;
  /** The module's own page of the person, if it has one. */
  readonly way?: { readonly label: Label; href(personId: string): string };
  /** The lines, the newest first. What is still ahead may stand before the first page of them. */
  list(db: Database, whom: PersonLookedAt, window: Window): Promise<Page<VNode>>;
}
