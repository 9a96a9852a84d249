import { accept, type Outcome, type Refusal, refuse } from '../../../platform/refusal.ts';
import { dayInJapan, type Pause } from '../../people/index.ts';
import type {
  Application,
  Completion,
  InsuranceYear,
  Interview,
  Policy,
  PolicyStep,
  Restriction,
  Standing,
  StepStanding,
  StepState,
} from '../types.ts';

/** Everything known about one person that decides where they stand. */
export interface Facts {
  readonly personId: string;
  readonly application: Application | null;
  readonly completions: readonly Completion[];
  /** Neither held nor cancelled. */
  readonly interview: Interview | null;
  /** All that ever held. */
  readonly restrictions: readonly Restriction[];
  readonly insurance: readonly InsuranceYear[];
}

/** Where somebody stands under a policy at an instant. Says the same as the SQL function `trust.approved_volunteers`. */
export function standingOf(facts: Facts, policy: Policy, now: Temporal.Instant): Standing {
  const today = dayInJapan(now);
  const steps = policy.steps
    .filter((step) => step.demand !== 'off')
    .map((step) => stepStanding(step, facts, today));
  const missing = steps.filter((step) => step.isRequired && !holds(step)).map((step) => step.step);
  const restrictions = facts.restrictions.filter((restriction) => isInForce(restriction, now));
  const insurance = facts.insurance.find((year) => covers(year, today)) ?? null;
  const approvedSince = approvalAt(facts.application, now);
  const isStopped = restrictions.some(({ kind }) => kind === 'pause' || kind === 'suspension');
  return {
    personId: facts.personId,
    application: facts.application,
    steps,
    missing,
    interview: facts.interview,
    restrictions,
    insurance,
    needsInsurance: policy.needsInsurance,
    approvedSince,
    isApproved:
      approvedSince !== null &&
      missing.length === 0 &&
      !isStopped &&
      (insurance !== null || !policy.needsInsurance),
  };
}

function approvalAt(application: Application | null, now: Temporal.Instant): Temporal.Instant | null {
  if (application?.state !== 'approved' && application?.state !== 'ended') return null;
  const { decidedAt, endedAt } = application;
  if (!decidedAt || Temporal.Instant.compare(decidedAt, now) > 0) return null;
  return endedAt && Temporal.Instant.compare(endedAt, now) <= 0 ? null : decidedAt;
}

function stepStanding(step: PolicyStep, facts: Facts, today: Temporal.PlainDate): StepStanding {
  const doneOn = facts.completions
    .filter((done) => done.step === step.step && Temporal.PlainDate.compare(done.doneOn, today) <= 0)
    .map((done) => done.doneOn)
    .reduce<Temporal.PlainDate | null>((last, day) => (last && isBefore(day, last) ? last : day), null);
  const untilOn = doneOn && validUntil(doneOn, step.validMonths);
  const isPlanned = step.step === 'interview' && facts.interview !== null;
  return {
    step: step.step,
    isRequired: step.demand === 'required',
    doneOn,
    untilOn,
    state: stateOf({ doneOn, untilOn, isPlanned, remindDays: step.remindDays }, today),
  };
}

/**
 * The first day on which a step no longer holds: so many calendar months after it was taken, clamped to the month's
 * last day (31 August and 6 months: 28 February). Null: it holds for good.
 */
export function validUntil(
  doneOn: Temporal.PlainDate,
  validMonths: number | null,
): Temporal.PlainDate | null {
  return validMonths === null ? null : doneOn.add({ months: validMonths }, { overflow: 'constrain' });
}

function stateOf(
  step: {
    doneOn: Temporal.PlainDate | null;
    untilOn: Temporal.PlainDate | null;
    isPlanned: boolean;
    remindDays: number;
  },
  today: Temporal.PlainDate,
): StepState {
  if (!step.doneOn) return step.isPlanned ? 'planned' : 'missing';
  if (!step.untilOn) return 'holds';
  if (!isBefore(today, step.untilOn)) return step.isPlanned ? 'planned' : 'run_out';
  return isBefore(today, step.untilOn.subtract({ days: step.remindDays })) ? 'holds' : 'renew_soon';
}

function holds(step: StepStanding): boolean {
  return step.state === 'holds' || step.state === 'renew_soon';
}

function isInForce(restriction: Restriction, now: Temporal.Instant): boolean {
  const { sinceAt, untilAt } = restriction;
  if (Temporal.Instant.compare(sinceAt, now) > 0) return false;
  return untilAt === null || Temporal.Instant.compare(untilAt, now) > 0;
}

function covers(year: InsuranceYear, today: Temporal.PlainDate): boolean {
  return !isBefore(today, year.startsOn) && isBefore(today, year.untilOn);
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}

/** Everything that still stands between somebody and approval, a sentence for each. Empty: they can be approved. */
export function obstaclesToApproval(standing: Standing): readonly Refusal[] {
  const isSuspended = standing.restrictions.some(({ kind }) => kind === 'suspension');
  return [
    ...standing.missing.map((step) => ({ code: `${step}_is_missing` })),
    ...(isSuspended ? [{ code: 'person_is_suspended' }] : []),
  ];
}

/** Whether a coordinator can approve somebody now; refuses with the first thing that is missing. */
export function mayApprove(standing: Standing): Outcome<null> {
  if (!standing.application) return refuse('there_is_no_application');
  if (standing.application.state !== 'submitted') return refuse('application_is_already_decided');
  const [first] = obstaclesToApproval(standing);
  return first ? { ok: false, refusal: first } : accept(null);
}

/** A time in which nobody asks a volunteer. */
export interface Rest {
  /** The first day on which they are asked again, in Japan; null until they say so. */
  readonly backOn: Temporal.PlainDate | null;
}

/**
 * The rest on a day: breaks that a volunteer planned and pauses that staff entered are one thing to whoever rests.
 * Where several hold, the last to end counts.
 */
export function restOn(
  today: Temporal.PlainDate,
  breaks: readonly Pick<Pause, 'fromOn' | 'untilOn'>[],
  restrictions: readonly Pick<Restriction, 'kind' | 'sinceAt' | 'untilAt'>[],
): Rest | null {
  const staffs = restrictions
    .filter(({ kind }) => kind === 'pause')
    .map(({ sinceAt, untilAt }) => ({
      fromOn: dayInJapan(sinceAt),
      untilOn: untilAt && dayInJapan(untilAt),
    }));
  const holding = [...breaks, ...staffs].filter(
    ({ fromOn, untilOn }) => !isBefore(today, fromOn) && (untilOn === null || isBefore(today, untilOn)),
  );
  if (holding.length === 0) return null;
  return holding.map(({ untilOn }) => ({ backOn: untilOn })).reduce(laterOf);
}

function laterOf(one: Rest, other: Rest): Rest {
  if (!one.backOn || !other.backOn) return { backOn: null };
  return isBefore(one.backOn, other.backOn) ? other : one;
}
