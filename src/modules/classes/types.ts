import type { Locale } from '../../platform/languages/locales.ts';

/** What a course says of itself in one language. */
export interface CourseWords {
  readonly title: string;
  readonly aims: string;
  /** Whereabouts, for everybody: a ward and a station. */
  readonly area: string;
}

export type CourseState = 'planned' | 'open' | 'over';

/** Classes over a term, in one place, for children of some ages. */
export interface Course {
  readonly id: string;
  readonly state: CourseState;
  readonly beginsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  /** How many children the room holds. */
  readonly room: number;
  /** In years, on the first day. */
  readonly fromAge: number;
  readonly toAge: number;
  /** Families and those who teach there read it, nobody else. */
  readonly address: string;
  readonly texts: Partial<Readonly<Record<Locale, CourseWords>>>;
  readonly version: number;
}

export const ACTIVITIES = ['songs', 'own_task', 'picture_books', 'karuta', 'snack', 'play'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** One thing that is done in a session, in its turn. */
export interface Planned {
  readonly activity: Activity;
  readonly minutes: number;
}

export const CANCEL_REASONS = ['storm', 'trains', 'illness', 'too_few', 'other'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];
export type SessionState = 'planned' | 'open' | 'under_way' | 'over' | 'reported' | 'cancelled';

/** One Saturday of a course. */
export interface Session {
  readonly id: string;
  readonly courseId: string;
  readonly state: SessionState;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly room: number;
  readonly plan: readonly Planned[];
  /** How many children may come, as the vetted adults who said yes allow; counted by the database, as `taken` is. */
  readonly cap: number;
  /** Seats that are taken or offered. */
  readonly taken: number;
  readonly cancelReason: CancelReason | null;
  /** When it was to begin before it was moved last. */
  readonly movedFrom: Temporal.Instant | null;
  readonly costJpy: number | null;
  readonly version: number;
}

export const HELPING = ['tutor', 'helper'] as const;
export type Helping = (typeof HELPING)[number];
export type CommitmentState = 'asked' | 'yes' | 'no' | 'silent';

/** That somebody was asked to teach or help on a day, and what they said. */
export interface Commitment {
  readonly id: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly role: Helping;
  readonly state: CommitmentState;
  /** Whether everything holds on that day that classes ask of an adult near children. */
  readonly isVetted: boolean;
  readonly answerBy: Temporal.Instant;
  readonly askedAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
  /** Whether they were there; null until somebody has reported on the day. */
  readonly came: boolean | null;
}

export type SeatState = 'waiting' | 'offered' | 'taken' | 'unsure' | 'given_up';

/** A child in one session: with a seat, or without. */
export interface Seat {
  readonly id: string;
  readonly sessionId: string;
  readonly childId: string;
  readonly state: SeatState;
  readonly isTrial: boolean;
  readonly waitingSince: Temporal.Instant;
  readonly offeredUntil: Temporal.Instant | null;
  readonly version: number;
}

export type EnrolmentState = 'asked' | 'trial' | 'enrolled' | 'declined' | 'left';

/** A child in a course. */
export interface Enrolment {
  readonly id: string;
  readonly childId: string;
  readonly courseId: string;
  readonly state: EnrolmentState;
  readonly askedAt: Temporal.Instant;
  readonly version: number;
}
