import { type RoundOfPairs, urgencyWeights202611, weights202611 } from '../../src/matching/index.ts';
import { drawResident, drawVolunteer } from '../../src/matching/simulation/applicants.ts';

const SEED = 7;
const TODAY = '2026-11-22';
const LONGEST_WAIT_DAYS = 300;

/** A round of people as the simulation draws them over Tokyo's 23 wards, who have waited for up to 300 days. */
export function makeApplicants(residents: number, volunteers: number): RoundOfPairs {
  const today = Temporal.PlainDate.from(TODAY);
  return {
    today_on: TODAY,
    weights: weights202611,
    urgencyWeights: urgencyWeights202611,
    residents: Array.from({ length: residents }, (_, at) => {
      const since = today.subtract({ days: (at * 7919) % LONGEST_WAIT_DAYS });
      return drawResident(SEED, `r${at}`, since.toString());
    }),
    volunteers: Array.from({ length: volunteers }, (_, at) => drawVolunteer(SEED, `v${at}`)),
  };
}
