import type { Tx } from '../../../platform/database/connect.ts';
import { violatedConstraint } from '../../../platform/database/transaction.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { type ActOn, enter, type Performed, performedIn } from '../perform.ts';
import { spotSetting } from '../settings.ts';
import { insertOffers, listOffersOfRequest } from '../store/offers.ts';
import { updateRequest } from '../store/requests.ts';
import { tell } from '../tell.ts';
import type { Doer } from '../types.ts';
import { type FittingVolunteer, findBest, findFittingAmong } from './find-fitting.ts';

/** Whom to ask: the best few unless the coordinator chooses among those who fit. */
export interface Asking extends ActOn {
  readonly volunteerIds?: readonly string[];
}

/**
 * Asks the next few volunteers who fit, best first; each at most once for a request, and nobody who doesn't fit.
 * Refuses `request_is_not_open`, `enough_volunteers_were_asked`, `nobody_fits_now`, `volunteer_does_not_fit`.
 */
export async function askVolunteers(
  tx: Tx,
  on: Asking,
): Promise<Outcome<Performed & { readonly askedIds: readonly string[] }>> {
  const { party, now } = on.doer;
  if (party !== 'coordinator' && party !== 'program') return refuse('this_is_not_yours_to_do');
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { request } = entered.value;
  if (request.state !== 'open') return refuse('request_is_not_open');
  const settings = await readSetting(tx, spotSetting);
  const before = await listOffersOfRequest(tx, request.id);
  const wave = 1 + Math.max(0, ...before.map((offer) => offer.wave));
  if (wave > settings.mostWaves) return refuse('enough_volunteers_were_asked', { most: settings.mostWaves });
  const wanted = new Set(on.volunteerIds);
  const chosen =
    wanted.size > 0
      ? await findFittingAmong(tx, request, now, [...wanted])
      : await findBest(tx, request, now, settings.waveSize);
  if (chosen.length < wanted.size) return refuse('volunteer_does_not_fit', {}, 'volunteerIds');
  if (chosen.length === 0) return refuse('nobody_fits_now');
  const inserted = await insertWave(tx, { requestId: request.id, wave, chosen, doer: on.doer });
  if (!inserted.ok) return inserted;
  // The version rises: a colleague whose page is from before does not decide over the heads of those just asked.
  await updateRequest(tx, request.id, { coordinator_id: request.coordinatorId ?? on.doer.personId });
  const askedIds = chosen.map(({ volunteerId }) => volunteerId);
  for (const volunteerId of askedIds) {
    await tell(tx, 'spot.offer.asked', { requestId: request.id, volunteerId });
  }
  return accept({ ...performedIn(entered.value), askedIds });
}

async function insertWave(
  tx: Tx,
  wave: { requestId: string; wave: number; chosen: readonly FittingVolunteer[]; doer: Doer },
): Promise<Outcome<null>> {
  try {
    const { personId: askedBy, now } = wave.doer;
    await insertOffers(tx, { ...wave, offers: wave.chosen, askedBy, now });
    return accept(null);
  } catch (problem) {
    if (violatedConstraint(problem) === 'offers_ask_once') return refuse('volunteer_was_asked_before');
    throw problem;
  }
}
