import { distancePoints } from '../factors.ts';
import { languageOptions, preferencePoints } from '../language.ts';
import { freedomAt } from '../times.ts';
import { CATEGORIES, type Calendar, type DispatchRequest, type PossibleTime } from '../types.ts';
import { touchedSlots } from '../weekly.ts';
import type { Weights } from '../weights.ts';
import { shelfKey } from './abilities.ts';
import { type Hours, hoursTouched } from './hours.ts';
import { genderNumber, practiceOf, skillsOf } from './posting.ts';
import { EAST, FLAGS, HAS_ADDED_TIME, HAS_CALENDAR, NORTH, RECORD_WORDS, type Roster } from './roster.ts';
import type { Shelf } from './shelf.ts';

export type Option = { language: string; position: number; shelf: Shelf; preference: number };

/** Words of the weekly hours that must have these bits for a possible time to be free. */
type TimeNeed = { time: PossibleTime; words: number[]; masks: number[] };

/** A request made ready for looking at many volunteers: every hard condition but language and level. */
export class Plan {
  readonly request: DispatchRequest;
  readonly weights: Weights;
  readonly options: Option[] = [];
  readonly neededLevel: number;
  readonly categoryBit: number;
  readonly isInPerson: boolean;
  private roster: Roster;
  private needs: TimeNeed[];
  /** The wished gender as in a posting, 0 for none. */
  readonly gender: number;
  private hours: Hours[];
  private barred = new Set<number>();
  private east: number;
  private north: number;

  constructor(request: DispatchRequest, weights: Weights, roster: Roster) {
    this.request = request;
    this.weights = weights;
    this.roster = roster;
    this.neededLevel = Math.max(1, request.neededLevel);
    this.categoryBit = 1 << CATEGORIES.indexOf(request.category);
    this.isInPerson = request.mode === 'in_person';
    this.needs = request.possibleTimes.map(toNeed);
    this.gender = genderNumber(request.genderWish);
    this.hours = request.possibleTimes.map((time) => hoursTouched(touchedSlots(time)));
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
      if (shelf && shelf.size > 0) this.options.push({ language, position, shelf, preference });
    }
  }

  /** Whether the hours of a posting leave it possible that somebody is free. */
  isWithinHours(early: number, late: number): boolean {
    for (let index = 0; index < this.hours.length; index++) {
      const needed = this.hours[index]!;
      if ((early & needed.early) === needed.early && (late & needed.late) === needed.late) return true;
    }
    return false;
  }

  /** Whether somebody is free at one of the times, and neither barred nor of the same household. */
  isOpenTo(slot: number): boolean {
    const flags = this.roster.records[slot * RECORD_WORDS + FLAGS]!;
    if ((flags & HAS_ADDED_TIME) === 0 && !this.fitsWeekly(slot * RECORD_WORDS)) return false;
    if ((flags & HAS_CALENDAR) !== 0 && this.openTimes(slot).length === 0) return false;
    if (this.barred.size > 0 && this.barred.has(slot)) return false;
    const { householdId } = this.request;
    return householdId === null || this.roster.households.get(slot) !== householdId;
  }

  /** Meters to somebody, -1 when that is further than they go. */
  reachableMeters(slot: number): number {
    const { records } = this.roster;
    const at = slot * RECORD_WORDS;
    const east = records[at + EAST]! - this.east;
    const north = records[at + NORTH]! - this.north;
    const meters = Math.floor(Math.sqrt(east * east + north * north));
    return meters <= this.roster.reachMeters(slot) ? meters : -1;
  }

  /** Points for living at that distance, -1 when it is further than somebody goes. */
  distanceOf(slot: number): number {
    const meters = this.reachableMeters(slot);
    return meters < 0 ? -1 : distancePoints(meters, this.weights);
  }

  /** Points for knowing the request's category, from the key of a posting. */
  categoryPoints(key: number): number {
    return (
      ((skillsOf(key) & this.categoryBit) !== 0 ? this.weights.categorySkill : 0) +
      ((practiceOf(key) & this.categoryBit) !== 0 ? this.weights.categoryPractice : 0)
    );
  }

  /** The possible times at which somebody is free, in the request's order. */
  openTimes(slot: number): PossibleTime[] {
    const at = slot * RECORD_WORDS;
    const hasCalendar = (this.roster.records[at + FLAGS]! & HAS_CALENDAR) !== 0;
    const calendar = hasCalendar ? this.roster.calendars[slot] : undefined;
    const open: PossibleTime[] = [];
    for (const need of this.needs) {
      const isWeekly = this.fitsNeed(at, need);
      const isPossible = isWeekly || (calendar !== undefined && hasAdded(calendar, need.time));
      if (isPossible && (!calendar || this.isFreeThen(calendar, need.time))) open.push(need.time);
    }
    return open;
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
