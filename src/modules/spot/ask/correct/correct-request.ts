import type { Tx } from '../../../../platform/database/connect.ts';
import { violatedConstraint } from '../../../../platform/database/transaction.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { listRestrictionsInForce } from '../../../trust/index.ts';
import { isRuledOut } from '../../close/rules/stopping.ts';
import { closeUnfitting } from '../../offer/close-unfitting.ts';
import { type ActOn, enter, idsOf, type Performed, performedIn, type Scene } from '../../perform.ts';
import { spotSetting } from '../../settings.ts';
import { lockVolunteer, updatePlannedEnd } from '../../store/assignments.ts';
import { insertCorrection } from '../../store/corrections.ts';
import { type RequestChanges, replacePossibleTimes, updateRequest } from '../../store/requests.ts';
import { tell } from '../../tell.ts';
import { keepNeededPlace } from '../rules/place.ts';
import { type Change, type Corrected, changesOf, isElsewhere, refuseCorrection } from './rules.ts';

/** What a coordinator puts right; the requester sees it with the reason. */
export interface CorrectionOf extends ActOn, Corrected {
  readonly reason: string;
}

/**
 * Puts right what a request says, but for its words, which stay as they are. Until somebody has said yes, that is all of
 * it; whoever was asked and does not fit any more need not answer. Afterwards the kind of help and the length only.
 * Refuses `say_why`, what `changesOf` and `refuseCorrection` refuse, a kind of help from which the organization keeps the
 * volunteer, and a length by which they would be in two places at once.
 */
export async function correctRequest(tx: Tx, on: CorrectionOf): Promise<Outcome<Performed>> {
  if (on.doer.party !== 'coordinator') return refuse('this_is_not_yours_to_do');
  if (on.reason.trim() === '') return refuse('say_why', {}, 'reason');
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { request } = entered.value;
  const { now, personId } = on.doer;
  const changes = changesOf(request, on, now);
  if (!changes.ok) return changes;
  const asking = { now, settings: await readSetting(tx, spotSetting), isByCoordinator: true };
  const [refusal] = refuseCorrection(request, on, { changes: changes.value, asking });
  if (refusal) return { ok: false, refusal };
  const may = await mayHelpWith(tx, entered.value, on.category);
  if (!may.ok) return may;
  const moved = await movePlannedEnd(tx, entered.value, on.durationMinutes);
  if (!moved.ok) return moved;
  await write(tx, entered.value, on, changes.value);
  for (const change of changes.value) {
    await insertCorrection(tx, request.id, {
      ...change,
      reason: on.reason,
      byPerson: personId ?? '',
      at: now,
    });
  }
  if (request.state === 'open') await closeUnfitting(tx, request.id, now);
  await tell(tx, 'spot.request.corrected', idsOf(entered.value));
  return accept(performedIn(entered.value));
}

/** The version rises with any of it, also when only the times change. */
async function write(
  tx: Tx,
  { request, doer }: Scene,
  to: Corrected,
  changes: readonly Change[],
): Promise<void> {
  const changed = new Map(changes.map((change) => [change.field, change]));
  const place = changed.get('place');
  if (changed.has('possible_times')) await replacePossibleTimes(tx, request.id, to.possibleTimes ?? []);
  await updateRequest(tx, request.id, {
    coordinator_id: request.coordinatorId ?? doer.personId,
    ...(to.category && { category: to.category }),
    ...(to.durationMinutes !== undefined && { duration_minutes: to.durationMinutes }),
    ...(place && to.place && placeColumns(to.place, place)),
    ...(to.talk && {
      talk_languages: [...to.talk.talkLanguages],
      is_easy_japanese_ok: to.talk.isEasyJapaneseOk,
    }),
  });
}

function placeColumns(place: NonNullable<Corrected['place']>, change: Change): RequestChanges {
  const kept = keepNeededPlace({ ...place, exactAddress: null });
  return {
    place_kind: kept.kind,
    municipality_code: kept.municipalityCode,
    town: kept.town,
    place_name: kept.placeName,
    ...(isElsewhere(change) && { exact_address: null }),
  };
}

async function mayHelpWith(
  tx: Tx,
  { request, assignment, doer }: Scene,
  category = request.category,
): Promise<Outcome<null>> {
  if (!assignment?.isActive || category === request.category) return accept(null);
  const { volunteerId } = assignment;
  const limits = (await listRestrictionsInForce(tx, [volunteerId], doer.now)).get(volunteerId);
  return isRuledOut(limits ?? new Set(), { ...request, category })
    ? refuse('volunteer_may_not_help_with_this', {}, 'category')
    : accept(null);
}

async function movePlannedEnd(tx: Tx, { assignment }: Scene, minutes?: number): Promise<Outcome<null>> {
  if (!assignment?.isActive || minutes === undefined) return accept(null);
  await lockVolunteer(tx, assignment.volunteerId);
  try {
    await updatePlannedEnd(tx, assignment.id, assignment.startsAt.add({ minutes }));
    return accept(null);
  } catch (problem) {
    if (violatedConstraint(problem) === 'assignments_never_overlap') {
      return refuse('volunteer_has_another_visit_then', {}, 'durationMinutes');
    }
    throw problem;
  }
}
