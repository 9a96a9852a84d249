import { SLOTS_A_DAY, toWeekly } from '../dispatch/weekly.ts';
import { mayBeAPair } from '../fit/conditions.ts';
import type { SolvedRound } from '../pairs/types.ts';
import type { Purpose, Resident, Volunteer } from '../people/party.ts';
import { commonMinutes, type Weekday, weekdays } from '../people/week.ts';
import { type DayPart, dayParts, weeklyOf } from './changes.ts';

/**
 * One kind of volunteer who is missing: a language in an area, the experience needed, the times asked for, and
 * what one of them would bring.
 */
export interface RecruitKind {
  language: string;
  area: string;
  /** Experience or training that such a volunteer has to have, and what they have to offer. */
  experienceIn: readonly string[];
  offers: readonly Purpose[];
  /** Left-over residents whose candidate such a volunteer would be. */
  residentIds: readonly string[];
  /** Urgency in days of the resident who would be paired by the first such volunteer: the shadow price. */
  urgencyDays: number;
  /** Parts of the week in which the most of these residents have two hours, best first, three at most. */
  times: readonly { day: Weekday; part: DayPart; residents: number }[];
}

/**
 * Says whom to recruit: for each language, area and needed experience of somebody left over, what one more volunteer of that
 * kind would bring to this round. A new volunteer brings the greatest of `worth - cover` over the residents
 * they could be paired with, by the duals of the certificate (see `round/README.md`): a left-over resident,
 * or a paired one whose move frees a place for somebody left over. Kinds that bring nothing are left out; the
 * most residents helped come first, then the most urgent, then by name.
 */
export function recruitKinds(round: SolvedRound): RecruitKind[] {
  const leftOver = leftOverResidents(round);
  const { limits } = round.input.weights;
  const kinds: RecruitKind[] = [];
  for (const inArea of Map.groupBy(leftOver, placeAndExperience).values()) {
    for (const language of languagesOf(inArea, round)) {
      const recruit = recruitOf(language, inArea);
      const helped = leftOver.filter((resident) => mayBeAPair(resident, recruit, limits));
      const urgencyDays = mostUrgentGain(round, recruit);
      if (helped.length === 0 || urgencyDays < 0) continue;
      kinds.push({
        language,
        area: recruit.area,
        experienceIn: recruit.experienceIn,
        offers: recruit.offers,
        residentIds: helped.map(({ id }) => id),
        urgencyDays,
        times: timesFor(helped, limits.commonMinutes),
      });
    }
  }
  const name = (kind: RecruitKind) => [kind.area, kind.language, ...kind.experienceIn].join(' ');
  return kinds.sort(
    (a, b) =>
      b.residentIds.length - a.residentIds.length ||
      b.urgencyDays - a.urgencyDays ||
      (name(a) < name(b) ? -1 : 1),
  );
}

/** What one more place of an existing volunteer would bring, from the same duals. */
export interface MorePlaces {
  volunteerId: string;
  /** Urgency in days of the resident who would be paired. */
  urgencyDays: number;
}

/** Lists the volunteers one more place of whom would pair one more resident, the most urgent first. */
export function volunteersWorthAsking(round: SolvedRound): MorePlaces[] {
  const cover = round.result.certificate.cover.volunteers;
  return round.volunteers
    .map(({ id }, column) => ({ volunteerId: id, urgencyDays: cover[column]! / 2 - 1 }))
    .filter(({ urgencyDays }) => urgencyDays >= 0)
    .sort((a, b) => b.urgencyDays - a.urgencyDays || (a.volunteerId < b.volunteerId ? -1 : 1));
}

/** The urgency of whoever would be paired if this volunteer came: -1 when nobody would. */
function mostUrgentGain(round: SolvedRound, recruit: Volunteer): number {
  const { cover } = round.result.certificate;
  const pinned = new Set((round.problem.pinned ?? []).map(([row]) => row));
  let most = 0;
  round.residents.forEach((resident, row) => {
    const worth = 2 * (round.urgencies[row]!.days + 1);
    const gain = worth - cover.residents[row]!;
    if (gain > most && !pinned.has(row) && mayBeAPair(resident, recruit, round.input.weights.limits))
      most = gain;
  });
  return most / 2 - 1;
}

function leftOverResidents({ leftOver, residents }: SolvedRound): Resident[] {
  const ids = new Set(leftOver.map(({ residentId }) => residentId));
  return residents.filter(({ id }) => ids.has(id));
}

/** Residents who share this could have the same new volunteer. */
function placeAndExperience({ area, wantsExperience }: Resident): string {
  return JSON.stringify([area, ...[...wantsExperience].sort()]);
}

/** The languages in which these residents can do what they want to do with a volunteer, by tag. */
function languagesOf(residents: readonly Resident[], { input }: SolvedRound): string[] {
  const languages = residents.flatMap(({ languages, task }) =>
    languages.filter((ability) => ability[task] >= input.weights.limits.languageLevel),
  );
  return [...new Set(languages.map(({ language }) => language))].sort();
}

/**
 * A volunteer of the kind, in the middle of the residents, free all week, with the experience and the offers
 * that they need, who breaks nobody's wish and has none.
 */
export function recruitOf(language: string, residents: readonly Resident[]): Volunteer {
  const middle = (of: (resident: Resident) => number) =>
    Math.round(residents.reduce((sum, resident) => sum + of(resident), 0) / residents.length);
  return {
    id: `recruit ${language}`,
    personIds: [],
    householdIds: [],
    employerIds: [],
    isInPool: true,
    place: {
      eastMeters: middle(({ place }) => place.eastMeters),
      northMeters: middle(({ place }) => place.northMeters),
    },
    area: residents[0]!.area,
    reachKilometers: recruitReachKilometers,
    isOnlineOk: false,
    languages: [{ language, speak: 6, read: 6, write: 6, phone: 6 }],
    weekly: toWeekly(weekdays.map((weekday) => ({ weekday, fromSlot: 0, toSlot: SLOTS_A_DAY }))),
    adultGenders: [],
    childAges: [],
    hasPets: false,
    smokes: false,
    wishes: { gender: null, withoutChildren: false, withoutPets: false, withoutSmoking: false },
    interests: [],
    formerPartnerIds: [],
    wantsAgainIds: [],
    keptApartFromIds: [],
    isAtEaseWithEasyJapanese: false,
    offers: [...new Set(residents.flatMap(({ requiredPurposes }) => requiredPurposes))].sort(),
    experienceIn: [...residents[0]!.wantsExperience].sort(),
    capacity: 1,
    currentPairs: 0,
    completedPairs: 0,
  };
}

const recruitReachKilometers = 8;

function timesFor(residents: readonly Resident[], least: number): RecruitKind['times'] {
  const times = weekdays.flatMap((day) =>
    dayParts.map((part) => {
      const week = weeklyOf(day, part);
      const free = residents.filter(({ weekly }) => commonMinutes(weekly, week) >= least);
      return { day, part, residents: free.length };
    }),
  );
  return times
    .filter((time) => time.residents > 0)
    .sort((a, b) => b.residents - a.residents)
    .slice(0, 3);
}
