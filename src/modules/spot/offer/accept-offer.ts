import { randomUUID } from 'node:crypto';
import { isClosedAt } from '../../../kits/slots/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { violatedConstraint } from '../../../platform/database/transaction.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { closeOffers } from '../ask/let-through/let-through.ts';
import { areTooClose } from '../ask/rules/times/overlap.ts';
import { type ActOn, does, enter, type Performed } from '../perform.ts';
import { spotSetting } from '../settings.ts';
import { insertAssignment, listPromises, lockVolunteer } from '../store/assignments.ts';
import { countCorrections } from '../store/corrections.ts';
import { findOffer, updateOffer } from '../store/offers.ts';
import type { Offer, SupportRequest } from '../types.ts';
import { mayBeAsked } from './fitness.ts';

/** A volunteer's yes to one of the possible times. */
export interface Acceptance extends ActOn {
  readonly startsAt: Temporal.Instant;
  /** How often the request had been put right when they read it. */
  readonly corrections: number;
}

/**
 * A volunteer says yes: exactly one wins, the others' offers are closed, the requester is asked to confirm.
 * Refuses `you_have_already_said_yes`, `somebody_else_said_yes_first`, `you_were_not_asked`, `you_have_said_no`,
 * `request_has_changed_since`, `choose_one_of_the_times`, `time_has_passed`, `closed_on_that_day`, `you_have_another_visit_then`, `request_is_no_longer_open`.
 */
export async function acceptOffer(
  tx: Tx,
  on: Acceptance,
): Promise<Outcome<Performed & { readonly assignmentId: string }>> {
  const volunteerId = on.doer.personId;
  if (!volunteerId) return refuse('this_is_not_yours_to_do');
  await enter(tx, on);
  const offer = await findOffer(tx, on.requestId, volunteerId);
  if (offer?.state === 'accepted') return refuse('you_have_already_said_yes');
  if (!offer) return refuse('you_were_not_asked');
  const assignmentId = randomUUID();
  const done = await sayYes(tx, { ...on, offer, assignmentId });
  return done.ok ? accept({ ...done.value, volunteerId, assignmentId }) : done;
}

type SayingYes = Acceptance & { readonly offer: Offer; readonly assignmentId: string };

const sayYes = does('accept', async (tx, { request }, on: SayingYes) => {
  const { offer, assignmentId } = on;
  const { volunteerId } = offer;
  await lockVolunteer(tx, volunteerId);
  const may = await mayAccept(tx, { request, offer, on });
  if (!may.ok) return may;
  const promised = await promise(tx, { request, offer, on });
  if (!promised.ok) return promised;
  await updateOffer(tx, offer.id, { state: 'accepted', answered_at: on.doer.now });
  await closeOffers(tx, on);
  return accept({ ids: { volunteerId, assignmentId } });
});

interface Yes {
  readonly request: SupportRequest;
  readonly offer: Offer;
  readonly on: SayingYes;
}

async function mayAccept(tx: Tx, { request, offer, on }: Yes): Promise<Outcome<null>> {
  if (offer.state === 'declined') return refuse('you_have_said_no');
  if (offer.state === 'closed') return refuse('request_is_no_longer_open');
  if (on.corrections !== (await countCorrections(tx, request.id))) return refuse('request_has_changed_since');
  if (!request.possibleTimes.some((time) => time.equals(on.startsAt))) {
    return refuse('choose_one_of_the_times', {}, 'startsAt');
  }
  if (Temporal.Instant.compare(on.startsAt, on.doer.now) <= 0) {
    return refuse('time_has_passed', {}, 'startsAt');
  }
  if (
    isClosedAt(
      { startsAt: on.startsAt, minutes: request.durationMinutes },
      await readSetting(tx, spotSetting),
    )
  ) {
    return refuse('closed_on_that_day', {}, 'startsAt');
  }
  return mayBeAsked(tx, { request, volunteerId: offer.volunteerId, now: on.doer.now });
}

/** Checks the volunteer's other promises under their lock; the constraints are the last wall. */
async function promise(tx: Tx, { request, offer, on }: Yes): Promise<Outcome<null>> {
  const { travelBufferMinutes } = await readSetting(tx, spotSetting);
  const endsAt = on.startsAt.add({ minutes: request.durationMinutes });
  const wanted = { startsAt: on.startsAt, endsAt, placeKind: request.place.kind };
  const promises = await listPromises(tx, [offer.volunteerId], on.doer.now);
  if (promises.some((other) => areTooClose(wanted, other, travelBufferMinutes))) {
    return refuse('you_have_another_visit_then', {}, 'startsAt');
  }
  try {
    const { assignmentId: id, startsAt } = on;
    const { volunteerId, language, id: offerId } = offer;
    const promised = { id, requestId: request.id, volunteerId, offerId, startsAt, endsAt, language };
    await insertAssignment(tx, { ...promised, now: on.doer.now });
    return accept(null);
  } catch (problem) {
    const constraint = violatedConstraint(problem);
    if (constraint === 'assignments_one_active') return refuse('somebody_else_said_yes_first');
    if (constraint === 'assignments_never_overlap')
      return refuse('you_have_another_visit_then', {}, 'startsAt');
    throw problem;
  }
}
