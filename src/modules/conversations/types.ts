import type { ConversationsThreadKind } from '../../platform/database/generated.ts';
import type { Subject } from '../../platform/thing.ts';

/** `asking`: one person and the coordinators; `visit`: those who have the thing in common (`Talk`). */
export type ThreadKind = ConversationsThreadKind;

/** A conversation about one thing. */
export interface Thread {
  readonly id: string;
  readonly kind: ThreadKind;
  /** What it is about, e.g. `spot.request` and its id. */
  readonly subject: Subject;
  readonly openedAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
  readonly participantIds: readonly string[];
  /** Who took part and does no longer: they read nothing of it, and nobody else joins in their place. */
  readonly formerIds: readonly string[];
}

export interface Message {
  readonly id: string;
  readonly authorId: string;
  /** Written by a coordinator in that part. */
  readonly asStaff: boolean;
  readonly words: string;
  /** The locale in which its author was reading. */
  readonly wordsLocale: string;
  readonly sentAt: Temporal.Instant;
}

/** A thread in somebody's list: what about, with whom, how many new messages. */
export interface ThreadLine extends Omit<Thread, 'participantIds' | 'formerIds'> {
  readonly others: readonly string[];
  readonly unreadCount: number;
  readonly lastSentAt: Temporal.Instant | null;
}

/** The longest message, in characters. */
export const MOST_WORDS = 4000;
