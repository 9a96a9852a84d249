import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { JobContext, Task } from '../../../../platform/jobs/task.ts';
import { tellPages } from '../../../../platform/live/tell-pages.ts';
import { findRound, insertRoundStep, lockRound, noteShare, updateRound } from '../store/rounds.ts';
import type { Round } from '../types.ts';
import { type WorkedOut, workOut } from './work-out.ts';

export const SOLVE_TASK = 'pairs-solve-round';

/** How often the page hears how far it is, and the job whether it is still wanted. */
const BREATH_MILLISECONDS = 500;

/** Which solving of which round; afresh with everybody who waits now, else with those who were in it. */
export interface SolvingJob {
  readonly roundId: string;
  readonly solvingId: string;
  readonly isAfresh: boolean;
}

export const solveTask: Task = {
  name: SOLVE_TASK,
  run: (payload, context) => solveRoundJob(payload as SolvingJob, context),
};

/** Solves a round as long as that is wanted: stopped, or asked for anew, it leaves no trace. Done twice, it is done once. */
async function solveRoundJob(job: SolvingJob, context: JobContext): Promise<void> {
  const { db, clock } = context;
  const round = await findRound(db, job.roundId);
  if (round?.solving?.id !== job.solvingId) return;
  const worked = await workOutWatched(job, round, context);
  if (worked === null) return;
  await inTransaction(db, async (tx) => {
    const now = await lockRound(tx, round.id);
    if (now?.solving?.id !== job.solvingId) return;
    const at = clock();
    await updateRound(tx, round.id, {
      ...{ ...worked, solved_at: at, state: worked.result.flaws ? now.state : 'solved' },
      ...{ solving_id: null, solving_for: null, solving_share: 0 },
    });
    await insertRoundStep(tx, round.id, { act: 'settle', byPerson: null, at });
    await tellPages(tx, ['desk']);
  });
}

/** @returns null where it was not wanted any more */
async function workOutWatched(
  job: SolvingJob,
  round: Round,
  { db, clock }: JobContext,
): Promise<WorkedOut | null> {
  const stopping = new AbortController();
  let share = 0;
  const breathe = async () => {
    if (!(await noteShare(db, job, share))) return stopping.abort();
    await inTransaction(db, (tx) => tellPages(tx, [`person:${round.solving?.for}`]));
  };
  const breath = setInterval(() => void breathe().catch(() => {}), BREATH_MILLISECONDS);
  const onProgress = (now: number) => {
    share = Math.max(share, now);
  };
  const { signal } = stopping;
  try {
    return await workOut(db, round, { isAfresh: job.isAfresh, now: clock(), onProgress, signal });
  } catch (problem) {
    if (signal.aborted) return null;
    throw problem;
  } finally {
    clearInterval(breath);
  }
}
