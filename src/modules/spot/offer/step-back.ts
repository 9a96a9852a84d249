import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { type ActOn, does, type Performed, promiseIn } from '../perform.ts';
import { endAssignment } from '../store/assignments.ts';
import { askVolunteers } from './ask-volunteers.ts';

type SteppingBack = ActOn & { readonly reason: string };

/** A volunteer who had said yes cannot after all: the request is open again, and others are asked at once. */
export function withdrawFromRequest(tx: Tx, on: SteppingBack): Promise<Outcome<Performed>> {
  return openAgain(tx, on, withdraw);
}

/** A coordinator lets a volunteer go who had said yes: the request is open again, and others are asked at once. */
export function releaseVolunteer(tx: Tx, on: SteppingBack): Promise<Outcome<Performed>> {
  return openAgain(tx, on, release);
}

const withdraw = does('withdraw', async (tx, scene, { reason, doer: { now } }: SteppingBack) => {
  await endAssignment(tx, promiseIn(scene).id, { because: 'withdrawn', now });
  return accept({ reason });
});

const release = does('release', async (tx, scene, { reason, doer: { now } }: SteppingBack) => {
  await endAssignment(tx, promiseIn(scene).id, { because: 'released', now });
  return accept({ reason });
});

async function openAgain(tx: Tx, on: SteppingBack, stepBack: typeof withdraw): Promise<Outcome<Performed>> {
  const done = await stepBack(tx, on);
  // When nobody else fits, the request waits on the desk; that is no reason to hold the volunteer.
  const doer = { personId: null, party: 'program', now: on.doer.now } as const;
  if (done.ok) await askVolunteers(tx, { requestId: on.requestId, doer });
  return done;
}
