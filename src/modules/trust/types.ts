import type {
  TrustApplicationState,
  TrustConcernState,
  TrustDecisionAct,
  TrustDemand,
  TrustInterviewOutcome,
  TrustInterviewPlace,
  TrustRestrictionKind,
  TrustStep,
} from '../../platform/database/generated.ts';

/** The steps that a policy can ask of a volunteer, in the order in which they are offered to an administrator. */
export const STEPS = [
  'interview',
  'training',
  'pledge',
  'identity_check',
  'child_safety_check',
] as const satisfies readonly TrustStep[];
export type ScreeningStep = TrustStep;

/** Checks of which only the fact is recorded, never what was seen. */
export const CHECKS = ['identity_check', 'child_safety_check'] as const;
export type CheckStep = (typeof CHECKS)[number];
/** Those that every coordinator records; the other one is recorded by few (`clearance/`). */
export const FILE_CHECKS = ['identity_check'] as const satisfies readonly CheckStep[];

export const DEMANDS = ['required', 'optional', 'off'] as const satisfies readonly TrustDemand[];
export type Demand = TrustDemand;

/** What the policy says of one step. */
export interface PolicyStep {
  readonly step: ScreeningStep;
  readonly demand: Demand;
  /** Calendar months for which it holds; null: for good. */
  readonly validMonths: number | null;
  /** How many days before its end somebody is reminded to renew it. */
  readonly remindDays: number;
}

/** Programs that ask more of volunteers than approval does. */
export const PROGRAMS = ['pairs', 'classes'] as const;
export type Program = (typeof PROGRAMS)[number];

/** What a program asks on top of what makes somebody a volunteer. */
export interface ProgramPolicy {
  readonly program: Program;
  readonly steps: readonly ScreeningStep[];
  readonly needsInsurance: boolean;
}

/** One version of the policy, steps in the order in which they are taken. */
export interface Policy {
  readonly id: number;
  readonly validFrom: Temporal.Instant;
  readonly needsInsurance: boolean;
  readonly madeBy: string | null;
  readonly madeAt: Temporal.Instant;
  readonly reason: string;
  readonly steps: readonly PolicyStep[];
  readonly programs: readonly ProgramPolicy[];
}

/** What applicants would like to help with. */
export const HELP_KINDS = [
  'admin',
  'medical',
  'childcare',
  'education',
  'lifeline',
  'housing',
  'phone',
  'paper',
] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

export type ApplicationState = TrustApplicationState;
/** Somebody's wish to become a volunteer, and what became of it. */
export interface Application {
  readonly id: string;
  readonly personId: string;
  readonly state: ApplicationState;
  readonly submittedAt: Temporal.Instant;
  readonly motivation: string;
  readonly experience: string;
  readonly helpWith: readonly HelpKind[];
  readonly decidedAt: Temporal.Instant | null;
  readonly outcomeWords: string | null;
  readonly endedAt: Temporal.Instant | null;
}

export const INTERVIEW_PLACES = ['online', 'place'] as const satisfies readonly TrustInterviewPlace[];
export type InterviewPlace = TrustInterviewPlace;
export const INTERVIEW_OUTCOMES = [
  'fits',
  'again',
  'does_not_fit',
  'missed',
] as const satisfies readonly TrustInterviewOutcome[];
export type InterviewOutcome = TrustInterviewOutcome;

/** A talk between an applicant and a coordinator. `note` is for staff only. */
export interface Interview {
  readonly id: string;
  readonly personId: string;
  readonly startsAt: Temporal.Instant;
  readonly durationMinutes: number;
  readonly place: InterviewPlace;
  /** The address to go to or the link to open. */
  readonly whereWords: string;
  /** The same for all times that took each other’s place, and which of them it is. */
  readonly seriesId: string;
  readonly sequence: number;
  readonly outcome: InterviewOutcome | null;
  readonly note: string | null;
}

