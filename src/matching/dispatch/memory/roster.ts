import { compareIds } from '../rank.ts';
import { CATEGORIES, type Calendar, type Category, type Place, type Volunteer } from '../types.ts';
import { SLOTS_A_WEEK } from '../weekly.ts';
import { EVERY_HOUR, hoursTouched } from './hours.ts';
import { grown } from './lists/arena.ts';
import { genderNumber, MOST_SLOTS } from './posting.ts';

/** Words of one volunteer's record: 64 bytes, so that looking at somebody touches one cache line. */
export const RECORD_WORDS = 16;
/** Words 0 to 10 are the weekly half hours, the earliest in the highest bit; the low half of word 10 are flags. */
export const FLAGS = 10;
export const EAST = 11;
export const NORTH = 12;
/** Reach in kilometers (8 bits) and number of the ability set (24 bits). */
const REACH = 13;
const DAYS = 14;
const DEEDS = 15;

/** Exceptions, pauses or visits besides the weekly hours. */
export const HAS_CALENDAR = 1;
const GENDER_SHIFT = 1;

export const MOST_REACH = 254;
/** In place of a reach, for somebody without a place. */
const NO_PLACE = 255;

/**
 * Volunteers as columns, by slot. A slot is given at the first `write` and used again after `erase`.
 */
export class Roster {
  records = new Int32Array(RECORD_WORDS * 1024);
  /** The day as of which the postings of a volunteer count rest. */
  scoredOn = new Uint16Array(1024);
  /** Hours with any free time, for postings. */
  earlyHours = new Int32Array(1024);
  lateHours = new Int32Array(1024);
  /** By slot, the first and the last minute that a calendar says anything about, for those with HAS_CALENDAR. */
  spans = new Float64Array(2 * 1024);
  readonly slots = new Map<string, number>();
  /** Of those who have more than weekly hours. */
  calendars: (Calendar | undefined)[] = [];
  readonly households = new Map<number, string>();
  private ids: string[] = [];
  private tieKeys = new Float64Array(1024);
  private freeSlots: number[] = [];

  /** Number of slots ever given: slots run below it. */
  get height(): number {
    return this.ids.length;
  }

  idOf(slot: number): string {
    return this.ids[slot]!;
  }

  /** Order by id, through a number that decides nearly always. */
  compare(one: number, other: number): number {
    return this.tieKeys[one]! - this.tieKeys[other]! || compareIds(this.ids[one]!, this.ids[other]!);
  }

  /** Writes everything but ability set and postings; returns the slot. */
  write(volunteer: Volunteer): number {
    const slot = this.slots.get(volunteer.id) ?? this.newSlot(volunteer.id);
    const { calendar, householdId, place } = volunteer;
    const hasCalendar = calendar.exceptions.length + calendar.pauses.length + calendar.visits.length > 0;
    this.calendars[slot] = hasCalendar ? calendar : undefined;
    if (hasCalendar) this.writeSpan(slot, calendar);
    if (householdId === null) this.households.delete(slot);
    else this.households.set(slot, householdId);
    const at = slot * RECORD_WORDS;
    for (let word = 0; word <= FLAGS; word++) this.records[at + word] = weeklyWord(calendar.weekly, word);
    const hasAddedTime = calendar.exceptions.some(({ isFree }) => isFree);
    const { early, late } = hoursTouched(this.freeSlotsOfWeek(at));
    this.earlyHours[slot] = hasAddedTime ? EVERY_HOUR : early;
    this.lateHours[slot] = hasAddedTime ? EVERY_HOUR : late;
    this.records[at + FLAGS]! |=
      (hasCalendar ? HAS_CALENDAR : 0) | (genderNumber(volunteer.gender) << GENDER_SHIFT);
    this.records[at + EAST] = place?.eastMeters ?? 0;
    this.records[at + NORTH] = place?.northMeters ?? 0;
    this.records[at + REACH] = (place ? volunteer.reachKilometers : NO_PLACE) << 24;
    this.records[at + DAYS] = ((volunteer.lastAskedOn ?? 0) << 16) | (volunteer.lastServedOn ?? 0);
    this.records[at + DEEDS] =
      (volunteer.visitsDone << 16) |
      (categoryMask(volunteer.skills) << 8) |
      categoryMask(volunteer.practiced);
    return slot;
  }

  setOf(slot: number): number {
    return this.records[slot * RECORD_WORDS + REACH]! & 0xff_ffff;
  }

  /** Notes the ability set; `write` forgets it. */
  setSet(slot: number, set: number): void {
    this.records[slot * RECORD_WORDS + REACH]! |= set;
  }

  reachKilometers(slot: number): number {
    return this.records[slot * RECORD_WORDS + REACH]! >>> 24;
  }

  /** Reach in meters, -1 for somebody without a place: nobody is that near. */
  reachMeters(slot: number): number {
    const kilometers = this.reachKilometers(slot);
    return kilometers === NO_PLACE ? -1 : kilometers * 1000;
  }

