import type { VNode } from 'preact';
import type { Database } from '../../database/connect.ts';
import type { Sentence } from '../../languages/messages.tsx';

/** A call for gifts to which something of another module belongs. */
export interface CalledFor {
  readonly id: string;
  readonly title: Sentence;
  /** Its page, without the language. */
  readonly href: string;
  /** How far it has come, and how long it still runs or when it ended. */
  readonly meter: VNode;
}

/** The calls for gifts of a module, for those whose doings belong to one. */
export interface Campaigns {
  /** Which run or lie ahead: what is planned now can belong to them. */
  listOpen(db: Database, now: Temporal.Instant): Promise<readonly CalledFor[]>;
  /** @returns null where everybody does not see it, or there is none; one that is over is still read */
  find(db: Database, id: string, now: Temporal.Instant): Promise<CalledFor | null>;
}
