import type { Database, Tx } from '../../../platform/database/connect.ts';
import { findPerson } from '../../people/index.ts';
import { isApprovedFor } from '../../trust/index.ts';
import { listFees } from '../fees/store.ts';
import { currentTerms, listSignatures } from '../terms/store.ts';
import type { Application } from '../types.ts';
import { does } from './doing.ts';
import { findProfileFacts, type ProfileFact } from './profile.ts';
import { findApplication } from './store.ts';

/** What keeps an accepted application from the pool, in the order in which it is asked for. */
export type Missing = 'terms' | 'registration_fee' | 'volunteering' | ProfileFact;

/** What is missing until an application is ready; empty once nothing is. */
export async function findMissing(
  db: Database,
  application: Pick<Application, 'id' | 'side' | 'personId'>,
  now: Temporal.Instant,
): Promise<Missing[]> {
  const { id, side, personId } = application;
  const { version } = await currentTerms(db, side, now);
  const [signed] = await listSignatures(db, id);
  const fees = await listFees(db, id);
  const isOwed = fees.some(({ kind, state }) => kind === 'registration' && state === 'due');
  const isUnapproved = side === 'volunteer' && !(await isApprovedFor(db, 'pairs', personId, now));
  const person = await findPerson(db, personId);
  const profile = person ? (await findProfileFacts(db, person, now)).missing : [];
  return [
    ...(signed?.version === version ? [] : (['terms'] as const)),
    ...(isOwed ? (['registration_fee'] as const) : []),
    ...(isUnapproved ? (['volunteering'] as const) : []),
    ...profile,
  ];
}

const makeReady = does('make_ready', (_tx, _scene, { doer }) => ({
  ok: true,
  value: { changes: { ready_at: doer.now } },
}));

/**
 * Lets an accepted application into the pool as soon as nothing is missing. Whatever fulfils the last condition calls it;
 * what other modules know of is looked at every few minutes.
 * @returns whether it is ready now by this
 */
export async function readyIfComplete(
  tx: Tx,
  applicationId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const application = await findApplication(tx, applicationId);
  if (application?.state !== 'accepted' || (await findMissing(tx, application, now)).length > 0) return false;
  return (await makeReady(tx, { applicationId, doer: { personId: null, party: 'house', now } })).ok;
}
