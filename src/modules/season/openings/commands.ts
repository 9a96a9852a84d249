import { findMunicipality } from '../../../japanese/places.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { violatedConstraint } from '../../../platform/database/transaction.ts';
import { accept, type Outcome, Refused, refuse } from '../../../platform/refusal.ts';
import { daysOf } from '../rules/days.ts';
import { mayRemove, type Remover } from '../rules/removing.ts';
import { deleteOpening, insertOpening, lockOpening, markVerified } from '../store/openings.ts';
import type { Opening, Season } from '../types.ts';

type Collected = Omit<Opening, 'id' | 'verifiedOn'>;

/**
 * Writes down that an office opens on a day. Refused: `choose_a_ward`, `day_is_not_in_the_season`, `close_after_opening`,
 * `opening_is_known`.
 */
export async function collectOpening(
  tx: Tx,
  opening: Collected,
  { season, now }: { readonly season: Season; readonly now: Temporal.Instant },
): Promise<Outcome<string>> {
  if (!findMunicipality(opening.municipalityCode)) return refuse('choose_a_ward', {}, 'municipalityCode');
  if (!daysOf(season).some((day) => day.equals(opening.onDay)))
    return refuse('day_is_not_in_the_season', {}, 'onDay');
  if (opening.closesAt <= opening.opensAt) return refuse('close_after_opening', {}, 'closesAt');
  try {
    return accept(await insertOpening(tx, opening, now));
  } catch (problem) {
    if (violatedConstraint(problem) !== 'openings_once') throw problem;
    throw new Refused({ code: 'opening_is_known', field: 'place' });
  }
}

/** Somebody else has looked and found it right: from now on everybody sees it. Refused: `opening_is_gone`, `somebody_else_checks`. */
export async function verifyOpening(
  tx: Tx,
  id: string,
  by: { readonly personId: string; readonly on: Temporal.PlainDate },
): Promise<Outcome<Opening>> {
  const opening = await lockOpening(tx, id);
  if (!opening) return refuse('opening_is_gone');
  if (opening.collectedBy === by.personId) return refuse('somebody_else_checks');
  await markVerified(tx, id, by);
  return accept(opening);
}

/** It was wrong. Refused: `opening_is_gone`, `ask_a_coordinator`. */
export async function removeOpening(tx: Tx, id: string, by: Remover): Promise<Outcome<Opening>> {
  const opening = await lockOpening(tx, id);
  if (!opening) return refuse('opening_is_gone');
  if (!mayRemove(opening, by)) return refuse('ask_a_coordinator');
  await deleteOpening(tx, id);
  return accept(opening);
}
