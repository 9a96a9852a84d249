import type { LeftOver, SolvedRound } from '../pairs/types.ts';
import type { Reason, Resident } from '../people/party.ts';
import { changesThatHelp, type Help } from './help.ts';
import { conditionNames, fewestThatRefuseAll, missesOf } from './misses.ts';
import { ruledOutFor } from './partners.ts';
import { leastDaysReached } from './reached.ts';
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
  const known = whatIsKnown(round);
  return round.leftOver.map((left) => explain(known, left));
}

/**
 * Explains one person whom the round leaves over; null when the round has a proposal for them or does not
 * know them.
 */
export function explainLeftOver(round: SolvedRound, residentId: string): LeftOverExplanation | null {
  const left = round.leftOver.find((one) => one.residentId === residentId);
  return left ? explain(whatIsKnown(round), left) : null;
}

/** A round with what is worked out once for all whom it leaves over. */
interface Known {
  round: SolvedRound;
  hasRoom: Uint8Array;
  leastDays: Int32Array;
  rowOf: ReadonlyMap<string, number>;
}

function whatIsKnown(round: SolvedRound): Known {
  const rowOf = new Map(round.residents.map(({ id }, row) => [id, row]));
  return { round, hasRoom: volunteersWithRoom(round), leastDays: leastDaysReached(round), rowOf };
}

function explain({ round, hasRoom, leastDays, rowOf }: Known, left: LeftOver): LeftOverExplanation {
  const row = rowOf.get(left.residentId)!;
  const resident = round.residents[row]!;
  const misses = missesOf(resident, round.volunteers, round.input.weights.limits);
  const open = withoutRuledOut(round, resident, misses);
  const help = changesThatHelp({ round, resident, misses: open, hasRoom });
  const candidates = open.filter((miss) => miss === 0).length;
  const reason =
    candidates > 0
      ? everybodyIsNeeded({ candidates, days: left.urgency.days }, leastDays[row]!)
      : nobodyKeepsAll(round, resident, misses);
  return {
    residentId: left.residentId,
    reason,
    help: candidates > 0 ? help.filter((one) => one.givesAPair) : help,
  };
}

/**
 * Marks the volunteers whom the coordinator has ruled out for this resident as refused by everything: no
 * change helps there.
 */
function withoutRuledOut(round: SolvedRound, resident: Resident, misses: Uint16Array) {
  const ruledOut = ruledOutFor(round, resident.id);
  if (ruledOut.size === 0) return misses;
  return misses.map((miss, column) => (ruledOut.has(round.volunteers[column]!.id) ? everyCondition : miss));
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
      purposes: resident.requiredPurposes,
      experience: resident.wantsExperience,
    },
  };
}

/**
 * The sentence for somebody whose candidates all are proposed to others. Each of those others is at least as
 * urgent, or has nobody else; the least urgency among all whose proposal could be moved says so in a number.
 */
function everybodyIsNeeded(params: { candidates: number; days: number }, leastDays: number): Reason {
  if (leastDays < 0) return { code: 'everybody_who_fits_is_pinned', params };
  return { code: 'everybody_who_fits_is_needed', params: { ...params, leastDays } };
}
