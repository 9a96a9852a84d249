import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../../platform/refusal.ts';
import { endAssignment } from '../../store/assignments.ts';
import { findVisitRecord } from '../../store/visits.ts';
import type { Assignment } from '../../types.ts';
import { type ActOn, begin, finish, type Performed, type Scene } from '../perform.ts';

/** Closes a request after its visit, or after somebody was not there. */
export async function closeRequest(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const begun = await begin(tx, 'close', on);
  if (!begun.ok) return begun;
  const { assignment } = begun.value;
  if (assignment?.isActive)
    await endAssignment(tx, assignment.id, { because: 'fulfilled', now: on.doer.now });
  return accept(await finish(tx, begun.value));
}

/** When both have said how it was and nothing was unsafe, nobody needs to close the request by hand. */
export async function closeWhenBothHaveSaid(
  tx: Tx,
  { request, assignment, doer }: Scene & { readonly assignment: Assignment },
): Promise<void> {
  if (request.state !== 'visited') return;
  const { report, feedback } = await findVisitRecord(tx, assignment.id);
  if (!report || !feedback || feedback.isUnsafe) return;
  await closeRequest(tx, {
    requestId: request.id,
    doer: { personId: null, party: 'program', now: doer.now },
  });
}
