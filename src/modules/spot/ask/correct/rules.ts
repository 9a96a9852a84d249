import type { Outcome, Refusal } from '../../../../platform/refusal.ts';
import { accept, refuse } from '../../../../platform/refusal.ts';
import type { RequestState } from '../../transitions.ts';
import { type Category, MOST, type RequestPlace, type SupportRequest } from '../../types.ts';
import { keepNeededPlace, refusePlace } from '../rules/place.ts';
import { type Asking, refuseLength, refuseTimes } from '../rules/times/times.ts';

/** What can be put right, as the history names it. */
export type CorrectedField = 'category' | 'duration_minutes' | 'possible_times' | 'place' | 'talk_languages';

/** What a coordinator wants to be so; what is left out stays. */
export interface Corrected {
  readonly category?: Category;
  readonly durationMinutes?: number;
  /** All that are to come: those that have passed go with the first change. */
  readonly possibleTimes?: readonly Temporal.Instant[];
  /** Without the exact address, which goes with the place that it was of. */
  readonly place?: Omit<RequestPlace, 'exactAddress'>;
  readonly talk?: Pick<SupportRequest, 'talkLanguages' | 'isEasyJapaneseOk'>;
}

/** One thing that changes, as it was and becomes: codes, minutes, instants or tags of languages, several with a space between. */
export interface Change {
  readonly field: CorrectedField;
  readonly was: string;
  readonly becomes: string;
  /** Where that is, beside the kind of a place. */
  readonly places?: { readonly was: CorrectedPlace; readonly becomes: CorrectedPlace };
}

export type CorrectedPlace = Pick<RequestPlace, 'municipalityCode' | 'town' | 'placeName'>;

const UNTIL_YES: readonly RequestState[] = ['submitted', 'asked_back', 'open', 'unfilled'];
const UNTIL_VISIT: readonly RequestState[] = [...UNTIL_YES, 'accepted', 'confirmed'];
/** What somebody who says yes says yes to. */
const AGREED_ON: readonly CorrectedField[] = ['possible_times', 'place', 'talk_languages'];

/** Whether anything, and whether everything, can still be put right. */
export function mayCorrect(state: RequestState): { readonly any: boolean; readonly all: boolean } {
  return { any: UNTIL_VISIT.includes(state), all: UNTIL_YES.includes(state) };
}

/**
 * What a correction changes in a request.
 * Refuses `request_has_moved_on`, `nothing_was_changed`, and `let_volunteer_go_first`: once somebody has said yes to a time, a place and
 * a language, these stay.
 */
export function changesOf(request: SupportRequest, to: Corrected, now: Temporal.Instant): Outcome<Change[]> {
  const may = mayCorrect(request.state);
  if (!may.any) return refuse('request_has_moved_on');
  const changes = allOf(request, to, now).filter(
    ({ was, becomes, places }) => was !== becomes || !isSamePlace(places),
  );
  if (changes.length === 0) return refuse('nothing_was_changed');
  const agreed = changes.some(({ field }) => AGREED_ON.includes(field));
  return agreed && !may.all ? refuse('let_volunteer_go_first') : accept(changes);
}

/** What speaks against what changes, each beside its field; what stays is not asked again. */
export function refuseCorrection(
  request: SupportRequest,
  to: Corrected,
  { changes, asking }: { readonly changes: readonly Change[]; readonly asking: Asking },
): Refusal[] {
  const changed = new Set(changes.map(({ field }) => field));
  const minutes = to.durationMinutes ?? request.durationMinutes;
  const length = to.durationMinutes === undefined ? null : refuseLength(minutes, asking);
  const times = changed.has('possible_times') ? refuseTimes(to.possibleTimes ?? [], minutes, asking) : [];
  const place = changed.has('place') && to.place ? refuseWhere(to.place, asking) : null;
  const isMute = to.talk && to.talk.talkLanguages.length === 0 && !to.talk.isEasyJapaneseOk;
  const talk = isMute ? { code: 'say_how_we_can_talk', field: 'talkLanguages' } : null;
  return [length, ...times, place, talk].filter((refusal) => refusal !== null);
}

function refuseWhere(place: Omit<RequestPlace, 'exactAddress'>, asking: Asking): Refusal | null {
  const most = MOST.placeName;
  if ([...(place.placeName ?? '')].length > most)
    return { code: 'text_is_too_long', params: { most }, field: 'placeName' };
  return refusePlace({ ...place, exactAddress: null }, asking.settings);
}

/** Whether the exact address is of another place now. */
export function isElsewhere({ places, was, becomes }: Change): boolean {
  const { was: from, becomes: to } = places ?? {};
  return was !== becomes || from?.municipalityCode !== to?.municipalityCode || from?.town !== to?.town;
}

function allOf(request: SupportRequest, to: Corrected, now: Temporal.Instant): Change[] {
  const { durationMinutes: minutes, possibleTimes: times, place, talk } = to;
  const ahead = request.possibleTimes.filter((time) => Temporal.Instant.compare(time, now) > 0);
  const all: (Change | null | undefined)[] = [
    to.category && { field: 'category', was: request.category, becomes: to.category },
    minutes === undefined
      ? null
      : { field: 'duration_minutes', was: `${request.durationMinutes}`, becomes: `${minutes}` },
    times && { field: 'possible_times', was: inOrder(ahead), becomes: inOrder(times) },
    place && changeOfPlace(request, keepNeededPlace({ ...place, exactAddress: null })),
    talk && { field: 'talk_languages', was: tagsOf(request), becomes: tagsOf(talk) },
  ];
  return all.filter((change) => change !== null && change !== undefined);
}

function changeOfPlace({ place: from }: SupportRequest, to: RequestPlace): Change {
  const whereOf = ({ municipalityCode, town, placeName }: CorrectedPlace) => ({
    municipalityCode,
    town,
    placeName,
  });
  const places = { was: whereOf(from), becomes: whereOf(to) };
  return { field: 'place', was: from.kind, becomes: to.kind, places };
}

function isSamePlace(places: Change['places']): boolean {
  return JSON.stringify(places?.was) === JSON.stringify(places?.becomes);
}

function inOrder(times: readonly Temporal.Instant[]): string {
  return times.toSorted(Temporal.Instant.compare).join(' ');
}

/** The languages in no order of ours, and that Easy Japanese is one of them. */
function tagsOf(talk: NonNullable<Corrected['talk']>): string {
  return [...talk.talkLanguages.toSorted(), ...(talk.isEasyJapaneseOk ? ['ja-easy'] : [])].join(' ');
}
