import type { Database, Tx } from '../database/connect.ts';
import type { Sentence } from '../languages/messages.tsx';

/** What coordinators keep times open for; a program books them for its things (`kits/slots`). */
export interface AppointmentKind {
  /** `trust.interview` */
  readonly kind: string;
  readonly label: Sentence;
  readonly usualMinutes: number;
  /** What follows when a coordinator has opened times for it, in the same transaction. */
  opened?(tx: Tx, times: { readonly hostId: string }): Promise<void>;
  /** The pages about these booked things, by their ids, without the language. */
  pagesOf(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
