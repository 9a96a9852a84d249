import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { closeOffers } from '../ask/let-through/let-through.ts';
import { withdrawFromRequest } from '../offer/step-back.ts';
import { type ActOn, does, enter, type Performed } from '../perform.ts';
import { spotSetting } from '../settings.ts';
import { endAssignment } from '../store/assignments.ts';
import { mayTakeBack } from '../transitions.ts';
import { isLateCancellation } from './rules/cancellation.ts';

type Cancelling = ActOn & { readonly reason: string };

/**
 * Cancels, with the consequence that fits the part and the state: the requester, a coordinator or the program (for
 * somebody who was suspended) ends the request, and whoever was asked or had said yes is told; a volunteer only steps
 * back, and others are asked.
 * Refuses `visit_has_already_happened`, `request_is_closed`, `request_was_cancelled`.
 */
export function cancelRequest(tx: Tx, on: Cancelling): Promise<Outcome<Performed>> {
  return on.doer.party === 'assigned_volunteer' ? withdrawFromRequest(tx, on) : cancel(tx, on);
}

const cancel = does('cancel', async (tx, { assignment }, on: Cancelling) => {
  const { reason, doer } = on;
  const promise = assignment?.isActive ? assignment : null;
  if (promise) await endAssignment(tx, promise.id, { because: 'cancelled', now: doer.now });
  await closeOffers(tx, on);
  const settings = await readSetting(tx, spotSetting);
  const isToBeRead = doer.party === 'coordinator' && reason !== '';
  const changes = {
    was_cancelled_late: isLateCancellation(promise?.startsAt ?? null, doer.now, settings),
    ...(isToBeRead && { outcome_words: reason }),
  };
  return accept({ reason, changes });
});

/** Ends a request that its requester wants to correct, as long as nobody was asked. Refuses as `enter` and `mayTakeBack`. */
export async function takeRequestBack(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const may = mayTakeBack(entered.value.request.state);
  return may.ok ? cancel(tx, { ...on, reason: '' }) : may;
}
