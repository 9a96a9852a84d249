import { daily, dayOf, type Hours, minuteOf, openDaysAfter, whyClosed } from '../../../kits/slots/index.ts';
import { type Danger, findDangers } from '../../safety/index.ts';
import type { MatterUrgency } from '../types.ts';

/** What somebody can tick that points to a danger, and which danger it is. */
export const SIGNS = {
  somebody_hurts_me: 'violence',
  somebody_follows_me: 'violence',
  sexual_violence: 'sexual_violence',
  want_to_die: 'suicide',
  child_in_danger: 'child',
} as const satisfies Readonly<Record<string, Danger>>;
export type Sign = keyof typeof SIGNS;
export const SIGN_NAMES = Object.keys(SIGNS) as [Sign, ...Sign[]];

/** Of which dangers what somebody wrote and ticked speaks: too many rather than too few. */
export function dangersIn(words: string, signs: readonly Sign[]): Danger[] {
  return [...new Set([...signs.map((sign) => SIGNS[sign]), ...findDangers(words)])];
}

/** Whoever asks for today less than this before closing is answered on the next open day. */
const LEAST_MINUTES = 120;
const OPEN_DAYS = { today: 1, this_week: 2, can_wait: 5 } as const;

/**
 * When somebody answers at the latest: what is promised is kept as an alarm. At closing time of today for what can't wait, of the
 * second or fifth open day for the rest.
 */
export function answerBy(
  { urgency, inDanger }: { readonly urgency: MatterUrgency; readonly inDanger: boolean },
  now: Temporal.Instant,
  hours: Hours,
): Temporal.Instant {
  const closing = daily(hours.closesAt, hours.timeZone);
  const today = dayOf(now, hours.timeZone);
  const pressing = inDanger || urgency === 'today';
  const { hour, minute } = now.toZonedDateTimeISO(hours.timeZone);
  const left = minuteOf(hours.closesAt) - (hour * 60 + minute);
  if (pressing && whyClosed(today, hours) === null && left >= LEAST_MINUTES) return closing.on(today);
  return closing.on(openDaysAfter(now, OPEN_DAYS[pressing ? 'today' : urgency], hours));
}
