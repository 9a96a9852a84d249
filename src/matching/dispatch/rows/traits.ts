import type { Calendar, Level, PossibleTime } from '../types.ts';
import { isFreeInWeek, SLOTS_A_DAY, SLOTS_A_WEEK, toPossibleTime, touchedSlots } from '../weekly.ts';

/**
 * What a request can need of somebody, a bit each in three words of 63 bits, so that whoever has all bits of a need fits as
 * far as a row can tell. From the lowest bit: each level from A2 on that they reach (5), women, men, and the half hours
 * of the week from Monday on, 8:00 to 21:00. Other times are not told.
 */
export type Traits = readonly [bigint, bigint, bigint];

const WORD = 63n;
const WORD_BITS = (1n << WORD) - 1n;
const GENDER_FROM = 5;
const HOURS_FROM = 7;
const FIRST_SLOT = 16;
const SLOTS_TOLD = 26;
const DAY_MINUTES = 24 * 60;

/** @param gender as in a posting */
export function toTraits(level: Level, gender: number, slots: Iterable<number>): Traits {
  let bits = BigInt(levelBits(level) | (gender << GENDER_FROM));
  for (const slot of slots) {
    const inDay = (slot % SLOTS_A_DAY) - FIRST_SLOT;
    if (inDay < 0 || inDay >= SLOTS_TOLD) continue;
    bits |= 1n << BigInt(HOURS_FROM + Math.floor(slot / SLOTS_A_DAY) * SLOTS_TOLD + inDay);
  }
  return [bits & WORD_BITS, (bits >> WORD) & WORD_BITS, bits >> (2n * WORD)];
}

/** The bits of a level in the first word: that level and all below it, none for A1. */
export function levelBits(level: number): number {
  return (1 << Math.max(0, level - 1)) - 1;
}

/**
 * Half hours of the week in which somebody can be free, by their weekly hours or in some week by added time.
 * @param timeZone where the organization is
 */
export function slotsEverFree({ weekly, exceptions }: Calendar, timeZone: string): Set<number> {
  const slots = new Set(EVERY_SLOT.filter((slot) => isFreeInWeek(weekly, slot)));
  for (const { isFree, fromMinute, toMinute } of exceptions) {
    if (!isFree) continue;
    for (const slot of slotsOf(fromMinute, toMinute, timeZone)) slots.add(slot);
  }
  return slots;
}

const EVERY_SLOT = Array.from({ length: SLOTS_A_WEEK }, (_, slot) => slot);

/** Half hours of the week as a visit counts them that has begun a day before or later. */
function slotsOf(fromMinute: number, toMinute: number, timeZone: string): readonly number[] {
  const at = (minute: number) =>
    Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(timeZone);
  // A visit counts on by the clock of its beginning, which is another one before the clocks are changed.
  const isClockChanged = at(fromMinute - DAY_MINUTES).offset !== at(toMinute).offset;
  return isClockChanged ? EVERY_SLOT : touchedSlots(toPossibleTime(at(fromMinute), toMinute - fromMinute));
}

/** What a request needs for one of its possible times. */
export function needAt(time: PossibleTime, level: Level, gender: number): Traits {
  return toTraits(level, gender, touchedSlots(time));
}
