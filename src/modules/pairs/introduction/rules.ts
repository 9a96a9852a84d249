import { daily } from '../../../kits/slots/index.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Introduction, Pair, PairParty, Side } from '../types.ts';

/** What coordinators keep times open for. */
export const INTRODUCTION = 'pairs.introduction';
export const INTRODUCTION_MINUTES = { least: 10, most: 120, usual: 30 };

type When = Pick<Introduction, 'startsAt' | 'endsAt' | 'calledOffAt'>;

const isPast = (at: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;

/** Whether the two have met, as far as the clock tells. */
export function haveMet(introduction: When | null, now: Temporal.Instant): boolean {
  return introduction !== null && introduction.calledOffAt === null && isPast(introduction.endsAt, now);
}

/** So far ahead a coordinator sets it at most: the places of both are held until then, by a mistyped year for good. */
const FARTHEST = { hours: 24 * 92 };

/** Whether a time that a coordinator sets lies ahead, and not too far. */
export function mayLieAt(startsAt: Temporal.Instant, now: Temporal.Instant): Outcome<null> {
  if (isPast(startsAt, now)) return refuse('introduction_lies_ahead', {}, 'day');
  return isPast(startsAt, now.add(FARTHEST)) ? accept(null) : refuse('introduction_is_too_far', {}, 'day');
}

/**
 * Whether another time can be set. The two choose until five in the evening before it; a coordinator always can, also
 * where somebody did not come.
 */
export function maySetIntroduction(
  introduction: When | null,
  party: PairParty,
  now: Temporal.Instant,
): Outcome<null> {
  if (party === 'coordinator' || introduction === null) return accept(null);
  if (haveMet(introduction, now)) return refuse('you_have_met_already', {}, 'slot');
  const isNear = Temporal.Instant.compare(now, daily('17:00').before(introduction.startsAt)) > 0;
  return isNear ? refuse('introduction_is_too_near', {}, 'slot') : accept(null);
}

/** Whether a side can say yes to the six months: once, after they have met. */
export function mayAgree(
  pair: Pick<Pair, 'volunteerYesAt' | 'residentYesAt'>,
  side: Side,
  { introduction, now }: { readonly introduction: When | null; readonly now: Temporal.Instant },
): Outcome<null> {
  if (!haveMet(introduction, now)) return refuse('you_have_not_met_yet');
  return yesOf(pair, side) ? refuse('you_have_said_yes_already') : accept(null);
}

/** When a side said yes. */
export function yesOf(
  pair: Pick<Pair, 'volunteerYesAt' | 'residentYesAt'>,
  side: Side,
): Temporal.Instant | null {
  return side === 'volunteer' ? pair.volunteerYesAt : pair.residentYesAt;
}
