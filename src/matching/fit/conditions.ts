import type { Reason, Resident, Volunteer } from '../people/party.ts';
import { bothWaitInThePool } from './conditions/both-wait-in-the-pool.ts';
import { everythingRequiredIsOffered } from './conditions/everything-required-is-offered.ts';
import { formerPairsMeetAgainOnlyWhenBothAsk } from './conditions/former-pairs-meet-again-only-when-both-ask.ts';
import { noRestrictionStandsBetweenThem } from './conditions/no-restriction-stands-between-them.ts';
import { theVolunteerHasTheExperienceNeeded } from './conditions/the-volunteer-has-the-experience-needed.ts';
import { theyAreNotOneHousehold } from './conditions/they-are-not-one-household.ts';
import { theyHaveTwoHoursAWeek } from './conditions/they-have-two-hours-a-week.ts';
import { theyLiveNearOrMeetOnline } from './conditions/they-live-near-or-meet-online.ts';
import { theyShareALanguage } from './conditions/they-share-a-language.ts';
import { wishesOfBothAreRespected } from './conditions/wishes-of-both-are-respected.ts';
import type { FitLimits } from './weights.ts';

/** A rule that every pair must keep: null when it does, else the reason why these two cannot be a pair. */
export type Condition = (resident: Resident, volunteer: Volunteer, limits: FitLimits) => Reason | null;

/**
 * All the conditions. Each can refuse by itself; those that refuse most often for the least work stand first.
 */
export const conditions = {
  bothWaitInThePool,
  theyShareALanguage,
  theyHaveTwoHoursAWeek,
  theyLiveNearOrMeetOnline,
  wishesOfBothAreRespected,
  everythingRequiredIsOffered,
  theVolunteerHasTheExperienceNeeded,
  noRestrictionStandsBetweenThem,
  theyAreNotOneHousehold,
  formerPairsMeetAgainOnlyWhenBothAsk,
} as const satisfies Record<string, Condition>;

export type ConditionName = keyof typeof conditions;

const rules: readonly Condition[] = Object.values(conditions);

/** Says whether the two can be a pair at all. */
export function mayBeAPair(resident: Resident, volunteer: Volunteer, limits: FitLimits): boolean {
  for (const rule of rules) if (rule(resident, volunteer, limits)) return false;
  return true;
}

/**
 * Lists the conditions that the two break, each with its reason; an empty list means that they can be a pair.
 */
export function brokenConditions(
  resident: Resident,
  volunteer: Volunteer,
  limits: FitLimits,
): { name: ConditionName; reason: Reason }[] {
  const broken: { name: ConditionName; reason: Reason }[] = [];
  for (const [name, rule] of Object.entries(conditions) as [ConditionName, Condition][]) {
    const reason = rule(resident, volunteer, limits);
    if (reason) broken.push({ name, reason });
  }
  return broken;
}
