import { dayInJapan } from '../../people/index.ts';
import type { MatterState } from '../types.ts';

/** What can be passed on, each by its own yes. Papers never are by a link: they are shown at the appointment. */
export const PASSED_ON = ['words', 'deadlines', 'name'] as const;
export type PassedOn = (typeof PASSED_ON)[number];

/** Why an expert does not take it; none of them says anything about anybody else they advise. */
export const NO_REASONS = ['conflict', 'no_time', 'other_field', 'language'] as const;
export type NoReason = (typeof NO_REASONS)[number];

/** Whether the coordinator comes along to the first talk, or they talk alone. */
export const MANNERS = ['warm', 'cold'] as const;
export type Manner = (typeof MANNERS)[number];

/** How long an expert can answer. */
export const ANSWER_DAYS = 5;
/** After how many days the coordinator who comes along has spoken with both at the latest. */
export const COME_ALONG_DAYS = 7;
/** How long a yes of a resident reaches at most. */
export const MOST_DAYS = 180;

interface Dates {
  readonly untilOn: Temporal.PlainDate;
  readonly agreedAt: Temporal.Instant | null;
  readonly askedAt: Temporal.Instant | null;
  readonly answer: 'accepted' | 'refused' | null;
  readonly endedAt: Temporal.Instant | null;
}

export type Standing = 'proposed' | 'agreed' | 'asked' | 'late' | 'accepted' | 'refused' | 'over';

/** Until when the link of an asked expert takes an answer. */
export const answerUntil = (askedAt: Temporal.Instant): Temporal.Instant =>
  askedAt.add({ hours: 24 * ANSWER_DAYS });

/** Since when an expert was asked who can still answer. */
export const askedSince = (now: Temporal.Instant): Temporal.Instant =>
  now.subtract({ hours: 24 * ANSWER_DAYS });

/** How a referral stands now: asked at each opening, so that what is over or taken back opens nothing. */
export function standingOf(referral: Dates, matterState: MatterState, now: Temporal.Instant): Standing {
  const { agreedAt, askedAt, answer, endedAt, untilOn } = referral;
  if (answer === 'refused') return 'refused';
  if (endedAt || matterState === 'closed') return 'over';
  if (Temporal.PlainDate.compare(untilOn, dayInJapan(now)) < 0) return 'over';
  if (answer === 'accepted') return 'accepted';
  if (!agreedAt) return 'proposed';
  if (!askedAt) return 'agreed';
  return Temporal.Instant.compare(now, answerUntil(askedAt)) < 0 ? 'asked' : 'late';
}

/** Whether a resident's yes may reach until that day. */
export function isWithinReach(untilOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const days = today.until(untilOn).days;
  return days >= 0 && days <= MOST_DAYS;
}
