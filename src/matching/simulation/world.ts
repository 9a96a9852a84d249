import type { FitWeights } from '../fit/weights.ts';
import type { PairIds } from '../pairs/types.ts';
import type { Resident, Volunteer } from '../people/party.ts';
import type { UrgencyWeights } from '../urgency/urgency.ts';
import { drawResident, drawVolunteer } from './applicants.ts';
import type { Behavior } from './behavior.ts';
import { chance } from './chance.ts';
import type { Policy } from './policy.ts';

/** What is simulated. The same scenario always gives the same figures. */
export interface Scenario {
  seed: number;
  start_on: string;
  days: number;
  /** Applications of both sides that reach the pool in the first year, and the growth from year to year. */
  firstYear: number;
  yearlyGrowth: number;
  /** Part of the applications that come from residents. */
  residentShare: number;
  everyDays: number;
  policy: Policy;
  behavior: Behavior;
  weights: FitWeights;
  urgencyWeights: UrgencyWeights;
}

export interface WaitingResident {
  party: Resident;
  ready: number;
  state: 'waiting' | 'proposed' | 'paired' | 'left';
  /** Days from ready to the first meeting of the pair. */
  waited: number | null;
}

export interface VolunteerState {
  party: Volunteer;
  ready: number;
  pairs: number;
}

export interface StartedPair {
  resident: WaitingResident;
  volunteer: VolunteerState;
  fit: number;
  started: number;
  ends: number;
  completes: boolean;
}

/** Everybody and everything of a simulation; days are counted from its start. */
export interface World {
  residents: WaitingResident[];
  volunteers: VolunteerState[];
  ruledOut: PairIds[];
  pairs: StartedPair[];
}

const daysInYear = 365;

/** Draws everybody who will apply, each with the day on which they reach the pool. */
export function drawWorld(scenario: Scenario): World {
  const { seed, residentShare } = scenario;
  const start = Temporal.PlainDate.from(scenario.start_on);
  const world: World = { residents: [], volunteers: [], ruledOut: [], pairs: [] };
  readyDays(scenario).forEach((ready, number) => {
    if (chance(seed, `side ${number}`) < residentShare) {
      const party = drawResident(seed, `r${number}`, start.add({ days: ready }).toString());
      world.residents.push({ party, ready, state: 'waiting', waited: null });
    } else world.volunteers.push({ party: drawVolunteer(seed, `v${number}`), ready, pairs: 0 });
  });
  return world;
}

/**
 * The days of all arrivals: evenly spread, at a rate that grows evenly from the first day by the growth of a
 * year each year.
 */
function readyDays({ days, firstYear, yearlyGrowth }: Scenario): number[] {
  const ready: number[] = [];
  let expected = 0;
  for (let day = 0; day < days; day++) {
    expected += (firstYear / daysInYear) * (1 + (yearlyGrowth * (day - daysInYear / 2)) / daysInYear);
    while (ready.length < Math.floor(expected)) ready.push(day);
  }
  return ready;
}
