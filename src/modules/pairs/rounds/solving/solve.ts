import {
  brokenConditions,
  type PairIds,
  type Proposal,
  type Resident,
  type RoundOfPairs,
  type SolvedRound,
  solveRoundOfPairs,
  solveRoundOfPairsInWorker,
  type WorkerWatch,
} from '../../../../matching/index.ts';
import type { Decision, RoundInput } from '../types.ts';

/** A round and the further proposals of those who wish to choose. */
export interface Solved {
  readonly round: SolvedRound;
  readonly further: readonly Proposal[];
  /** Decisions that could not be kept. */
  readonly dropped: readonly PairIds[];
}

/** Up to so many possible pairs, a round is solved sooner than a thread has begun. */
const MOST_HERE = 40_000;

/** Whether a round of so many is small enough to be solved while somebody waits for a page. */
export function isSmall(count: { readonly residents: number; readonly volunteers: number }): boolean {
  return count.residents * count.volunteers <= MOST_HERE;
}

async function solve(round: RoundOfPairs, watch: WorkerWatch): Promise<SolvedRound> {
  const count = { residents: round.residents.length, volunteers: round.volunteers.length };
  return isSmall(count) ? solveRoundOfPairs(round) : solveRoundOfPairsInWorker(round, watch);
}

/**
 * Solves a round with what coordinators have decided, a large one in a thread of its own. Everybody gets their first proposal before
 * anybody gets a second: who wishes to choose is given more only of volunteers whom the round leaves a place.
 */
export async function solveWith(
  input: RoundInput,
  decisions: readonly Decision[],
  watch: WorkerWatch = {},
): Promise<Solved> {
  const { kept, dropped } = keep(input, decisions);
  const hasOne = new Set(input.choosing.filter((one) => one.hasOne).map(({ id }) => id));
  const first = roundOf(input, kept, ({ id }) => !hasOne.has(id));
  const round = await solve(first, watch);
  const further: Proposal[] = [];
  const most = Math.max(0, ...input.choosing.map(({ proposals }) => proposals));
  for (let turn = 0; turn < most; turn++) {
    const made = [...round.proposals, ...further];
    const next = await solve(furtherRound(input, kept, made), watch);
    if (next.proposals.length === 0) break;
    further.push(...next.proposals);
  }
  return { round, further, dropped };
}

/** The first round alone, as the engine takes it: what a decision costs the whole is seen there. */
export function firstRoundOf(input: RoundInput, decisions: readonly Decision[]): RoundOfPairs {
  const hasOne = new Set(input.choosing.filter((one) => one.hasOne).map(({ id }) => id));
  return roundOf(input, keep(input, decisions).kept, ({ id }) => !hasOne.has(id));
}

/** The same, solved. */
export function firstRound(input: RoundInput, decisions: readonly Decision[]): Promise<SolvedRound> {
  return solve(firstRoundOf(input, decisions), {});
}

function roundOf(
  { residents, volunteers, notAgain, today_on, weights, urgencyWeights }: RoundInput,
  decisions: readonly Decision[],
  isIn: (resident: Resident) => boolean,
): RoundOfPairs {
  const those = residents.filter(isIn);
  const ids = new Set(those.map(({ id }) => id));
  const pinned = decisions.filter(({ kind, residentId }) => kind === 'pin' && ids.has(residentId));
  const isPinned = (pair: PairIds) => pinned.some((pin) => isSame(pin, pair));
  return {
    residents: those,
    ...{ volunteers, today_on, weights, urgencyWeights },
    pinned: pinned.map(idsOf),
    forbidden: [
      ...decisions.filter(({ kind }) => kind === 'ban').map(idsOf),
      // Whoever puts two together who came to nothing before knows why.
      ...notAgain.filter((pair) => !isPinned(pair)),
    ],
  };
}

/** One more proposal for each who wishes to choose and has not all they can have, of the places that are left. */
function furtherRound(
  input: RoundInput,
  decisions: readonly Decision[],
  made: readonly Proposal[],
): RoundOfPairs {
  const count = (of: 'residentId' | 'volunteerId', id: string) => made.filter((one) => one[of] === id).length;
  const open = new Set(
    input.choosing
      .filter(({ id, proposals, hasOne }) => {
        const got = count('residentId', id);
        return got < proposals && (hasOne || got > 0);
      })
      .map(({ id }) => id),
  );
  const round = roundOf(input, decisions, ({ id }) => open.has(id));
  const madeOf = new Set(made.map(({ residentId }) => residentId));
  return {
    ...round,
    volunteers: round.volunteers.map((one) => ({
      ...one,
      currentPairs: one.currentPairs + count('volunteerId', one.id),
    })),
    pinned: (round.pinned ?? []).filter(({ residentId }) => !madeOf.has(residentId)),
    forbidden: [...(round.forbidden ?? []), ...made.map(idsOf)],
  };
}

/** Parts decisions that hold from those whose people have gone, or who cannot be a pair. */
function keep(
  { residents, volunteers, weights }: RoundInput,
  decisions: readonly Decision[],
): { readonly kept: readonly Decision[]; readonly dropped: readonly PairIds[] } {
  const residentOf = new Map(residents.map((one) => [one.id, one]));
  const volunteerOf = new Map(volunteers.map((one) => [one.id, one]));
  const places = new Map(volunteers.map((one) => [one.id, one.capacity - one.currentPairs]));
  const holds = ({ kind, residentId, volunteerId }: Decision) => {
    const [resident, volunteer] = [residentOf.get(residentId), volunteerOf.get(volunteerId)];
    if (!resident || !volunteer) return false;
    if (kind === 'ban') return true;
    if (brokenConditions(resident, volunteer, weights.limits).length > 0) return false;
    const left = (places.get(volunteerId) ?? 0) - 1;
    if (left < 0) return false;
    places.set(volunteerId, left);
    return true;
  };
  const kept = decisions.filter(holds);
  return { kept, dropped: decisions.filter((one) => !kept.includes(one)).map(idsOf) };
}

export const idsOf = ({ residentId, volunteerId }: PairIds): PairIds => ({ residentId, volunteerId });

export const isSame = (one: PairIds, other: PairIds): boolean =>
  one.residentId === other.residentId && one.volunteerId === other.volunteerId;
