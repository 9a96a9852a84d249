import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Outcome } from '../../../platform/refusal.ts';

/** What a coordinator asks the requester before a request goes on. */
export interface Question {
  readonly requestId: string;
  readonly requesterId: string;
  readonly coordinatorId: string;
  readonly words: string;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}

/** A conversation about a request, as the desk links to it. */
export interface ConversationLink {
  readonly id: string;
  readonly kind: 'asking' | 'visit';
  readonly closedAt: Temporal.Instant | null;
}

/** What the desk is handed by the house: programs don't know each other. */
export interface DeskServices {
  /** Puts a question into the conversation with the requester, in the same transaction. */
  askInConversation(tx: Tx, question: Question): Promise<Outcome<unknown>>;
  /** The conversations about a request; without it the desk links to the one that is open. */
  listConversations?(db: Database, requestId: string): Promise<readonly ConversationLink[]>;
}
