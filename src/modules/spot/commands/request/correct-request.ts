import type { Tx } from '../../../../platform/database/connect.ts';
import { violatedConstraint } from '../../../../platform/database/transaction.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { refuseLength } from '../../rules/times/times.ts';
import { spotSetting } from '../../settings.ts';
import { lockVolunteer, updatePlannedEnd } from '../../store/assignments.ts';
import { insertCorrection } from '../../store/history.ts';
import { updateRequest } from '../../store/requests.ts';
import type { Category } from '../../types.ts';
import { type ActOn, enter, idsOf, type Performed, performedIn, type Scene } from '../perform.ts';
import { tell } from '../tell.ts';

/** What a coordinator puts right; the requester sees it with the reason. */
export interface CorrectionOf extends ActOn {
  readonly category?: Category;
  readonly durationMinutes?: number;
  readonly reason: string;
}

const CORRECTABLE = ['submitted', 'asked_back', 'open', 'unfilled', 'accepted', 'confirmed'];

/**
 * Puts the kind of help or the length right. The requester's words stay as they are.
 * Refuses `say_why`, `nothing_was_changed`, `visit_is_too_long` and the like, and a length by which the volunteer would
 * be in two places at once.
 */
export async function correctRequest(tx: Tx, on: CorrectionOf): Promise<Outcome<Performed>> {
  if (on.doer.party !== 'coordinator') return refuse('this_is_not_yours_to_do');
  if (on.reason.trim() === '') return refuse('say_why', {}, 'reason');
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { request } = entered.value;
  if (!CORRECTABLE.includes(request.state)) return refuse('request_has_moved_on');
  const changes = changesOf(entered.value, on);
  if (changes.length === 0) return refuse('nothing_was_changed');
  const settings = await readSetting(tx, spotSetting);
  const asking = { now: on.doer.now, settings, isByCoordinator: true };
  const tooLong = on.durationMinutes === undefined ? null : refuseLength(on.durationMinutes, asking);
  if (tooLong) return { ok: false, refusal: tooLong };
  const moved = await movePlannedEnd(tx, entered.value, on.durationMinutes);
  if (!moved.ok) return moved;
  await updateRequest(tx, request.id, Object.fromEntries(changes.map((one) => [one.field, one.value])));
  for (const { field, was, value } of changes) {
    await insertCorrection(tx, request.id, {
      field,
      was,
      becomes: String(value),
      reason: on.reason,
      byPerson: on.doer.personId ?? '',
      at: on.doer.now,
    });
  }
  const performed = performedIn(entered.value);
  await tell(tx, 'spot.request.corrected', idsOf(performed, on.doer));
  return accept(performed);
}

function changesOf({ request }: Scene, { category, durationMinutes }: CorrectionOf) {
  const all = [
    { field: 'category', was: request.category, value: category },
    { field: 'duration_minutes', was: String(request.durationMinutes), value: durationMinutes },
  ] as const;
  return all.filter((one) => one.value !== undefined && String(one.value) !== one.was);
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
