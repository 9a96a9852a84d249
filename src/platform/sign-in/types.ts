import type { Database, Tx } from '../database/connect.ts';
import type { Task } from '../jobs/task.ts';
import type { Locale } from '../languages/locales.ts';
import type { Actor } from '../permissions.ts';
import type { Keys } from './keys.ts';
import type { Limits } from './sessions/limits.ts';

/** What sign-in needs to know of people; filled in by whoever puts the house together. */
export interface PeopleDoor {
  /** The person of an address that has just been proved, made when it is new. Not welcomed yet: goes to `/welcome`. */
  register(
    tx: Tx,
    ask: { email: string; locale: Locale; now: Temporal.Instant },
  ): Promise<{ readonly id: string; readonly welcomedAt: Temporal.Instant | null }>;
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
