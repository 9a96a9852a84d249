import { isClosedAt } from '../../../kits/slots/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { findPerson } from '../../people/index.ts';
import { does, promiseIn, type Scene } from '../perform.ts';
import { spotSetting } from '../settings.ts';
import { confirmAssignmentRow, endAssignment } from '../store/assignments.ts';
import { mayMeet } from './fitness.ts';

/**
 * The requester agrees with who comes: both see the details from now on; a coordinator says so for whoever has no address
 * and was asked by telephone. Refuses `time_has_passed`, a time that has been closed since (`agreed_time_is_closed`), whom
 * they must not meet any more (`mayMeet`), and what `maySpeakFor` refuses.
 */
export const confirmAssignment = does('confirm', async (tx, scene, { doer: { now } }) => {
  const asked = await maySpeakFor(tx, scene);
  if (!asked.ok) return asked;
  const { request } = scene;
  const { id, startsAt, endsAt, volunteerId } = promiseIn(scene);
  if (Temporal.Instant.compare(endsAt, now) <= 0) return refuse('time_has_passed');
  if (isClosedAt({ startsAt, minutes: request.durationMinutes }, await readSetting(tx, spotSetting))) {
    return refuse('agreed_time_is_closed');
  }
  const may = await mayMeet(tx, { request, volunteerId, now });
  if (!may.ok) return may;
  await confirmAssignmentRow(tx, id, now);
  return accept({});
});

/** The requester would like somebody else: no reason is asked, the volunteer is told kindly, the request is open again. Refuses what `maySpeakFor` refuses. */
export const rejectAssignment = does('reject', async (tx, scene, { doer: { now } }) => {
  const asked = await maySpeakFor(tx, scene);
  if (!asked.ok) return asked;
  await endAssignment(tx, promiseIn(scene).id, { because: 'rejected', now });
  return accept({});
});

/** A coordinator says a requester's answer only where these can't give it themselves, and never about her own coming. */
async function maySpeakFor(tx: Tx, { request, assignment, doer }: Scene): Promise<Outcome<null>> {
  if (doer.party !== 'coordinator') return accept(null);
  if (doer.personId === assignment?.volunteerId) return refuse('this_is_not_yours_to_do');
  const requester = await findPerson(tx, request.requesterId);
  return requester?.email === null ? accept(null) : refuse('they_answer_themselves');
}
