import type { Tx } from '../../../platform/database/connect.ts';
import { accept, refuse } from '../../../platform/refusal.ts';
import { does } from '../applications/doing.ts';
import { LIVE } from '../pair/life.ts';
import { applicationOf } from '../pair/over.ts';
import { listPairsOf, raiseFallenThrough } from '../pair/store.ts';
import { type Pair, SIDES, type Side } from '../types.ts';
import type { Again } from './questions.ts';

const rest = does('pause', (_, __, { doer }) => accept({ changes: { paused_at: doer.now } }));

/** In the pool anew from today: what they waited before the pair is settled with it. */
const readyAgain = does('resume', (_, __, { doer }) =>
  accept({ changes: { ready_at: doer.now, paused_at: null, paused_days: 0 } }),
);

/** Refuses as long as the application is in another pair. */
const endWish = does('end', async (tx, { application }, { doer }) => {
  const isInAnother = (await listPairsOf(tx, application.id)).some(({ state }) =>
    LIVE.some((live) => live === state),
  );
  return isInAnother ? refuse('application_has_moved_on') : accept({ changes: { ended_at: doer.now } });
});

/**
 * What becomes of both wishes when a pair is over: nobody is proposed to anybody before they say whether they wish for
 * another, and whoever was left is nearer to it then. The applications are locked already.
 */
export async function restAfterPair(
  tx: Tx,
  pair: Pair,
  { left, now }: { readonly left: readonly Side[]; readonly now: Temporal.Instant },
): Promise<void> {
  const doer = { personId: null, party: 'house', now } as const;
  await raiseFallenThrough(
    tx,
    left.map((side) => applicationOf(pair, side)),
  );
  // Whoever rests already, or has withdrawn, stays as they are.
  for (const side of SIDES) await rest(tx, { applicationId: applicationOf(pair, side), doer });
}

/** Again, or not: what somebody said when their pair was over. A wish that is not current any more stays as it is. */
export async function sayAgain(
  tx: Tx,
  said: {
    readonly applicationId: string;
    readonly personId: string;
    readonly again: Again;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const { applicationId, personId, again, now } = said;
  if (again !== 'no') await readyAgain(tx, { applicationId, doer: { personId, party: 'applicant', now } });
  else await endWish(tx, { applicationId, doer: { personId: null, party: 'house', now } });
}
