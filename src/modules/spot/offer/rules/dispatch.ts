import { isClosedAt } from '../../../../kits/slots/index.ts';
import type { Exclusion } from '../../../../matching/dispatch/rank.ts';
import { epochDay } from '../../../../matching/dispatch/times.ts';
import type {
  Calendar,
  DispatchRequest,
  Level,
  PossibleTime,
  Volunteer,
} from '../../../../matching/dispatch/types.ts';
import { toPossibleTime } from '../../../../matching/dispatch/weekly.ts';
import { pointOf } from '../../ask/rules/place.ts';
import type { TimePromised } from '../../ask/rules/times/overlap.ts';
import { writtenFirst } from '../../ask/rules/written-in.ts';
import type { SpotSettings } from '../../settings.ts';
import type { SupportRequest } from '../../types.ts';

/** Spoken Japanese from which dispatch lets Easy Japanese carry a conversation (A2). */
const EASY_JAPANESE: Level = 2;

/** What dispatch must know of a request beside the request itself. */
export interface DispatchContext {
  readonly now: Temporal.Instant;
  readonly settings: SpotSettings;
  readonly householdId: string | null;
  readonly keptApartIds: readonly string[];
  readonly askedIds: readonly string[];
}

/**
 * A request as dispatch ranks it: only times still to come; by phone, the ability to phone in a shared language
 * counts, else to speak.
 */
export function toDispatchRequest(request: SupportRequest, context: DispatchContext): DispatchRequest {
  const { settings, now } = context;
  const isVisit = request.place.kind === 'place';
  return {
    id: request.id,
    residentId: request.requesterId,
    householdId: context.householdId,
    category: request.category,
    task: request.place.kind === 'phone' ? 'phone' : 'speak',
    neededLevel: settings.neededLevel as Level,
    languages: writtenFirst(request.talkLanguages, request.ownWordsLocale),
    spokenJapanese: request.isEasyJapaneseOk ? EASY_JAPANESE : 0,
    mode: isVisit ? 'in_person' : request.place.kind === 'phone' ? 'phone' : 'online',
    place: pointOf(request.place),
    possibleTimes: timesToCome(request, context),
    travelBufferMinutes: isVisit ? settings.travelBufferMinutes : 0,
    genderWish: request.genderWish,
    restrictedVolunteerIds: context.keptApartIds,
    askedVolunteerIds: context.askedIds,
    today: epochDay(now, settings.timeZone),
  };
}

/** The possible times that are still to come, but for those that were closed since. */
export function timesToCome(
  request: Pick<SupportRequest, 'possibleTimes' | 'durationMinutes'>,
  { now, settings }: Pick<DispatchContext, 'now' | 'settings'>,
): PossibleTime[] {
  const isOpen = (startsAt: Temporal.Instant) =>
    !isClosedAt({ startsAt, minutes: request.durationMinutes }, settings);
  return request.possibleTimes
    .filter((time) => Temporal.Instant.compare(time, now) > 0 && isOpen(time))
    .map((time) => toPossibleTime(time.toZonedDateTimeISO(settings.timeZone), request.durationMinutes));
}

/** A calendar with the visits that somebody has promised. */
export function withPromises(calendar: Calendar, promises: readonly TimePromised[]): Calendar {
  const visits = promises.map(({ startsAt, endsAt }) => ({
    fromMinute: Math.floor(startsAt.epochMilliseconds / 60_000),
    toMinute: Math.ceil(endsAt.epochMilliseconds / 60_000),
  }));
  return { ...calendar, visits };
}

/**
 * Those who can't do in Japanese what is to be done: the talk is in the shared language, but the letter, the form and
 * the telephone are in Japanese.
 */
export function unableInJapanese(
  request: Pick<SupportRequest, 'neededTasks'>,
  volunteers: readonly Pick<Volunteer, 'id' | 'languages'>[],
  neededLevel: number,
): Exclusion[] {
  return volunteers
    .filter(({ languages }) => {
      const japanese = languages.find(({ language }) => language === 'ja');
      return request.neededTasks.some((task) => (japanese?.[task] ?? 0) < neededLevel);
    })
    .map(({ id }) => ({ volunteerId: id, because: 'level_below_need' }));
}
