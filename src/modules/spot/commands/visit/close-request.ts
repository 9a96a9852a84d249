import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../../platform/refusal.ts';
import { hasOpenConcern } from '../../../trust/index.ts';
import { isWorryOpen, mayClose } from '../../rules/worry.ts';
import { endAssignment } from '../../store/assignments.ts';
import { findVisitRecord } from '../../store/visits.ts';
import type { Assignment } from '../../types.ts';
import { type ActOn, begin, finish, type Performed, type Scene } from '../perform.ts';

/**
 * Closes a request after its visit, or after somebody was not there.
 * Refuses while a concern about it is open (`look_into_the_concern_first`), and the volunteer themselves.
 */
export async function closeRequest(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const begun = await begin(tx, 'close', on);
  if (!begun.ok) return begun;
  const { request, assignment } = begun.value;
  const open = await hasOpenConcern(tx, 'spot.request', request.id);
  const may = mayClose({ assignment, hasOpenConcern: open }, on.doer);
  if (!may.ok) return may;
  if (assignment?.isActive)
    await endAssignment(tx, assignment.id, { because: 'fulfilled', now: on.doer.now });
  return accept(await finish(tx, begun.value));
}

/** When both have said how it was and no worry is left to look into, nobody needs to close the request by hand. */
export async function closeWhenBothHaveSaid(
  tx: Tx,
  { request, assignment, doer }: Scene & { readonly assignment: Assignment },
): Promise<void> {
  if (request.state !== 'visited') return;
  const record = await findVisitRecord(tx, assignment.id);
  if (!record.report || !record.feedback || isWorryOpen(record)) return;
  await closeRequest(tx, {
    requestId: request.id,
    doer: { personId: null, party: 'program', now: doer.now },
  });
}
