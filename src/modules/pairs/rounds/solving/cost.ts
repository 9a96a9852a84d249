import {
  compareRounds,
  type Fit,
  fitOf,
  mayBeAPair,
  type PairIds,
  type RoundDifference,
} from '../../../../matching/index.ts';
import type { Decision, RoundInput } from '../types.ts';
import { firstRound } from './solve.ts';

/** Somebody with whom a resident could be, and how the round uses them now. */
export interface Partner {
  readonly volunteerId: string;
  readonly fit: Fit;
  readonly proposedTo: readonly string[];
  readonly isBanned: boolean;
}

/** Everybody with whom a resident could be in a pair, the best fit first; the coordinators' bans among them. */
export function partnersIn(
  input: RoundInput,
  residentId: string,
  {
    proposals,
    decisions,
  }: { readonly proposals: readonly PairIds[]; readonly decisions: readonly Decision[] },
): Partner[] {
  const resident = input.residents.find(({ id }) => id === residentId);
  if (!resident) return [];
  const { limits } = input.weights;
  const residentsOf = Map.groupBy(proposals, ({ volunteerId }) => volunteerId);
  const banned = new Set(
    decisions
      .filter((one) => one.kind === 'ban' && one.residentId === residentId)
      .map(({ volunteerId }) => volunteerId),
  );
  return input.volunteers
    .filter((volunteer) => mayBeAPair(resident, volunteer, limits))
    .map((volunteer) => ({
      volunteerId: volunteer.id,
      fit: fitOf(resident, volunteer, input.weights),
      proposedTo: (residentsOf.get(volunteer.id) ?? []).map((one) => one.residentId),
      isBanned: banned.has(volunteer.id),
    }))
    .sort((a, b) => b.fit.total - a.fit.total || (a.volunteerId < b.volunteerId ? -1 : 1));
}

/** What putting two together would cost the whole round, and whom it would move: both rounds solved and compared. */
export async function costOf(
  input: RoundInput,
  decisions: readonly Decision[],
  pair: PairIds,
): Promise<RoundDifference> {
  const others = decisions.filter(
    (one) =>
      one.residentId !== pair.residentId || (one.kind === 'ban' && one.volunteerId !== pair.volunteerId),
  );
  const pin: Decision = { ...pair, kind: 'pin', by: '', at: Temporal.Instant.fromEpochMilliseconds(0) };
  const before = await firstRound(input, decisions);
  return compareRounds(before, await firstRound(input, [...others, pin]));
}
