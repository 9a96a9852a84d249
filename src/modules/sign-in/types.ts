import type { Database, Tx } from '../../platform/database/connect.ts';
import type { Task } from '../../platform/jobs/task.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import type { Actor } from '../../platform/permissions.ts';
import type { Outcome } from '../../platform/refusal.ts';
import type { Keys } from './keys.ts';
import type { Limits } from './sessions/rules.ts';

/** What sign-in needs to know of people; filled in by whoever puts the house together. */
export interface PeopleDoor {
  /** The person of an address that has just been proved, made when it is new. Not welcomed yet: goes to `/welcome`. */
  register(
    tx: Tx,
    ask: { email: string; locale: Locale; now: Temporal.Instant },
  ): Promise<{ readonly id: string; readonly welcomedAt: Temporal.Instant | null }>;
  /**
   * Has the removal of somebody's means proposed where it takes two. @returns null where it does not; refused:
   * `staff_act_waits_already`
   */
  proposeRemoval(
    tx: Tx,
    of: {
      readonly personId: string;
      readonly by: { readonly personId: string | null; readonly role: string };
      readonly reason: string;
      readonly now: Temporal.Instant;
    },
  ): Promise<Outcome<string> | null>;
  /** Whose an address is; null for nobody's we know. */
  find(db: Database, email: string): Promise<string | null>;
  /**
   * Name of the SQL function `(person uuid, day date) returns table (name text, romaji text, kana text, locale text,
   * roles text[])`: who somebody is on a day, no row for somebody who may not enter. It stands in the one query of each request.
   */
  readonly actorFunction: string;
  /** Name of the SQL function `(person uuid) returns bigint`: how much waits in somebody's inbox, for every page's menu. */
  readonly unreadFunction?: string;
}

/** Sign-in, put together: what the web kit asks on each request, and what its pages work with. */
export interface SignIn {
  findActor(headers: Headers, now: Temporal.Instant): Promise<Actor>;
  signInPath(back: string, time: 'first' | 'again'): string;
  secondFactorPath(back: string): string;
  readonly tasks: readonly Task[];
  readonly people: PeopleDoor;
  readonly keys: Keys;
  readonly limits: Limits;
  /** `https://help.example.org`; absent: the address that the browser says it is at. */
  readonly publicUrl: string | undefined;
  /** One click instead of a code, as an invented person. */
  readonly demonstration: boolean;
}

/** Somebody who has just come in: cookies to set and where to go. */
export interface Entered {
  readonly personId: string;
  readonly sessionId: string;
  readonly cookies: readonly string[];
  readonly path: string;
}

/** An invented person whom anybody may be in a demonstration. */
export interface DemonstrationPerson {
  readonly id: string;
  readonly name: string;
  /** A line about them: their role, what they are in the middle of. */
  readonly about: Words;
}
