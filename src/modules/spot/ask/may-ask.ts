import type { Database } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { isSuspended } from '../../trust/index.ts';

/** Whether volunteers may be asked for somebody, also when a coordinator does it for them. Refuses `requester_is_suspended`. */
export async function mayAsk(
  db: Database,
  requesterId: string,
  now: Temporal.Instant,
): Promise<Outcome<null>> {
  return (await isSuspended(db, requesterId, now)) ? refuse('requester_is_suspended') : accept(null);
}
