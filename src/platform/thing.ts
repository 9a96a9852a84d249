import { housePaths } from './addresses/paths.ts';
import type { Database } from './database/connect.ts';
import type { Listener } from './events/listener.ts';
import type { JobContext } from './jobs/task.ts';
import type { Locale } from './languages/locales.ts';
import type { Words } from './languages/messages.tsx';
import type { Access } from './permissions.ts';

/** One thing, by its kind: `spot.request` and its id. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** Who looks at a thing: somebody who has to do with it themselves, or a coordinator by office. */
export type Onlooker = 'party' | 'staff';

/** Who may talk about a thing at this moment; what is open for anybody else is closed. */
export interface Talk {
  /** Those who may talk with each other. */
  readonly together: readonly string[];
  /** The one who may talk about it with the coordinators. */
  readonly withStaff: string | null;
}

/** What a thing is called where people write to each other about it, in the module's own words. */
export interface ThingWords {
  /** The heading of the talk with the coordinators: ‘About your request’. */
  readonly withStaff: Words;
  /** The heading of the talk of those who have it in common, where there is one. */
  readonly together?: Words;
  /** The way back to its page: ‘To the request’. */
  readonly back: Words;
  /** Said where somebody begins to write to the coordinators about it. */
  readonly lead: Words;
  /** Said where nobody can write yet; without it, who comes too early is led back to its page. */
  readonly notYet?: Words;
}

/**
 * A page on which somebody begins to write about a thing, or is led to what was written. A path without `:id` is for a
 * thing that is the reader’s own, and has their id.
 */
export interface TalkDoor {
  readonly path: `/${string}/conversation`;
  readonly as: Onlooker;
  /** Who finds the way to what was written. */
  readonly access: Access;
  /** Who may write the first words; `whoTalks` still has to name them. */
  readonly begins: Access;
  readonly audit: string | null;
}

/** Has a thing’s conversations opened and closed as it stands when an event is heard: `settles('requestId')`. */
export type Settles = <Name extends string>(
  idName: Name,
) => Pick<Listener, 'name' | 'formerly'> & {
  handle(event: { readonly ids: Readonly<Record<Name, string>> }, context: JobContext): Promise<void>;
};

/** What people have to do with together: a request, a pair, somebody’s volunteering. Others know it by its kind alone. */
export interface Thing {
  /** The module and its noun: `spot.request`. */
  readonly kind: `${string}.${string}`;
  /** Its page, without the language. */
  pathFor(onlooker: Onlooker, id: string): string;
  wordsIn(locale: Locale, onlooker: Onlooker): ThingWords;
  /** Of a thing that there is not, nobody talks. Suspensions, and who is kept apart, are seen to by whoever asks. */
  whoTalks(db: Database, id: string, now: Temporal.Instant): Promise<Talk>;
  /**
   * Whether somebody is too close to a thing to read by office what is written about it, such as the friend of whom somebody
   * writes to the coordinators. What they may read themselves stays theirs.
   */
  readonly isKeptFrom?: (db: Database, id: string, readerId: string) => Promise<boolean>;
  readonly doors: readonly TalkDoor[];
  /** The ready-made sentences that coordinators are offered; ‘asking’ unless said. */
  readonly purpose?: 'asking' | 'applying';
  /** Listeners to what may change who talks. */
  whenTalkChanges(settles: Settles): readonly Listener[];
}

export const NOBODY_TALKS: Talk = { together: [], withStaff: null };

/** Where every thing is found whatever its kind, for whoever knows no more of it: leads on to its page. */
export function pathOfThing({ kind, id }: Subject): string {
  return housePaths.thing({ kind, id });
}
