import { RoundOfPairsRefused } from '../../../../matching/index.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { JobContext, Task } from '../../../../platform/jobs/task.ts';
import { tellPages } from '../../../../platform/live/tell-pages.ts';
import { readPool } from '../../pool/parties.ts';
import { listDecisions } from '../store/decisions.ts';
import { findInput, findRound, insertRoundStep, lockRound, noteShare, updateRound } from '../store/rounds.ts';
import type { Round, RoundInput, ToldRound } from '../types.ts';
import { solveWith } from './solve.ts';
import { tellRound } from './told.ts';
import { URGENCY, weightsOf } from './weights.ts';

export const SOLVE_TASK = 'pairs-solve-round';

/** How often the page hears how far it is, and the job whether it is still wanted. */
const BREATH_MILLISECONDS = 500;

/** Which solving of which round; afresh with everybody who waits now, else with those who were in it. */
export interface Solving {
  readonly roundId: string;
  readonly solvingId: string;
  readonly isAfresh: boolean;
}

export const solveTask: Task = {
  name: SOLVE_TASK,
  run: (payload, context) => solveRoundJob(payload as Solving, context),
};

/** Solves a round as long as that is wanted: stopped, or asked for anew, it leaves no trace. Done twice, it is done once. */
async function solveRoundJob(solving: Solving, context: JobContext): Promise<void> {
  const { db, clock } = context;
  const round = await findRound(db, solving.roundId);
  if (round?.solving?.id !== solving.solvingId) return;
  const before = solving.isAfresh ? null : await findInput(db, round.id);
  const input = before ?? (await gather(round, context));
  const told = await solveWatched(solving, round, { input, context });
  if (told === null) return;
  await inTransaction(db, async (tx) => {
    const now = await lockRound(tx, round.id);
    if (now?.solving?.id === solving.solvingId) await settle(tx, now, { input, told, at: clock() });
  });
}

/** The same at once, in the transaction that has begun the round: for a world that is made whole. */
export async function solveAtOnce(tx: Tx, roundId: string, at: Temporal.Instant): Promise<void> {
  const round = await lockRound(tx, roundId);
  if (!round) return;
  const input = await gather(round, { db: tx, clock: () => at });
  await settle(tx, round, { input, told: tellRound(await solveWith(input, []), input, 0), at });
}

async function settle(
  tx: Tx,
  { id, state }: Pick<Round, 'id' | 'state'>,
  {
    input,
    told,
    at,
  }: { readonly input: RoundInput; readonly told: ToldRound; readonly at: Temporal.Instant },
): Promise<void> {
  await updateRound(tx, id, {
    ...{ input, result: told, solved_at: at, state: told.flaws ? state : 'solved' },
    ...{ solving_id: null, solving_for: null, solving_share: 0 },
  });
  await insertRoundStep(tx, id, { act: 'settle', byPerson: null, at });
  await tellPages(tx, ['desk']);
}

/** Everybody who waits, and by what they are paired. */
async function gather(round: Round, { db, clock }: Pick<JobContext, 'db' | 'clock'>): Promise<RoundInput> {
  const pool = await readPool(db, clock());
  return {
    ...pool,
    residents: pool.residents.filter(({ area }) => round.area === null || area === round.area),
    today_on: round.heldOn.toString(),
    weights: weightsOf(round.weightsVersion),
    urgencyWeights: URGENCY,
  };
}

/** @returns null where it was not wanted any more */
async function solveWatched(
  solving: Solving,
  round: Round,
  { input, context: { db } }: { readonly input: RoundInput; readonly context: JobContext },
): Promise<ToldRound | null> {
  const stopping = new AbortController();
  let share = 0;
  const breathe = async () => {
    if (!(await noteShare(db, solving, share))) return stopping.abort();
    await inTransaction(db, (tx) => tellPages(tx, [`person:${round.solving?.for}`]));
  };
  const breath = setInterval(() => void breathe().catch(() => {}), BREATH_MILLISECONDS);
  const began = performance.now();
  try {
    const onProgress = (now: number) => {
      share = Math.max(share, now);
    };
    const decisions = await listDecisions(db, round.id);
    const solved = await solveWith(input, decisions, { onProgress, signal: stopping.signal });
    return tellRound(solved, input, Math.round(performance.now() - began));
  } catch (problem) {
    if (stopping.signal.aborted) return null;
    if (problem instanceof RoundOfPairsRefused) return flawed(input, problem);
    throw problem;
  } finally {
    clearInterval(breath);
  }
}

function flawed(input: RoundInput, { reasons }: RoundOfPairsRefused): ToldRound {
  return {
    ...{ residents: input.residents.length, volunteers: input.volunteers.length },
    ...{ pairs: 0, urgency: 0, fit: 0, proposals: [], leftOver: [], recruits: [], morePlaces: [] },
    ...{ proof: { holds: false, rows: null }, placeless: input.placeless, dropped: [], milliseconds: 0 },
    flaws: reasons,
  };
}
