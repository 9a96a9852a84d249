import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { closeOffers } from '../ask/let-through/let-through.ts';
import { mayAsk } from '../ask/may-ask.ts';
import { refuseTimes } from '../ask/rules/times/times.ts';
import { type ActOn, begin, finish, type Performed, perform } from '../perform.ts';
import { spotSetting } from '../settings.ts';
import { replacePossibleTimes } from '../store/requests.ts';

/** Gives up asking: nobody said yes in time, a coordinator takes over. Open offers are closed. */
export async function leaveUnfilled(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const done = await perform(tx, 'leave_unfilled', on);
  if (done.ok) await closeOffers(tx, on);
  return done;
}

/**
 * Opens a request again after nobody was found or somebody was not there, at times agreed with the requester.
 * Refuses times as for a coordinator (`refuseTimes`), and `requester_is_suspended`.
 */
export async function reopenRequest(
  tx: Tx,
  on: ActOn & { readonly possibleTimes: readonly Temporal.Instant[] },
): Promise<Outcome<Performed>> {
  const begun = await begin(tx, 'reopen', on);
  if (!begun.ok) return begun;
  const may = await mayAsk(tx, begun.value.request.requesterId, on.doer.now);
  if (!may.ok) return may;
  const settings = await readSetting(tx, spotSetting);
  const asking = { now: on.doer.now, settings, isByCoordinator: true };
  const [refusal] = refuseTimes(on.possibleTimes, begun.value.request.durationMinutes, asking);
  if (refusal) return { ok: false, refusal };
  await replacePossibleTimes(tx, on.requestId, on.possibleTimes);
  return accept(await finish(tx, begun.value));
}
