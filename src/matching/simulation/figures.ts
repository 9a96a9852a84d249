import { bestSharedLanguage } from '../people/shared-language.ts';
import type { Scenario, World } from './world.ts';

/** What a simulation comes to; shares from 0 to 1 with three digits, waits in days. */
export interface Figures {
  residents: number;
  volunteers: number;
  pairs: number;
  /** Residents of the cohort (ready at least 90 days before the end) who were paired. */
  matchedShare: number;
  medianWaitDays: number;
  p95WaitDays: number;
  /** Pairs completed of those whose planned end has passed. */
  completionShare: number;
  meanFit: number;
  /** Volunteers who have been in a pair, and the most pairs any of them has been in. */
  volunteersPairedShare: number;
  mostPairs: number;
  /** Pairs with a shared language besides Easy Japanese. */
  sharedLanguageShare: number;
  stillWaiting: number;
}

/** Days before the end in which a resident may still be matched and is therefore not counted. */
const cohortDays = 90;

/** Adds up the figures of a simulation by the definitions beside each of them. */
export function figuresOf({ residents, volunteers, pairs }: World, scenario: Scenario): Figures {
  const { days, behavior, weights } = scenario;
  const cohort = residents.filter(({ ready }) => ready <= days - cohortDays);
  const waits = cohort.flatMap(({ waited }) => (waited === null ? [] : [waited])).sort((a, b) => a - b);
  const due = pairs.filter(({ started }) => started + behavior.pairDays <= days);
  const sharing = pairs.filter(({ resident, volunteer }) =>
    bestSharedLanguage(
      resident.party.languages,
      volunteer.party.languages,
      resident.party.task,
      weights.limits.languageLevel,
    ),
  );
  return {
    residents: residents.length,
    volunteers: volunteers.length,
    pairs: pairs.length,
    matchedShare: share(waits.length, cohort.length),
    medianWaitDays: quantile(waits, 0.5),
    p95WaitDays: quantile(waits, 0.95),
    completionShare: share(due.filter(({ completes }) => completes).length, due.length),
    meanFit: Math.round(pairs.reduce((sum, { fit }) => sum + fit, 0) / Math.max(1, pairs.length)),
    volunteersPairedShare: share(
      volunteers.filter((volunteer) => volunteer.pairs > 0).length,
      volunteers.length,
    ),
    mostPairs: volunteers.reduce((most, volunteer) => Math.max(most, volunteer.pairs), 0),
    sharedLanguageShare: share(sharing.length, pairs.length),
    stillWaiting: residents.filter(({ state }) => state === 'waiting' || state === 'proposed').length,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 1000;
}

function quantile(sorted: readonly number[], at: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}
