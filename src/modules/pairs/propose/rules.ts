import { daily, openDaysAfter } from '../../../kits/slots/index.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { PairsSettings } from '../settings.ts';
import {
  type Application,
  type Introduction,
  type Pair,
  type PairParty,
  SIDES,
  type Side,
} from '../types.ts';

/** What is known of the people of two applications, beside these. */
export interface Ties {
  /** Who must not meet one of the volunteer's. */
  readonly apart: ReadonlySet<string>;
  /** Whom the organization has stopped. */
  readonly suspended: ReadonlySet<string>;
  readonly households: ReadonlyMap<string, string>;
  /** The coordinator who proposes it. */
  readonly doerId: string | null;
}

/**
 * Whether two applications can be proposed to each other. Refuses two of one side, who is not ready or was stopped,
 * oneself, one household, people kept apart, and what a coordinator decides about themselves.
 */
export function mayPropose(volunteer: Application, resident: Application, ties: Ties): Outcome<null> {
  if (volunteer.side !== 'volunteer' || resident.side !== 'resident') return refuse('pair_has_two_sides');
  const all = [...volunteer.memberIds, ...resident.memberIds];
  if (ties.doerId && all.includes(ties.doerId)) return refuse('nobody_decides_about_themselves');
  if (volunteer.state !== 'ready' || resident.state !== 'ready') return refuse('application_is_not_ready');
  if (all.some((id) => ties.suspended.has(id))) return refuse('somebody_is_suspended');
  if (volunteer.memberIds.some((id) => resident.memberIds.includes(id)))
    return refuse('somebody_is_on_both_sides');
  if (areOneHousehold(volunteer, resident, ties)) return refuse('they_are_one_household');
  return resident.memberIds.some((id) => ties.apart.has(id)) ? refuse('they_are_kept_apart') : accept(null);
}

function areOneHousehold(volunteer: Application, resident: Application, { households }: Ties): boolean {
  const homes = volunteer.memberIds.map((id) => households.get(id)).filter((home) => home !== undefined);
  return resident.memberIds.some((id) => homes.includes(households.get(id) ?? ''));
}

/** Until when whoever is asked at an instant may answer: the end of an open day, `answerDays` of them later. */
export function answerBy(askedAt: Temporal.Instant, settings: PairsSettings): Temporal.Instant {
  return daily(settings.closesAt, settings.timeZone).on(
    openDaysAfter(askedAt, settings.answerDays, settings),
  );
}

/** Whose yes a pair waits for. */
export function askedSides(pair: Pick<Pair, 'state' | 'volunteerYesAt' | 'residentYesAt'>): readonly Side[] {
  if (pair.state === 'proposed') return ['volunteer'];
  if (pair.state === 'offered') return ['resident'];
  if (pair.state !== 'introduction') return [];
  const hasSaidYes = { volunteer: pair.volunteerYesAt, resident: pair.residentYesAt };
  return SIDES.filter((side) => hasSaidYes[side] === null);
}

/**
 * For whom a proposal comes to nothing through no choice of theirs.
 * @param by who said no, or can't any more; the house where nobody answered in time: those who had said yes did not choose it
 */
export function fellFor(
  pair: Pick<Pair, 'state' | 'volunteerYesAt' | 'residentYesAt'>,
  by: PairParty,
): readonly Side[] {
  if (by === 'coordinator') return SIDES;
  const chose: readonly Side[] = by === 'house' ? askedSides(pair) : [by];
  return SIDES.filter((side) => !chose.includes(side));
}

/**
 * Whether the time to answer is over. After they have said yes to meeting, it runs only once they could have met: that no
 * time was found is nobody's no.
 */
export function isOverdue(
  pair: Pick<Pair, 'state' | 'answerBy'>,
  introduction: Pick<Introduction, 'endsAt'> | null,
  now: Temporal.Instant,
): boolean {
  const isPast = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;
  if (!pair.answerBy || !isPast(pair.answerBy)) return false;
  return pair.state !== 'introduction' || (introduction !== null && isPast(introduction.endsAt));
}
