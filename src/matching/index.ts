/**
 * The matching engine's only door: pure functions over plain data, no clock, no input or output, no
 * dependency. `solveRoundOfPairsInWorker` alone starts a thread, to do the same there.
 */
export { toPlace } from './dispatch/plane.ts';
export type { Gender, LanguageAbility, Level, Place, Task } from './dispatch/types.ts';
export { toWeekly } from './dispatch/weekly.ts';
export { planExpertDay } from './expert-day/plan.ts';
export type { DayPlan, WhyLeftOver } from './expert-day/types.ts';
export { type Change, changed, changesLoosening, type DayPart } from './explanation/changes.ts';
export type { Help } from './explanation/help.ts';
export { explainLeftOver, explainLeftOvers, type LeftOverExplanation } from './explanation/left-over.ts';
export { type PossiblePartner, partnersOf } from './explanation/partners.ts';
export {
  type MorePlaces,
  type RecruitKind,
  recruitKinds,
  volunteersWorthAsking,
} from './explanation/recruits.ts';
export { type RunnerUp, runnerUpOf } from './explanation/runner-up.ts';
export { brokenConditions, type ConditionName, mayBeAPair } from './fit/conditions.ts';
export { type Fit, type FitPart, fitOf, fitTotal } from './fit/fit.ts';
export {
  bestFit,
  checkWeights,
  type FactorName,
  type FitWeights,
  factorNames,
  weights202611,
} from './fit/weights.ts';
export { flawsOfRound, RoundOfPairsRefused } from './pairs/flaws.ts';
export { solveRoundOfPairs } from './pairs/round-of-pairs.ts';
export type { LeftOver, PairIds, Proposal, RoundOfPairs, SolvedRound } from './pairs/types.ts';
export type { Party, Purpose, Reason, Resident, Volunteer, Waiting, Wishes } from './people/party.ts';
export { commonDays, commonMinutes, type Weekday } from './people/week.ts';
export { compareRounds, type DifferentPairing, type RoundDifference, withPinned } from './replay/compare.ts';
export { type PastRound, type ReplayedRound, replayRounds } from './replay/replay.ts';
export { type CertificateVerdict, checkCertificate } from './round/certificate.ts';
export { solveRound } from './round/solve.ts';
export {
  RoundCancelled,
  type RoundProblem,
  type RoundRefusal,
  RoundRefused,
  type RoundResult,
  type RoundWatch,
} from './round/types.ts';
export { validateProblem } from './round/validate.ts';
export type { Figures } from './simulation/figures.ts';
export { type Study, type StudyRow, studyPairs, twoYears } from './simulation/study.ts';
export {
  type Urgency,
  type UrgencyWeights,
  urgencyOf,
  urgencyWeights202611,
} from './urgency/urgency.ts';
export { solveRoundOfPairsInWorker, type WorkerWatch } from './worker/solve-in-worker.ts';
