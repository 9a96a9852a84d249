import { isClosedAt } from '../../../kits/slots/index.ts';
import { isBefore } from '../../../platform/clock.ts';
import type { SpotSettings } from '../settings.ts';
import type { RequestState } from '../transitions.ts';
import type { Category, PlaceKind } from '../types.ts';

/** What the desk knows of a request. */
export interface DeskFacts {
  readonly requestId: string;
  readonly requesterId: string;
  readonly volunteerId: string | null;
  readonly state: RequestState;
  readonly stateSince: Temporal.Instant;
  readonly category: Category;
  readonly coordinatorId: string | null;
  readonly talkLanguages: readonly string[];
  readonly placeKind: PlaceKind;
  readonly municipalityCode: string | null;
  readonly town: string | null;
  readonly durationMinutes: number;
  readonly firstPossibleAt: Temporal.Instant;
  readonly lastPossibleAt: Temporal.Instant;
  /** Of the active assignment. */
  readonly startsAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
  readonly askedCount: number;
  readonly unansweredCount: number;
  /** Whoever asked has no address: nothing is answered before somebody calls. */
  readonly isByPhoneOnly?: boolean;
  /** A worry was told that coordinators have not closed yet. */
  readonly isUnsafe: boolean;
}

export const NEXT_ACTS = [
  'look_into_worry',
  'ask_how_visit_is_going',
  'settle_no_show',
  'settle_closed_day',
  'find_somebody_yourself',
  'look_through',
  'ask_volunteers',
  'ask_more_volunteers',
  'ask_by_phone',
  'remind_requester_to_confirm',
  'wait_for_volunteers',
  'wait_for_confirmation',
  'wait_for_requester',
  'ask_how_it_was',
  'nothing',
] as const;

export interface NextAct {
  readonly act: (typeof NEXT_ACTS)[number];
  /** 0 somebody may be in trouble, 1 act now, 2 others act now. */
  readonly urgency: 0 | 1 | 2;
  /** When it is too late for the act. */
  readonly breaksAt: Temporal.Instant;
}

/** What a coordinator looks at together: new ones, those that need somebody, and visits that were promised. */
export const DESK_KINDS = {
  look_through: 'new',
  wait_for_requester: 'new',
  ask_by_phone: 'new',
  find_somebody_yourself: 'finding',
  ask_volunteers: 'finding',
  ask_more_volunteers: 'finding',
  wait_for_volunteers: 'finding',
  look_into_worry: 'visits',
  ask_how_visit_is_going: 'visits',
  settle_no_show: 'visits',
  settle_closed_day: 'visits',
  remind_requester_to_confirm: 'visits',
  wait_for_confirmation: 'visits',
  ask_how_it_was: 'visits',
  nothing: 'visits',
} as const satisfies Record<NextAct['act'], string>;

const OF_BOTH: readonly NextAct['act'][] = [
  'ask_how_visit_is_going',
  'settle_closed_day',
  'remind_requester_to_confirm',
  'ask_how_it_was',
];

/**
 * Whom a row of the desk names: nobody while others act; who asked, when it is our turn; who said yes too, where there is
 * something to settle with both. Not whom a worry is about: they would read of it in who has looked at their record.
 */
export function namesOnDesk({ act, urgency }: NextAct): {
  readonly requester: boolean;
  readonly volunteer: boolean;
} {
  return { requester: urgency < 2, volunteer: urgency < 2 && OF_BOTH.includes(act) };
}

/** How long after a visit the two are left to say how it was before somebody asks. */
const SAY_HOW_IT_WAS_WITHIN = { hours: 72 };
const CONFIRM_BEFORE = { hours: 24 };

/** What a coordinator does next for a request, and how soon it breaks. */
export function nextActOf(facts: DeskFacts, now: Temporal.Instant, settings: SpotSettings): NextAct {
  if (isAgreedOnClosedDay(facts, now, settings)) {
    return { act: 'settle_closed_day', urgency: 1, breaksAt: facts.startsAt ?? facts.firstPossibleAt };
  }
  switch (facts.state) {
    case 'submitted':
      return { act: 'look_through', urgency: 1, breaksAt: facts.firstPossibleAt };
    case 'asked_back':
      if (facts.isByPhoneOnly) return { act: 'ask_by_phone', urgency: 1, breaksAt: facts.firstPossibleAt };
      return { act: 'wait_for_requester', urgency: 2, breaksAt: facts.firstPossibleAt };
    case 'open':
      return whileOpen(facts);
    case 'unfilled':
      return { act: 'find_somebody_yourself', urgency: 1, breaksAt: facts.lastPossibleAt };
    case 'accepted':
      return whileAccepted(facts, now);
    case 'confirmed':
    case 'in_progress':
      return whileVisiting(facts, now, settings);
    case 'no_show':
      return { act: 'settle_no_show', urgency: 0, breaksAt: facts.stateSince };
    case 'visited':
      return afterVisit(facts, now);
    default:
      return { act: 'nothing', urgency: 2, breaksAt: facts.stateSince };
  }
}

/** Said yes to before the day or the hours were closed: it stands until somebody has spoken with the two. */
function isAgreedOnClosedDay(
  { state, startsAt, durationMinutes: minutes }: DeskFacts,
  now: Temporal.Instant,
  settings: SpotSettings,
): boolean {
  if (startsAt === null || (state !== 'accepted' && state !== 'confirmed')) return false;
  return isBefore(now, startsAt) && isClosedAt({ startsAt, minutes }, settings);
}

function whileOpen(facts: DeskFacts): NextAct {
  if (facts.unansweredCount > 0) {
    return { act: 'wait_for_volunteers', urgency: 2, breaksAt: facts.lastPossibleAt };
  }
  const act = facts.askedCount === 0 ? 'ask_volunteers' : 'ask_more_volunteers';
  return { act, urgency: 1, breaksAt: facts.lastPossibleAt };
}

function whileAccepted(facts: DeskFacts, now: Temporal.Instant): NextAct {
  const breaksAt = facts.startsAt ?? facts.firstPossibleAt;
  if (facts.isByPhoneOnly) return { act: 'ask_by_phone', urgency: 1, breaksAt };
  const isSoon = !isBefore(now.add(CONFIRM_BEFORE), breaksAt);
  return isSoon
    ? { act: 'remind_requester_to_confirm', urgency: 1, breaksAt }
    : { act: 'wait_for_confirmation', urgency: 2, breaksAt };
}

function whileVisiting(facts: DeskFacts, now: Temporal.Instant, settings: SpotSettings): NextAct {
  const endsAt = facts.endsAt ?? facts.stateSince;
  const overdueAt = endsAt.add({ minutes: settings.overdueAfterMinutes });
  const isOverdue = !isBefore(now, overdueAt);
  return { act: isOverdue ? 'ask_how_visit_is_going' : 'nothing', urgency: 0, breaksAt: endsAt };
}

function afterVisit(facts: DeskFacts, now: Temporal.Instant): NextAct {
  if (facts.isUnsafe) return { act: 'look_into_worry', urgency: 0, breaksAt: facts.stateSince };
  const askAt = facts.stateSince.add(SAY_HOW_IT_WAS_WITHIN);
  const isLate = !isBefore(now, askAt);
  return { act: isLate ? 'ask_how_it_was' : 'nothing', urgency: 1, breaksAt: askAt };
}