/** The lines that a volunteer ticks one by one (JII's published list, and what comparable organizations ask). */
export const PLEDGE_LINES = [
  'keep_the_law',
  'no_solicitation',
  'no_romance',
  'no_harm',
  'keep_confidence',
  'no_emergencies',
  'no_expert_work',
  'no_acting_for_them',
  'no_money_or_papers',
  'no_private_homes',
  'no_driving',
  'no_child_alone',
  'no_medicine',
] as const;
export type PledgeLine = (typeof PLEDGE_LINES)[number];

/** A step that somebody has taken. */
export interface Completion {
  readonly step: ScreeningStep;
  readonly doneOn: Temporal.PlainDate;
  /** The training's title. */
  readonly words: string | null;
}

export type RestrictionKind = TrustRestrictionKind;
/** Restrictions under which somebody still helps, but not with everything. */
export const LIMITS = ['not_with_children', 'only_online'] as const satisfies readonly RestrictionKind[];
export type Limit = (typeof LIMITS)[number];

/** A pause, a limit, a suspension, or two people kept apart. */
export interface Restriction {
  readonly id: string;
  readonly kind: RestrictionKind;
  readonly personId: string;
  readonly otherPersonId: string | null;
  readonly reason: string;
  readonly setBy: string | null;
  readonly sinceAt: Temporal.Instant;
  /** The first instant at which it no longer holds; null: until it is lifted. */
  readonly untilAt: Temporal.Instant | null;
  readonly liftReason: string | null;
}

/** Cover from `startsOn` to 31 March; `untilOn` is the first day without. */
export interface InsuranceYear {
  readonly fiscalYear: number;
  readonly plan: string;
  readonly startsOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate;
}

export type ConcernState = TrustConcernState;

/** Something that somebody found unsafe or not right, for a coordinator. */
export interface Concern {
  readonly id: string;
  readonly aboutPersonId: string | null;
  readonly raisedBy: string | null;
  readonly program: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly words: string;
  readonly raisedAt: Temporal.Instant;
  readonly state: ConcernState;
  readonly assessment: string | null;
  readonly assessed: ConcernStepTaken | null;
  readonly closing: string | null;
  readonly closed: ConcernStepTaken | null;
}

/** When a step of a concern was taken, and by whom. */
interface ConcernStepTaken {
  readonly at: Temporal.Instant;
  readonly by: string | null;
}

export type DecisionAct = TrustDecisionAct;

/** One line of what was decided about somebody. */
export interface Decision {
  readonly id: number;
  readonly act: DecisionAct;
  readonly byPersonId: string | null;
  readonly reason: string | null;
  readonly at: Temporal.Instant;
}

export type StepState = 'missing' | 'planned' | 'holds' | 'renew_soon' | 'run_out';

/** Where somebody stands with one step of the policy in force. */
export interface StepStanding {
  readonly step: ScreeningStep;
  readonly isRequired: boolean;
  readonly state: StepState;
  readonly doneOn: Temporal.PlainDate | null;
  /** The first day on which it no longer holds; null: not done, or done for good. */
  readonly untilOn: Temporal.PlainDate | null;
}

/** What the organization decided about somebody, taken together at an instant. */
export interface Standing {
  readonly personId: string;
  /** The newest application; null for somebody who never applied. */
  readonly application: Application | null;
  readonly steps: readonly StepStanding[];
  /** Required steps that do not hold. */
  readonly missing: readonly ScreeningStep[];
  /** The interview that lies ahead or waits for its outcome. */
  readonly interview: Interview | null;
  /** Restrictions that hold now, people kept apart included. */
  readonly restrictions: readonly Restriction[];
  readonly insurance: InsuranceYear | null;
  readonly needsInsurance: boolean;
  /** Approved and nothing in the way: may be asked to help. The same as the SQL function `trust.approved_volunteers`. */
  readonly isApproved: boolean;
  /** When the approval was given; null without one. */
  readonly approvedSince: Temporal.Instant | null;
}
