import { accept } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { closeOffers } from '../ask/let-through/let-through.ts';
import { mayAsk } from '../ask/may-ask.ts';
import { refuseTimes } from '../ask/rules/times/times.ts';
import { type ActOn, does } from '../perform.ts';
import { spotSetting } from '../settings.ts';
import { replacePossibleTimes } from '../store/requests.ts';

/** Gives up asking: nobody said yes in time, a coordinator takes over. Open offers are closed. */
export const leaveUnfilled = does('leave_unfilled', async (tx, _, on) => {
  await closeOffers(tx, on);
  return accept({});
});

type Reopening = ActOn & { readonly possibleTimes: readonly Temporal.Instant[] };

/**
 * Opens a request again after nobody was found or somebody was not there, at times agreed with the requester.
 * Refuses times as for a coordinator (`refuseTimes`), and `requester_is_suspended`.
 */
export const reopenRequest = does('reopen', async (tx, { request }, on: Reopening) => {
  const { now } = on.doer;
  const may = await mayAsk(tx, request.requesterId, now);
  if (!may.ok) return may;
  const asking = { now, settings: await readSetting(tx, spotSetting), isByCoordinator: true };
  const [refusal] = refuseTimes(on.possibleTimes, request.durationMinutes, asking);
  if (refusal) return { ok: false, refusal };
  await replacePossibleTimes(tx, on.requestId, on.possibleTimes);
  return accept({});
});
