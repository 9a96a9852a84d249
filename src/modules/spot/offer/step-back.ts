import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { type ActOn, begin, finish, type Performed } from '../perform.ts';
import { endAssignment } from '../store/assignments.ts';
import { askVolunteers } from './ask-volunteers.ts';

type SteppingBack = ActOn & { readonly reason: string };

/** A volunteer who had said yes cannot after all: the request is open again, and others are asked at once. */
export async function withdrawFromRequest(tx: Tx, on: SteppingBack): Promise<Outcome<Performed>> {
  return openAgain(tx, 'withdraw', on);
}

/** A coordinator lets a volunteer go who had said yes: the request is open again, and others are asked at once. */
export async function releaseVolunteer(tx: Tx, on: SteppingBack): Promise<Outcome<Performed>> {
  return openAgain(tx, 'release', on);
}

async function openAgain(tx: Tx, act: 'withdraw' | 'release', on: SteppingBack): Promise<Outcome<Performed>> {
  const begun = await begin(tx, act, on);
  if (!begun.ok) return begun;
  const { assignment } = begun.value;
  if (!assignment) throw new Error('A request with a volunteer has an assignment.');
  const because = act === 'withdraw' ? 'withdrawn' : 'released';
  await endAssignment(tx, assignment.id, { because, now: on.doer.now });
  const done = await finish(tx, begun.value, { reason: on.reason, ids: { assignmentId: assignment.id } });
  // When nobody else fits, the request waits on the desk; that is no reason to hold the volunteer.
  const doer = { personId: null, party: 'program', now: on.doer.now } as const;
  await askVolunteers(tx, { requestId: on.requestId, doer });
  return accept(done);
}
