import { SLOT_MINUTES } from '../dispatch/weekly.ts';
import type { FitLimits } from '../fit/weights.ts';
import type { Party, Resident, Volunteer } from '../people/party.ts';
import { bitCount, wordsInWeek, wordsOf } from '../people/week.ts';

/** One side of a sieve, packed by the place of each party in its list. */
interface Packed {
  /**
   * One bit for each language (languages share a bit when there are more than thirty), and one for Easy
   * Japanese.
   */
  readonly languages: Int32Array;
  /** The free half hours of the week: fourteen words of 24 bits a party. */
  readonly weeks: Int32Array;
  /**
   * East, north and reach in meters, three numbers a party; the reach of who also meets online is negative,
   * less one.
   */
  readonly places: Float64Array;
}

/**
 * What three of the conditions look at, packed into numbers, so that a city's worth of impossible pairs is
 * passed over without touching the people themselves. The sieve may let through a pair that the conditions
 * refuse, never the other way round.
 */
export interface Sieve {
  readonly residents: Packed;
  readonly volunteers: Packed;
  readonly neededMinutes: number;
}

const languageBits = 30;
const easyJapaneseBit = 1 << languageBits;

/**
 * Packs both sides: residents with the languages of their own task, volunteers with every language they have
 * named; whoever is not in the pool, or has no free place, with none.
 */
export function sieveOf(
  residents: readonly Resident[],
  volunteers: readonly Volunteer[],
  limits: FitLimits,
): Sieve {
  const numbers = new Map<string, number>();
  const bitOf = (language: string) => {
    const number = numbers.get(language) ?? numbers.size;
    numbers.set(language, number);
    return 1 << (number % languageBits);
  };
  const wanted = residents.map(({ isInPool, languages, task, spokenJapanese }) => {
    if (!isInPool) return 0;
    const able = languages.filter((ability) => ability[task] >= limits.languageLevel);
    const easy = spokenJapanese >= limits.easyJapaneseFrom ? easyJapaneseBit : 0;
    return able.reduce((bits, { language }) => bits | bitOf(language), easy);
  });
  const offered = volunteers.map((volunteer) => {
    if (!volunteer.isInPool || volunteer.currentPairs >= volunteer.capacity) return 0;
    const easy = volunteer.isAtEaseWithEasyJapanese ? easyJapaneseBit : 0;
    return volunteer.languages.reduce((bits, { language }) => bits | bitOf(language), easy);
  });
  return {
    residents: packed(residents, wanted),
    volunteers: packed(volunteers, offered),
    neededMinutes: limits.commonMinutes,
  };
}

/**
 * Says whether the resident and the volunteer may share a language, be within reach and have enough common
 * time.
 */
export function mayPass(
  { residents, volunteers, neededMinutes }: Sieve,
  row: number,
  column: number,
): boolean {
  if ((residents.languages[row]! & volunteers.languages[column]!) === 0) return false;
  if (!mayReach(residents.places, 3 * row, volunteers.places, 3 * column)) return false;
  const [mine, theirs] = [wordsInWeek * row, wordsInWeek * column];
  let slots = 0;
  for (let word = 0; word < wordsInWeek; word++)
    slots += bitCount(residents.weeks[mine + word]! & volunteers.weeks[theirs + word]!);
  return slots * SLOT_MINUTES >= neededMinutes;
}

function packed(parties: readonly Party[], languages: readonly number[]): Packed {
  const weeks = new Int32Array(wordsInWeek * parties.length);
  const places = new Float64Array(3 * parties.length);
  parties.forEach(({ weekly, place, reachKilometers, isOnlineOk }, index) => {
    const reach = 1000 * reachKilometers;
    weeks.set(wordsOf(weekly), wordsInWeek * index);
    places.set([place.eastMeters, place.northMeters, isOnlineOk ? -1 - reach : reach], 3 * index);
  });
  return { languages: Int32Array.from(languages), weeks, places };
}

/** Distances are rounded down to whole meters, so a meter is added to the reach. */
function mayReach(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  if (a[i + 2]! < 0 && b[j + 2]! < 0) return true;
  const east = a[i]! - b[j]!;
  const north = a[i + 1]! - b[j + 1]!;
  const reach = Math.min(Math.abs(a[i + 2]!), Math.abs(b[j + 2]!)) + 1;
  return east * east + north * north <= reach * reach;
}
