import { languageOptions, preferencePoints } from '../language.ts';
import { freedomAt } from '../times.ts';
import { CATEGORIES, type Calendar, type DispatchRequest, type PossibleTime } from '../types.ts';
import { touchedSlots } from '../weekly.ts';
import { scarcityOf, type Weights } from '../weights.ts';
import { shelfKey } from './abilities.ts';
import { hoursTouched } from './hours.ts';
import type { Shelf } from './lists/shelf.ts';
import { genderNumber } from './posting.ts';
import { EAST, FLAGS, HAS_CALENDAR, NORTH, RECORD_WORDS, type Roster } from './roster.ts';

/** A language that serves the request, how rare it is, and what using it costs. */
export type Option = {
  language: string;
  position: number;
  scarcity: number;
  shelf: Shelf;
  preference: number;
};

/** Words of the weekly hours that must have these bits for a possible time to be free. */
type TimeNeed = { time: PossibleTime; words: number[]; masks: number[] };

/** A request made ready for looking at many volunteers: every hard condition but language and level. */
export class Plan {
  readonly request: DispatchRequest;
  readonly weights: Weights;
  readonly options: Option[] = [];
  readonly neededLevel: number;
  /** The number of the request's category. */
  readonly category: number;
  readonly isInPerson: boolean;
  private roster: Roster;
  private needs: TimeNeed[];
  /** The wished gender as in a posting, 0 for none. */
  readonly gender: number;
  /** For each possible time the two words of hours that it touches. */
  private hours: Int32Array;
  /** From the first to the last minute at which anything in a calendar could matter. */
  private earliest: number;
  private latest: number;
  private barred = new Set<number>();
  /** The request's place. */
  readonly east: number;
  readonly north: number;

  constructor(request: DispatchRequest, weights: Weights, roster: Roster) {
    this.request = request;
    this.weights = weights;
    this.roster = roster;
    this.neededLevel = Math.max(1, request.neededLevel);
    this.category = CATEGORIES.indexOf(request.category);
    this.isInPerson = request.mode === 'in_person';
    this.needs = request.possibleTimes.map(toNeed);
    this.gender = genderNumber(request.genderWish);
    this.hours = Int32Array.from(
      request.possibleTimes.flatMap((time) => {
        const { early, late } = hoursTouched(touchedSlots(time));
        return [early, late];
      }),
    );
    const buffer = request.travelBufferMinutes;
    this.earliest = Math.min(...request.possibleTimes.map((time) => time.startMinute)) - buffer;
    this.latest =
      Math.max(...request.possibleTimes.map((time) => time.startMinute + time.durationMinutes)) + buffer;
    this.east = request.place?.eastMeters ?? 0;
    this.north = request.place?.northMeters ?? 0;
    for (const id of [request.residentId, ...request.restrictedVolunteerIds, ...request.askedVolunteerIds]) {
      const slot = roster.slots.get(id);
      if (slot !== undefined) this.barred.add(slot);
    }
  }

  /** Finds the shelves of the languages that serve the request; those without anybody are left out. */
  addOptions(shelves: ReadonlyMap<string, Shelf>): void {
    for (const [position, language] of languageOptions(this.request).entries()) {
      const shelf = shelves.get(shelfKey(language, this.request.task));
      const choice = { language, position, level: 0 as const, scarcityGap: 0 };
      const preference = preferencePoints(choice, this.weights);
      const scarcity = scarcityOf(language, this.weights);
      if (shelf && shelf.size > 0) this.options.push({ language, position, scarcity, shelf, preference });
    }
  }

  /** Whether the hours of a posting leave it possible that somebody is free. */
  isWithinHours(early: number, late: number): boolean {
    const { hours } = this;
    for (let at = 0; at < hours.length; at += 2) {
      if ((hours[at]! & ~early) === 0 && (hours[at + 1]! & ~late) === 0) return true;
    }
    return false;
  }

  /** Whether somebody is free at one of the times, and neither barred nor of the same household. */
  isOpenTo(slot: number): boolean {
    if (this.hasCalendarThen(slot)) {
      if (this.openTimes(slot).length === 0) return false;
    } else if (!this.fitsWeekly(slot * RECORD_WORDS)) return false;
    if (this.barred.size > 0 && this.barred.has(slot)) return false;
    const { householdId } = this.request;
    return householdId === null || this.roster.households.get(slot) !== householdId;
  }

  /** Meters from the request's place to another. */
  metersTo(eastMeters: number, northMeters: number): number {
    const east = eastMeters - this.east;
    const north = northMeters - this.north;
    return Math.floor(Math.sqrt(east * east + north * north));
  }

  /** Meters to somebody, -1 when that is further than they go. */
  reachableMeters(slot: number): number {
    const { records } = this.roster;
    const at = slot * RECORD_WORDS;
    const meters = this.metersTo(records[at + EAST]!, records[at + NORTH]!);
    return meters <= this.roster.reachMeters(slot) ? meters : -1;
  }

  /** The possible times at which somebody is free, in the request's order. */
  openTimes(slot: number): PossibleTime[] {
    const at = slot * RECORD_WORDS;
    const calendar = this.hasCalendarThen(slot) ? this.roster.calendars[slot] : undefined;
    const open: PossibleTime[] = [];
    for (const need of this.needs) {
      const isWeekly = this.fitsNeed(at, need);
      const isPossible = isWeekly || (calendar !== undefined && hasAdded(calendar, need.time));
      if (isPossible && (!calendar || this.isFreeThen(calendar, need.time))) open.push(need.time);
    }
    return open;
  }

  /** Whether the calendar of somebody may say anything, beside weekly hours, about the time around the visit. */
  private hasCalendarThen(slot: number): boolean {
    if ((this.roster.records[slot * RECORD_WORDS + FLAGS]! & HAS_CALENDAR) === 0) return false;
    const { spans } = this.roster;
    return spans[slot * 2]! < this.latest && spans[slot * 2 + 1]! > this.earliest;
  }

  private isFreeThen(calendar: Calendar, time: PossibleTime): boolean {
    return freedomAt(calendar, time, this.request.travelBufferMinutes) === 'free';
  }

  private fitsWeekly(at: number): boolean {
    for (let index = 0; index < this.needs.length; index++) {
      if (this.fitsNeed(at, this.needs[index]!)) return true;
    }
    return false;
  }

  private fitsNeed(at: number, { words, masks }: TimeNeed): boolean {
    const { records } = this.roster;
    for (let index = 0; index < words.length; index++) {
      const mask = masks[index]!;
      if ((records[at + words[index]!]! & mask) !== mask) return false;
    }
    return true;
  }
}

/** Whether any time was added that this one meets. */
function hasAdded({ exceptions }: Calendar, { startMinute, durationMinutes }: PossibleTime): boolean {
  return exceptions.some(
    ({ isFree, fromMinute, toMinute }) =>
      isFree && fromMinute < startMinute + durationMinutes && startMinute < toMinute,
  );
}

function toNeed(time: PossibleTime): TimeNeed {
  const words: number[] = [];
  const masks: number[] = [];
  for (const slot of touchedSlots(time)) {
    const at = words.indexOf(slot >>> 5);
    const bit = 1 << (31 - (slot & 31));
    if (at >= 0) masks[at]! |= bit;
    else {
      words.push(slot >>> 5);
      masks.push(bit);
    }
  }
  return { time, words, masks };
}
