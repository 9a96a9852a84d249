import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../platform/database/connect.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { does, type OnRound } from './doing.ts';
import { SOLVE_TASK, type Solving } from './solving/job.ts';
import { WEIGHTS } from './solving/weights.ts';
import { dropDecision, setDecision } from './store/decisions.ts';
import { insertRound, insertRoundStep, type RoundChanges, updateRound } from './store/rounds.ts';
import type { Round } from './types.ts';

interface Beginning extends Pick<Round, 'heldOn' | 'area' | 'weightsVersion'> {
  readonly by: string;
  readonly now: Temporal.Instant;
}

/** Begins a round and asks for its solving. Refuses weights that there are not. @returns its id */
export async function beginRound(tx: Tx, beginning: Beginning): Promise<Outcome<string>> {
  const { by, now, ...round } = beginning;
  if (!WEIGHTS.some(({ version }) => version === round.weightsVersion))
    return refuse('choose_one', {}, 'weightsVersion');
  const id = await insertRound(tx, { ...round, createdBy: by, createdAt: now });
  await insertRoundStep(tx, id, { act: 'begin', byPerson: by, at: now });
  await updateRound(tx, id, await askToSolve(tx, id, { by, isAfresh: true }));
  return accept(id);
}

/** A solving takes the place of one that is under way. @returns what changes of the round with it */
async function askToSolve(
  tx: Tx,
  roundId: string,
  { by, isAfresh }: { readonly by: string | null; readonly isAfresh: boolean },
): Promise<RoundChanges> {
  const solving: Solving = { roundId, solvingId: randomUUID(), isAfresh };
  await addJob(tx, SOLVE_TASK, solving, { key: `pairs-round-${roundId}` });
  return { solving_id: solving.solvingId, solving_for: by, solving_share: 0 };
}

/** Asks to solve a round again, with everybody who waits by now. */
export const solveAgain = does('solve', async (tx, { id }, { by }) =>
  accept({ changes: await askToSolve(tx, id, { by, isAfresh: true }) }),
);

/** Stops the solving that is under way; what was found before stays. Refuses where none is. */
export const stopSolving = does('stop', (_tx, { solving }) =>
  solving
    ? accept({ changes: { solving_id: null, solving_for: null, solving_share: 0 } })
    : refuse('round_is_not_being_solved'),
);

interface Deciding extends OnRound {
  readonly by: string;
  readonly residentId: string;
  readonly volunteerId: string;
  readonly kind: 'pin' | 'ban' | 'free';
}

/** Decides on two, and solves the round again with it. Refuses to free what is not decided. */
export const decideOnTwo = does<Deciding>('decide', async (tx, { id }, deciding) => {
  const { kind, residentId, volunteerId, by, now: at } = deciding;
  if (kind === 'free') {
    const isGone = await dropDecision(tx, id, { residentId, volunteerId });
    if (!isGone) return refuse('nothing_is_decided_on_them');
  } else await setDecision(tx, id, { residentId, volunteerId, kind, by, at });
  return accept({ changes: await askToSolve(tx, id, { by, isAfresh: false }) });
});

/** Leaves a round without publishing it. */
export const discardRound = does('discard', (_tx, _round, { now }) =>
  accept({ changes: { over_at: now, solving_id: null, solving_for: null, solving_share: 0 } }),
);
