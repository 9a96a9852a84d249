import type { LeftOver, SolvedRound } from '../pairs/types.ts';
import type { Reason, Resident } from '../people/party.ts';
import { changesThatHelp, type Help } from './help.ts';
import { holdersReachedFrom } from './holders.ts';
import { conditionNames, fewestThatRefuseAll, missesOf } from './misses.ts';
import { volunteersWithRoom } from './room.ts';

/** Why somebody has no proposal in a round, and what would change it. */
export interface LeftOverExplanation {
  residentId: string;
  reason: Reason;
  help: readonly Help[];
}

/**
 * Explains everybody whom the round leaves over, the most urgent first. Who has candidates already is told
 * only of changes that give a pair: one more volunteer whom others need would not help.
 */
export function explainLeftOvers(round: SolvedRound): LeftOverExplanation[] {
  const hasRoom = volunteersWithRoom(round);
  return round.leftOver.map((left) => explain(round, left, hasRoom));
}

/**
 * Explains one person whom the round leaves over; null when the round has a proposal for them or does not
 * know them.
 */
export function explainLeftOver(round: SolvedRound, residentId: string): LeftOverExplanation | null {
  const left = round.leftOver.find((one) => one.residentId === residentId);
  return left ? explain(round, left, volunteersWithRoom(round)) : null;
}

function explain(round: SolvedRound, left: LeftOver, hasRoom: Uint8Array): LeftOverExplanation {
  const row = round.residents.findIndex(({ id }) => id === left.residentId);
  const resident = round.residents[row]!;
  const misses = missesOf(resident, round.volunteers, round.input.weights.limits);
  const help = changesThatHelp({
    round,
    resident,
    misses: withoutRuledOut(round, resident, misses),
    hasRoom,
  });
  const reason =
    left.candidates > 0 ? everybodyIsNeeded(round, row, left) : nobodyKeepsAll(round, resident, misses);
  return {
    residentId: left.residentId,
    reason,
    help: left.candidates > 0 ? help.filter((one) => one.givesAPair) : help,
  };
}

/**
 * Marks the volunteers whom the coordinator has ruled out for this resident as refused by everything: no
 * change helps there.
 */
function withoutRuledOut({ input, volunteers }: SolvedRound, resident: Resident, misses: Uint16Array) {
  const ruledOut = new Set(
    input.forbidden?.filter((pair) => pair.residentId === resident.id).map((pair) => pair.volunteerId),
  );
  return misses.map((miss, column) => (ruledOut.has(volunteers[column]!.id) ? everyCondition : miss));
}

const poolBit = 1 << conditionNames.indexOf('bothWaitInThePool');
const everyCondition = (1 << conditionNames.length) - 1;

/**
 * The sentence for somebody without candidates: the fewest conditions that nobody in the pool with a free
 * place keeps together, or that the coordinator has ruled out everybody who keeps them all.
 */
function nobodyKeepsAll(round: SolvedRound, resident: Resident, misses: Uint16Array): Reason {
  const open = misses.filter((miss) => (miss & poolBit) === 0);
  if (open.length === 0) return { code: 'nobody_has_a_free_place', params: {} };
  const fitting = open.filter((miss) => miss === 0).length;
  if (fitting > 0) return { code: 'everybody_who_fits_is_ruled_out', params: { volunteers: fitting } };
  const { languageLevel } = round.input.weights.limits;
  const able = resident.languages.filter((ability) => ability[resident.task] >= languageLevel);
  return {
    code: 'nobody_keeps_all_conditions',
    params: {
      conditions: fewestThatRefuseAll(open),
      volunteers: open.length,
      limit_km: resident.reachKilometers,
      languages: able.map(({ language }) => language),
      count: able.length,
    },
  };
}

/**
 * The sentence for somebody whose candidates all are proposed to others. Each of those others is at least as
 * urgent, or has nobody else; the least urgency among all whose proposal could be moved says so in a number.
 */
function everybodyIsNeeded(round: SolvedRound, row: number, left: LeftOver): Reason {
  const params = { candidates: left.candidates, days: left.urgency.days };
  const holders = holdersReachedFrom(round, row);
  if (holders.length === 0) return { code: 'everybody_who_fits_is_pinned', params };
  const leastDays = Math.min(...holders.map((holder) => round.urgencies[holder]!.days));
  return { code: 'everybody_who_fits_is_needed', params: { ...params, leastDays } };
}
