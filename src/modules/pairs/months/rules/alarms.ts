import type { Side } from '../../types.ts';
import { type Begun, dayTogether, type Month } from './calendar.ts';
import { disagree, type Said } from './check-ins.ts';

/** The gravest first. */
export const ALARM_KINDS = [
  'unsafe',
  'asked_for_money',
  'solicited',
  'low_feeling',
  'wants_coordinator',
  'disagreement',
  'no_first_contact',
  'check_ins_missed',
  'gone_quiet',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** What a coordinator has to look at. The same cause opens none twice. */
export interface Alarm {
  readonly kind: AlarmKind;
  /** `3 resident`, `2026-11-24`. */
  readonly cause: string;
}

/** Somebody may be in danger: looked at on the same day, and a concern as well. */
export const GRAVE: readonly AlarmKind[] = ['unsafe', 'asked_for_money', 'solicited'];

interface Facing {
  /** 0 somebody may be in trouble, 1 act now, 2 others act now. */
  readonly urgency: 0 | 1 | 2;
  /** When it is too late. */
  readonly hours: number;
}
const DAY = 24;
const FACING: Readonly<Record<AlarmKind, Facing>> = {
  unsafe: { urgency: 0, hours: 0 },
  asked_for_money: { urgency: 0, hours: 0 },
  solicited: { urgency: 0, hours: 0 },
  low_feeling: { urgency: 1, hours: 2 * DAY },
  wants_coordinator: { urgency: 1, hours: 2 * DAY },
  disagreement: { urgency: 1, hours: 3 * DAY },
  no_first_contact: { urgency: 1, hours: 3 * DAY },
  check_ins_missed: { urgency: 2, hours: 7 * DAY },
  gone_quiet: { urgency: 2, hours: 7 * DAY },
};

/** How soon an alarm that was opened at an instant is to be looked at. */
export function facingOf(kind: AlarmKind, openedAt: Temporal.Instant) {
  const { urgency, hours } = FACING[kind];
  return { urgency, breaksAt: openedAt.add({ hours }) };
}

const LOW = 2;

/** What one side's answers open, beside those of the other where they are there: the difference, not the mean. */
export function alarmsOfAnswers(of: {
  readonly month: Month;
  readonly side: Side;
  readonly said: Said;
  readonly other: Said | null;
}): Alarm[] {
  const { month, side, said, other } = of;
  const own = `${month} ${side}`;
  return [
    ...said.worries.map((kind): Alarm => ({ kind, cause: own })),
    ...(said.feeling <= LOW ? [{ kind: 'low_feeling', cause: own } as const] : []),
    ...(said.wantsCoordinator ? [{ kind: 'wants_coordinator', cause: own } as const] : []),
    ...(other && disagree(said, other) ? [{ kind: 'disagreement', cause: `${month}` } as const] : []),
  ];
}

/** A check-in as time judges it. */
export interface Asked {
  readonly month: Month;
  readonly side: Side;
  readonly answerBy: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
}

interface PairSeen {
  readonly pair: Begun;
  /** Days on which they were in touch. */
  readonly days: readonly Temporal.PlainDate[];
  readonly asked: readonly Asked[];
  /** When they went on after a rest. */
  readonly resumedAt: readonly Temporal.Instant[];
  readonly now: Temporal.Instant;
}

const FIRST_CONTACT_DAYS = 14;
const QUIET_DAYS = 45;
const REST_DAYS = 60;
const ZONE = 'Asia/Tokyo';
const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(ZONE).toPlainDate();
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one;

/** What time itself opens: silence counts as no success. */
export function alarmsOfTime(seen: PairSeen): Alarm[] {
  return [
    ...noFirstContact(seen),
    ...(['resident', 'volunteer'] as const).flatMap((side) => missedBy(side, seen)),
    ...goneQuiet(seen),
  ];
}

function noFirstContact({ pair, days, now }: PairSeen): Alarm[] {
  if (days.length > 0 || pair.pausedOn !== null) return [];
  const together = pair.startedOn.until(dayTogether(pair, dayOf(now))).days;
  return together >= FIRST_CONTACT_DAYS ? [{ kind: 'no_first_contact', cause: 'beginning' }] : [];
}

/** Two in a row that one side did not answer in time; a third in the same row is the same alarm. */
function missedBy(side: Side, { asked, now }: PairSeen): Alarm[] {
  const own = asked.filter((one) => one.side === side).toSorted((one, other) => one.month - other.month);
  const isMissed = ({ answeredAt, answerBy }: Asked) =>
    answeredAt === null && Temporal.Instant.compare(answerBy, now) <= 0;
  const row = own.slice(own.findLastIndex((one) => !isMissed(one)) + 1);
  const [first] = row;
  return first && row.length >= 2 ? [{ kind: 'check_ins_missed', cause: `${first.month} ${side}` }] : [];
}

/** Nobody has told of anything for long, or they rest for longer than a rest. */
function goneQuiet({ pair, days, asked, resumedAt, now }: PairSeen): Alarm[] {
  const today = dayOf(now);
  if (pair.pausedOn)
    return pair.pausedOn.until(today).days >= REST_DAYS
      ? [{ kind: 'gone_quiet', cause: pair.pausedOn.toString() }]
      : [];
  const answered = asked.flatMap(({ answeredAt }) => (answeredAt ? [dayOf(answeredAt)] : []));
  const last = [...days, ...answered, ...resumedAt.map(dayOf)].reduce(later, pair.startedOn);
  return last.until(today).days >= QUIET_DAYS ? [{ kind: 'gone_quiet', cause: last.toString() }] : [];
}
