import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { closeOffers } from '../ask/let-through/let-through.ts';
import { withdrawFromRequest } from '../offer/step-back.ts';
import { type ActOn, begin, enter, finish, type Performed, type Scene } from '../perform.ts';
import { mayTakeBack } from '../rules/may-act.ts';
import { spotSetting } from '../settings.ts';
import { endAssignment } from '../store/assignments.ts';
import { isLateCancellation } from './rules/cancellation.ts';

/**
 * Cancels, with the consequence that fits the part and the state: the requester, a coordinator or the program (for
 * somebody who was suspended) ends the request, and whoever was asked or had said yes is told; a volunteer only steps
 * back, and others are asked.
 * Refuses `visit_has_already_happened`, `request_is_closed`, `request_was_cancelled`.
 */
export async function cancelRequest(
  tx: Tx,
  on: ActOn & { readonly reason: string },
): Promise<Outcome<Performed>> {
  if (on.doer.party === 'assigned_volunteer') return withdrawFromRequest(tx, on);
  const begun = await begin(tx, 'cancel', on);
  if (!begun.ok) return begun;
  const scene = begun.value;
  if (scene.assignment?.isActive) {
    await endAssignment(tx, scene.assignment.id, { because: 'cancelled', now: on.doer.now });
  }
  await closeOffers(tx, on);
  const isByOffice = on.doer.party === 'coordinator';
  const done = await finish(tx, scene, {
    reason: on.reason,
    changes: {
      was_cancelled_late: await isLate(tx, scene),
      ...(isByOffice && on.reason && { outcome_words: on.reason }),
    },
  });
  return accept(done);
}

/** Ends a request that its requester wants to correct, as long as nobody was asked. Refuses as `enter` and `mayTakeBack`. */
export async function takeRequestBack(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const may = mayTakeBack(entered.value.request.state);
  return may.ok ? cancelRequest(tx, { ...on, reason: '' }) : may;
}

async function isLate(tx: Tx, { assignment, doer }: Scene): Promise<boolean> {
  const settings = await readSetting(tx, spotSetting);
  const startsAt = assignment?.isActive ? assignment.startsAt : null;
  return isLateCancellation(startsAt, doer.now, settings);
}
