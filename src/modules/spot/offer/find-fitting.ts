import { findFitting, MOST_PROPOSED } from '../../../kits/dispatch/index.ts';
import { travelMeters } from '../../../matching/dispatch/conditions.ts';
import { type Exclusion, rankVolunteers } from '../../../matching/dispatch/rank.ts';
import type { DispatchRequest, RankedVolunteer } from '../../../matching/dispatch/types.ts';
import { DEFAULT_WEIGHTS } from '../../../matching/dispatch/weights.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { findHouseholdIds } from '../../people/index.ts';
import { approvedVolunteerIds, listRestrictionsInForce, personsKeptApart } from '../../trust/index.ts';
import { isRuledOut } from '../close/rules/stopping.ts';
import { type SpotSettings, spotSetting } from '../settings.ts';
import { listOffersOfRequest } from '../store/offers.ts';
import { findRequest } from '../store/requests.ts';
import type { SupportRequest } from '../types.ts';
import { type DispatchContext, timesToCome, toDispatchRequest, unableInJapanese } from './rules/dispatch.ts';
import { readVolunteers, spotVolunteers } from './volunteers.ts';

/** A volunteer who fits, with the reasons of the ranking and how far the way is. */
export interface FittingVolunteer extends RankedVolunteer {
  /** null when nobody travels. */
  readonly distanceMeters: number | null;
}

/** Why somebody could not be asked: a hard condition of the ranking, or a limit that the organization has set. */
export interface Unfitting {
  readonly volunteerId: string;
  readonly because: Exclusion['because'] | 'beyond_limits';
}

/** Who could be asked for a request, best first, and why the others could not. */
export interface Fitting {
  readonly ranked: readonly FittingVolunteer[];
  readonly excluded: readonly Unfitting[];
  /** Whether everybody was looked at, or those who come nearest to it. */
  readonly looked: 'everybody' | 'nearest';
  /** Whether more fit than stand in `ranked`. */
  readonly isCut: boolean;
}

const NOBODY_FITS: Fitting = { ranked: [], excluded: [], looked: 'everybody', isCut: false };
/** How many of those who fit a coordinator is shown, and of how many who come nearest to it is told why they do not. */
export const MOST_SHOWN = 40;

/** A request at a moment, with all that decides who fits it. */
interface Question {
  readonly now: Temporal.Instant;
  readonly settings: SpotSettings;
  readonly request: SupportRequest;
  readonly asked: DispatchRequest;
}

/** What the coordinator sees before asking: the best who fit at this moment, and why others do not. Nobody when no possible time is left. */
export async function previewVolunteers(
  db: Database,
  requestId: string,
  now: Temporal.Instant,
): Promise<Fitting> {
  const request = await findRequest(db, requestId);
  const question = request && (await pose(db, request, now));
  return question ? findFor(db, question, { most: MOST_SHOWN, nearest: MOST_SHOWN }) : NOBODY_FITS;
}

/** The best who fit a request at this moment, at most so many. */
export async function findBest(
  db: Database,
  request: SupportRequest,
  now: Temporal.Instant,
  most: number,
): Promise<readonly FittingVolunteer[]> {
  const question = await pose(db, request, now);
  return question ? (await findFor(db, question, { most, nearest: 0 })).ranked : [];
}

function findFor(
  db: Database,
  question: Question,
  many: { readonly most: number; readonly nearest: number },
): Promise<Fitting> {
  const judging = {
    request: question.asked,
    ...many,
    judge: (ids: readonly string[]) => judge(db, question, ids),
  };
  return findFitting(db, spotVolunteers, judging);
}

/** Those of some people who fit a request at this moment, best first. */
export async function findFittingAmong(
  db: Database,
  request: SupportRequest,
  now: Temporal.Instant,
  ids: readonly string[],
): Promise<readonly FittingVolunteer[]> {
  const question = await pose(db, request, now);
  return question ? (await judge(db, question, ids)).ranked : [];
}

/** Those of some people who were asked for a request that has changed since, and would be asked for it as it is now. */
export async function findStillFitting(
  db: Database,
  request: SupportRequest,
  now: Temporal.Instant,
  ids: readonly string[],
): Promise<readonly FittingVolunteer[]> {
  const question = await pose(db, request, now);
  if (!question) return [];
  const askedVolunteerIds = question.asked.askedVolunteerIds.filter((id) => !ids.includes(id));
  return (await judge(db, { ...question, asked: { ...question.asked, askedVolunteerIds } }, ids)).ranked;
}

/** Ranks some people by what holds at this moment. Who may not be asked at all just now is not even named. */
async function judge(
  db: Database,
  question: Question,
  ids: readonly string[],
): Promise<Pick<Fitting, 'ranked' | 'excluded'>> {
  const { request, asked, now, settings } = question;
  const approved = await approvedVolunteerIds(db, now, ids);
  const { timeZone } = settings;
  const volunteers = await readVolunteers(db, [...approved], { now, timeZone }, windowOf(question));
  const inForce = await listRestrictionsInForce(db, [...approved], now);
  const isBeyond = ({ id }: { readonly id: string }) => isRuledOut(inForce.get(id) ?? new Set(), request);
  const within = volunteers.filter((one) => !isBeyond(one));
  const unable = unableInJapanese(request, within, settings.neededLevel);
  const unableIds = new Set(unable.map(({ volunteerId }) => volunteerId));
  const able = within.filter(({ id }) => !unableIds.has(id));
  const ranking = rankVolunteers(asked, able, DEFAULT_WEIGHTS, MOST_PROPOSED);
  const byId = new Map(able.map((volunteer) => [volunteer.id, volunteer]));
  const ranked = ranking.ranked.map((one) => {
    const volunteer = byId.get(one.volunteerId);
    return { ...one, distanceMeters: volunteer ? travelMeters(asked, volunteer) : null };
  });
  const limited = volunteers
    .filter(isBeyond)
    .map(({ id }) => ({ volunteerId: id, because: 'beyond_limits' }) as const);
  return { ranked, excluded: [...ranking.excluded, ...unable, ...limited] };
}

/** @returns null when no possible time is left */
async function pose(db: Database, request: SupportRequest, now: Temporal.Instant): Promise<Question | null> {
  const settings = await readSetting(db, spotSetting);
  if (timesToCome(request, { now, settings }).length === 0) return null;
  const offers = await listOffersOfRequest(db, request.id);
  const context: DispatchContext = {
    now,
    settings,
    householdId: (await findHouseholdIds(db, [request.requesterId])).get(request.requesterId) ?? null,
    keptApartIds: [...(await personsKeptApart(db, request.requesterId))],
    askedIds: offers.map(({ volunteerId }) => volunteerId),
  };
  return { request, now, settings, asked: toDispatchRequest(request, context) };
}

/** From today to the day after the last possible time. */
function windowOf({ request, now, settings }: Question) {
  const last = request.possibleTimes.at(-1) ?? now;
  return {
    fromOn: now.toZonedDateTimeISO(settings.timeZone).toPlainDate(),
    untilOn: last.toZonedDateTimeISO(settings.timeZone).toPlainDate().add({ days: 2 }),
  };
}
