import { RoundOfPairsRefused, type WorkerWatch } from '../../../../matching/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { readPool } from '../../pool/parties.ts';
import { listDecisions } from '../store/decisions.ts';
import { findInput } from '../store/rounds.ts';
import type { Round, RoundInput, ToldRound } from '../types.ts';
import { solveWith } from './solve.ts';
import { tellRound } from './told.ts';
import { URGENCY, weightsOf } from './weights.ts';

/** Afresh with everybody who waits at an instant, else with those who were in the round before. */
export interface Solving {
  readonly isAfresh: boolean;
  readonly now: Temporal.Instant;
}

/** Who was looked at, and what came of it. */
export interface WorkedOut {
  readonly input: RoundInput;
  readonly result: ToldRound;
}

/** Works a round out with what is decided in it by now. People whose data the engine cannot take are told as flaws. */
export async function workOut(
  db: Database,
  round: Pick<Round, 'id' | 'area' | 'heldOn' | 'weightsVersion'>,
  { isAfresh, now, ...watch }: Solving & WorkerWatch,
): Promise<WorkedOut> {
  const before = isAfresh ? null : await findInput(db, round.id);
  const input = before ?? (await gather(db, round, now));
  const began = performance.now();
  try {
    const solved = await solveWith(input, await listDecisions(db, round.id), watch);
    return { input, result: tellRound(solved, input, Math.round(performance.now() - began)) };
  } catch (problem) {
    if (problem instanceof RoundOfPairsRefused) return { input, result: flawed(input, problem) };
    throw problem;
  }
}

/** Everybody who waits, and by what they are paired. */
async function gather(
  db: Database,
  round: Pick<Round, 'area' | 'heldOn' | 'weightsVersion'>,
  now: Temporal.Instant,
): Promise<RoundInput> {
  const pool = await readPool(db, now);
  return {
    ...pool,
    residents: pool.residents.filter(({ area }) => round.area === null || area === round.area),
    today_on: round.heldOn.toString(),
    weights: weightsOf(round.weightsVersion),
    urgencyWeights: URGENCY,
  };
}

function flawed(input: RoundInput, { reasons }: RoundOfPairsRefused): ToldRound {
  return {
    ...{ residents: input.residents.length, volunteers: input.volunteers.length },
    ...{ pairs: 0, urgency: 0, fit: 0, proposals: [], leftOver: [], recruits: [], morePlaces: [] },
    ...{ proof: { holds: false, rows: null }, placeless: input.placeless, dropped: [], milliseconds: 0 },
    flaws: reasons,
  };
}
