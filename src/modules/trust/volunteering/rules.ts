import { isOnTheWay } from '../rules.ts';
import type { Standing, StepStanding } from '../types.ts';

/** What somebody can do next on the way to volunteering; null: nothing, it is others' turn or all is well. */
export type OwnAct = 'apply' | 'pledge' | 'come_back' | null;

/** The next act of an applicant or volunteer themselves. */
export function ownNextAct(standing: Standing): OwnAct {
  if (!isOnTheWay(standing.application)) return 'apply';
  const pledge = standing.steps.find(({ step }) => step === 'pledge');
  if (pledge && pledge.state !== 'holds') return 'pledge';
  return standing.restrictions.some(({ kind }) => kind === 'pause') ? 'come_back' : null;
}

/** What comes next for somebody whose application is under way; `decision`: all is done on their side. */
export type ComingNext = 'interview' | 'choose' | 'planned' | 'training' | 'pledge' | 'decision' | 'other';

/** The first required step that does not hold yet. @param times how many open times there are to choose from for an interview */
export function comesNext({ steps }: Pick<Standing, 'steps'>, times: number): ComingNext {
  const first = steps.find((step) => step.isRequired && placeOnPath(steps, step) !== 'past');
  if (!first) return 'decision';
  if (first.state === 'planned') return 'planned';
  const { step } = first;
  if (step === 'interview' && times > 0) return 'choose';
  return step === 'interview' || step === 'training' || step === 'pledge' ? step : 'other';
}

/** Where a step lies on the path: behind, the one to take now, or still to come. */
export function placeOnPath(steps: readonly StepStanding[], step: StepStanding): 'past' | 'now' | 'next' {
  if (step.state === 'holds' || step.state === 'renew_soon') return 'past';
  const first = steps.find(({ state }) => state !== 'holds' && state !== 'renew_soon');
  return first === step ? 'now' : 'next';
}

/** The last day on which a step still holds. */
export function lastDay(untilOn: Temporal.PlainDate): Temporal.PlainDate {
  return untilOn.subtract({ days: 1 });
}
