import { EASY_JAPANESE_FROM } from '../dispatch/language.ts';
import { toWeekly } from '../dispatch/weekly.ts';
import type { ConditionName } from '../fit/conditions.ts';
import type { Purpose, Resident } from '../people/party.ts';
import { eitherWeek, type Weekday, weekdays } from '../people/week.ts';

/**
 * A thing that could change for a waiting resident: by themselves, or by a volunteer who learns what is needed.
 * The gender wish is never among them: nobody is asked to give that up.
 */
export type Change =
  | { code: 'free_also'; params: { day: Weekday; part: DayPart } }
  | { code: 'also_meet_online'; params: Record<string, never> }
  | { code: 'travel_farther'; params: { limit_km: number } }
  | { code: 'open_to_children' | 'open_to_pets' | 'open_to_smoking'; params: Record<string, never> }
  | { code: 'reach_a2'; params: Record<string, never> }
  | { code: 'do_without'; params: { purposes: readonly Purpose[] } }
  | { code: 'train_a_volunteer'; params: { experience: readonly string[] } };

export type DayPart = 'morning' | 'afternoon' | 'evening';

/** The hours of a part of the day; each is longer than the two hours a week that a pair needs. */
const hoursOf: Readonly<Record<DayPart, readonly [from: number, to: number]>> = {
  morning: [9, 12],
  afternoon: [12, 18],
  evening: [18, 21],
};

/** Returns the week in which just this part of this day is free. */
export function weeklyOf(day: Weekday, part: DayPart): string {
  const [from, to] = hoursOf[part];
  return toWeekly([{ weekday: day, fromSlot: 2 * from, toSlot: 2 * to }]);
}

export const dayParts: readonly DayPart[] = ['morning', 'afternoon', 'evening'];

const fartherByKm = [2, 4, 8];

/** Lists every change that would loosen the condition for this resident, from the smallest up. */
export function changesLoosening(condition: ConditionName, resident: Resident): Change[] {
  if (condition === 'theyHaveTwoHoursAWeek')
    return weekdays.flatMap((day) =>
      dayParts.map((part): Change => ({ code: 'free_also', params: { day, part } })),
    );
  if (condition === 'theyLiveNearOrMeetOnline') {
    const farther = fartherByKm.map(
      (km): Change => ({ code: 'travel_farther', params: { limit_km: resident.reachKilometers + km } }),
    );
    return resident.isOnlineOk ? farther : [{ code: 'also_meet_online', params: {} }, ...farther];
  }
  if (condition === 'theyShareALanguage')
    return resident.spokenJapanese < EASY_JAPANESE_FROM ? [{ code: 'reach_a2', params: {} }] : [];
  if (condition === 'everythingRequiredIsOffered')
    return eachAndAll(resident.requiredPurposes).map(
      (purposes): Change => ({ code: 'do_without', params: { purposes } }),
    );
  if (condition === 'theVolunteerHasTheExperienceNeeded')
    return eachAndAll(resident.wantsExperience).map(
      (experience): Change => ({ code: 'train_a_volunteer', params: { experience } }),
    );
  if (condition !== 'wishesOfBothAreRespected') return [];
  const { withoutChildren, withoutPets, withoutSmoking } = resident.wishes;
  const changes: Change[] = [];
  if (withoutChildren) changes.push({ code: 'open_to_children', params: {} });
  if (withoutPets) changes.push({ code: 'open_to_pets', params: {} });
  if (withoutSmoking) changes.push({ code: 'open_to_smoking', params: {} });
  return changes;
}

/** Each thing by itself, then all of them together where there are several. */
function eachAndAll<T>(things: readonly T[]): (readonly T[])[] {
  return things.length > 1 ? [...things.map((thing) => [thing]), things] : things.map((thing) => [thing]);
}

/** How large a change is beside others of its code. */
export function sizeOf({ code, params }: Change): number {
  if (code === 'travel_farther') return params.limit_km;
  if (code === 'do_without') return params.purposes.length;
  return code === 'train_a_volunteer' ? params.experience.length : 0;
}

/**
 * Returns the resident as they would be after the change. Who could be paired after a volunteer has learned
 * something is who could be paired if it were not needed.
 */
export function changed(resident: Resident, change: Change): Resident {
  const { wishes } = resident;
  switch (change.code) {
    case 'free_also': {
      const { day, part } = change.params;
      return {
        ...resident,
        weekly: eitherWeek(resident.weekly, weeklyOf(day, part)),
      };
    }
    case 'also_meet_online':
      return { ...resident, isOnlineOk: true };
    case 'travel_farther':
      return { ...resident, reachKilometers: change.params.limit_km };
    case 'open_to_children':
      return { ...resident, wishes: { ...wishes, withoutChildren: false } };
    case 'open_to_pets':
      return { ...resident, wishes: { ...wishes, withoutPets: false } };
    case 'open_to_smoking':
      return { ...resident, wishes: { ...wishes, withoutSmoking: false } };
    case 'reach_a2':
      return { ...resident, spokenJapanese: EASY_JAPANESE_FROM };
    case 'do_without': {
      const { purposes } = change.params;
      return {
        ...resident,
        requiredPurposes: resident.requiredPurposes.filter((one) => !purposes.includes(one)),
      };
    }
    case 'train_a_volunteer': {
      const { experience } = change.params;
      return {
        ...resident,
        wantsExperience: resident.wantsExperience.filter((one) => !experience.includes(one)),
      };
    }
  }
}
