import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../platform/database/connect.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { membersOf } from '../applications/store.ts';
import { does, type OnRound } from './doing.ts';
import { SOLVE_TASK, type SolvingJob } from './solving/job.ts';
import { isSmall } from './solving/solve.ts';
import { WEIGHTS } from './solving/weights.ts';
import { type Solving, workOut } from './solving/work-out.ts';
import { countReady } from './store/applicants.ts';
import { dropDecision, setDecision } from './store/decisions.ts';
import { insertRound, insertRoundStep, type RoundChanges, updateRound } from './store/rounds.ts';
import { dropRoundWords } from './store/words.ts';
import type { Round } from './types.ts';

interface Beginning extends Pick<Round, 'heldOn' | 'area' | 'weightsVersion'> {
  readonly by: string;
  readonly now: Temporal.Instant;
}

/** Begins a round and has it worked out. Refuses weights that there are not. @returns its id */
export async function beginRound(tx: Tx, beginning: Beginning): Promise<Outcome<string>> {
  const { by, now, ...round } = beginning;
  if (!WEIGHTS.some(({ version }) => version === round.weightsVersion))
    return refuse('choose_one', {}, 'weightsVersion');
  const id = await insertRound(tx, { ...round, createdBy: by, createdAt: now });
  await insertRoundStep(tx, id, { act: 'begin', byPerson: by, at: now });
  await updateRound(tx, id, await solveSoon(tx, { ...round, id }, { by, now, isAfresh: true }));
  return accept(id);
}

/**
 * A small round is worked out at once, with the press; a large one by a job, in the place of one that is under way.
 * @returns what changes of the round with it
 */
async function solveSoon(
  tx: Tx,
  round: Pick<Round, 'id' | 'area' | 'heldOn' | 'weightsVersion'>,
  { by, now, isAfresh }: Solving & { readonly by: string | null },
): Promise<RoundChanges> {
  if (isSmall(await countReady(tx))) {
    const worked = await workOut(tx, round, { isAfresh, now });
    const isSolved = worked.result.flaws === undefined;
    return { ...worked, ...NOT_SOLVING, solved_at: now, ...(isSolved && { state: 'solved' }) };
  }
  const job: SolvingJob = { roundId: round.id, solvingId: randomUUID(), isAfresh };
  await addJob(tx, SOLVE_TASK, job, { key: `pairs-round-${round.id}` });
  return { solving_id: job.solvingId, solving_for: by, solving_share: 0 };
}

const NOT_SOLVING = { solving_id: null, solving_for: null, solving_share: 0 } as const;

/** Has a round worked out again, with everybody who waits by now. */
export const solveAgain = does('solve', async (tx, round, { by, now }) =>
  accept({ changes: await solveSoon(tx, round, { by, now, isAfresh: true }) }),
);

/** Stops the solving that is under way; what was found before stays. Refuses where none is. */
export const stopSolving = does('stop', (_tx, { solving }) =>
  solving ? accept({ changes: NOT_SOLVING }) : refuse('round_is_not_being_solved'),
);

interface Deciding extends OnRound {
  readonly by: string;
  readonly residentId: string;
  readonly volunteerId: string;
  readonly kind: 'pin' | 'ban' | 'free';
}

/**
 * Decides on two, and solves the round again with it. Refuses to free what is not decided, who is no such application,
 * and whoever is one of them.
 */
export const decideOnTwo = does<Deciding>('decide', async (tx, round, deciding) => {
  const { kind, residentId, volunteerId, by, now: at } = deciding;
  const { id } = round;
  if ((await membersOf(tx, [residentId, volunteerId])).includes(by))
    return refuse('nobody_decides_about_themselves');
  if (kind === 'free') {
    const isGone = await dropDecision(tx, id, { residentId, volunteerId });
    if (!isGone) return refuse('nothing_is_decided_on_them');
  } else {
    const isMade = await setDecision(tx, id, { residentId, volunteerId, kind, by, at });
    if (!isMade) return refuse('there_is_no_application');
  }
  return accept({ changes: await solveSoon(tx, round, { by, now: at, isAfresh: false }) });
});

/** Leaves a round without publishing it, and forgets who was in it: nobody will ask what would have come of it. */
export const discardRound = does('discard', async (tx, { id }, { now }) => {
  await dropRoundWords(tx, id);
  return accept({ changes: { ...NOT_SOLVING, input: null, result: null, over_at: now, forgotten_at: now } });
});