  placeOf(slot: number): Place | null {
    const at = slot * RECORD_WORDS;
    if (this.reachMeters(slot) < 0) return null;
    return { eastMeters: this.records[at + EAST]!, northMeters: this.records[at + NORTH]! };
  }

  genderOf(slot: number): number {
    return (this.records[slot * RECORD_WORDS + FLAGS]! >> GENDER_SHIFT) & 3;
  }

  erase(slot: number): void {
    this.slots.delete(this.ids[slot]!);
    this.calendars[slot] = undefined;
    this.households.delete(slot);
    this.freeSlots.push(slot);
  }

  /** Days from the last offer to `today`, null when there was none. */
  daysSinceAsked(slot: number, today: number): number | null {
    const day = this.records[slot * RECORD_WORDS + DAYS]! >>> 16;
    return day === 0 ? null : today - day;
  }

  /** Days from the last visit to `today`, null when there was none. */
  daysSinceServed(slot: number, today: number): number | null {
    const day = this.records[slot * RECORD_WORDS + DAYS]! & 0xffff;
    return day === 0 ? null : today - day;
  }

  visitsDone(slot: number): number {
    return this.records[slot * RECORD_WORDS + DEEDS]! >>> 16;
  }

  skillMask(slot: number): number {
    return (this.records[slot * RECORD_WORDS + DEEDS]! >> 8) & 0xff;
  }

  practiceMask(slot: number): number {
    return this.records[slot * RECORD_WORDS + DEEDS]! & 0xff;
  }

  /**
   * Gives everybody a new slot: `order[n]` is the slot of whoever gets slot n. People who are looked at together
   * should lie side by side, because every look at another page of memory takes time.
   */
  arrange(order: Uint32Array): void {
    this.records = permuted(this.records, order, RECORD_WORDS);
    this.spans = permuted(this.spans, order, 2);
    this.scoredOn = permuted(this.scoredOn, order);
    this.earlyHours = permuted(this.earlyHours, order);
    this.lateHours = permuted(this.lateHours, order);
    this.tieKeys = permuted(this.tieKeys, order);
    this.ids = Array.from(order, (slot) => this.ids[slot]!);
    this.calendars = Array.from(order, (slot) => this.calendars[slot]);
    const households = new Map(this.households);
    this.households.clear();
    for (const [slot, old] of order.entries()) {
      this.slots.set(this.ids[slot]!, slot);
      const household = households.get(old);
      if (household !== undefined) this.households.set(slot, household);
    }
  }

  private writeSpan(slot: number, { exceptions, pauses, visits }: Calendar): void {
    const all = [...exceptions, ...pauses, ...visits];
    this.spans[slot * 2] = Math.min(...all.map(({ fromMinute }) => fromMinute));
    this.spans[slot * 2 + 1] = Math.max(...all.map(({ toMinute }) => toMinute));
  }

  private *freeSlotsOfWeek(at: number): Generator<number> {
    for (let slot = 0; slot < SLOTS_A_WEEK; slot++) {
      if (((this.records[at + (slot >>> 5)]! >> (31 - (slot & 31))) & 1) === 1) yield slot;
    }
  }

  private newSlot(id: string): number {
    const slot = this.freeSlots.pop() ?? this.ids.length;
    if (slot >= MOST_SLOTS) throw new RangeError('The index holds at most 16,777,216 volunteers.');
    if (slot === this.scoredOn.length) {
      this.records = grown(this.records, Int32Array);
      this.spans = grown(this.spans, Float64Array);
      this.scoredOn = grown(this.scoredOn, Uint16Array);
      this.earlyHours = grown(this.earlyHours, Int32Array);
      this.lateHours = grown(this.lateHours, Int32Array);
      this.tieKeys = grown(this.tieKeys, Float64Array);
    }
    this.ids[slot] = id;
    this.tieKeys[slot] = tieKey(id);
    this.slots.set(id, slot);
    return slot;
  }
}

/** The stretches of `stride` numbers in another order, in an array of the same length. */
function permuted<T extends Int32Array | Uint16Array | Float64Array>(
  array: T,
  order: Uint32Array,
  stride = 1,
): T {
  const arranged = array.slice() as T;
  for (const [slot, old] of order.entries()) {
    for (let word = 0; word < stride; word++) arranged[slot * stride + word] = array[old * stride + word]!;
  }
  return arranged;
}

/** A set of categories as bits, in the order of CATEGORIES. */
export function categoryMask(categories: readonly Category[]): number {
  return categories.reduce((mask, category) => mask | (1 << CATEGORIES.indexOf(category)), 0);
}

function weeklyWord(weekly: string, word: number): number {
  const digits = Number.parseInt(weekly.slice(word * 8, word * 8 + 8), 16);
  return word === FLAGS ? digits << 16 : digits | 0;
}

/** The first seven characters as a number: never out of order with the ids, though it may call two equal. */
function tieKey(id: string): number {
  let key = 0;
  for (let at = 0; at < 7; at++) key = key * 128 + (at < id.length ? Math.min(id.charCodeAt(at), 127) : 0);
  return key;
}
