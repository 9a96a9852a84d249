import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { releaseVolunteer } from '../../offer/step-back.ts';
import { enter, idsOf, type Scene } from '../../perform.ts';
import { closeOfferTo } from '../../store/offers.ts';
import { listRequestsOfVolunteer, listRequestsUnderWay } from '../../store/under-way.ts';
import { tell } from '../../tell.ts';
import type { SupportRequest } from '../../types.ts';
import { cancelRequest } from '../cancel-request.ts';
import { closeRequest } from '../close-request.ts';
import { afterStopping, mayBeTogether } from '../rules/stopping.ts';

/** Why something is stopped: the event it was heard by, and the present. */
interface Stopping {
  readonly occasion: string;
  readonly now: Temporal.Instant;
}

/**
 * Lets a volunteer go from whatever they may not do any more: offers they have not answered are withdrawn, promised
 * visits released and put to others. Doing it again changes nothing.
 * @param from.touches which of their requests it is about
 */
export async function letGo(
  db: Database,
  from: Stopping & { volunteerId: string; touches: (request: SupportRequest) => boolean },
): Promise<void> {
  const { volunteerId, now } = from;
  const doer = { personId: null, party: 'program', now } as const;
  for (const requestId of await inTransaction(db, (tx) => listRequestsOfVolunteer(tx, volunteerId))) {
    await inTransaction(db, async (tx) => {
      const entered = await enter(tx, { requestId, doer });
      if (!entered.ok || !from.touches(entered.value.request)) return;
      if (await closeOfferTo(tx, requestId, volunteerId))
        await tell(tx, 'spot.offer.closed', { requestId, volunteerId });
      const { request, assignment } = entered.value;
      // Somebody else may have come in their place since the list was read.
      if (assignment?.volunteerId !== volunteerId) return;
      await callIfTogether(tx, entered.value, from);
      if (afterStopping('assigned_volunteer', { state: request.state, assignment }, now) === 'release')
        await releaseVolunteer(tx, { requestId, doer, reason: '' });
    });
  }
}

/**
 * Ends what somebody has asked for who may ask no more: requests are cancelled, whoever was asked or had said yes is
 * told so, without a reason. Doing it again changes nothing.
 */
export async function stopRequests(db: Database, of: Stopping & { requesterId: string }): Promise<void> {
  const doer = { personId: null, party: 'program', now: of.now } as const;
  for (const requestId of await listRequestsUnderWay(db, of.requesterId)) {
    await inTransaction(db, async (tx) => {
      const entered = await enter(tx, { requestId, doer });
      if (!entered.ok) return;
      const { request, assignment } = entered.value;
      await callIfTogether(tx, entered.value, of);
      const consequence = afterStopping('requester', { state: request.state, assignment }, of.now);
      if (consequence === 'cancel') await cancelRequest(tx, { requestId, doer, reason: '' });
      if (consequence === 'close') await closeRequest(tx, { requestId, doer });
    });
  }
}

/** Two people who are together, or nearly, cannot be parted by a mail: the coordinators are told to telephone, once. */
async function callIfTogether(tx: Tx, scene: Scene, { occasion, now }: Stopping): Promise<void> {
  const { request, assignment } = scene;
  if (!mayBeTogether({ state: request.state, assignment }, now)) return;
  await tell(tx, 'spot.visit.called_off', idsOf(scene), `${occasion}:${request.id}`);
}
