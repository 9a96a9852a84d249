import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import type { Thread } from './types.ts';

/** Who wants to write: a participant by tie, a coordinator by office. */
export interface Writer {
  readonly personId: string;
  readonly isStaff: boolean;
}

/** Whether somebody may write into a thread; decides also whether they write as staff. */
export function mayWrite(thread: Thread, writer: Writer): Outcome<{ asStaff: boolean }> {
  if (thread.closedAt) return refuse('conversation_is_closed');
  if (thread.participantIds.includes(writer.personId)) return accept({ asStaff: false });
  const mayAsStaff = writer.isStaff && !thread.formerIds.includes(writer.personId);
  return mayAsStaff ? accept({ asStaff: true }) : refuse('only_participants_write_here');
}
