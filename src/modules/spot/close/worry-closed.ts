import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { hasOpenConcern, trustEvents } from '../../trust/index.ts';
import { findAssignment } from '../store/assignments.ts';
import { lockRequest } from '../store/requests.ts';
import { updateWorryClosed } from '../store/visits.ts';
import { closeWhenBothHaveSaid } from './close-request.ts';

/** A request waits for the concern about it: once the last is closed, it goes its way. */
export const worryClosed: Listener = trustEvents.hear({
  event: 'trust.concern.closed',
  name: 'spot.worry-closed',
  async handle({ ids: { objectKind, objectId } }, { db, clock }) {
    if (objectKind !== 'spot.request') return;
    await inTransaction(db, async (tx) => {
      const request = await lockRequest(tx, objectId);
      const assignment = request && (await findAssignment(tx, request.id));
      if (!request || !assignment || (await hasOpenConcern(tx, objectKind, objectId))) return;
      const doer = { personId: null, party: 'program', now: clock() } as const;
      await updateWorryClosed(tx, assignment.id, doer.now);
      await closeWhenBothHaveSaid(tx, { request, assignment, doer });
    });
  },
});
