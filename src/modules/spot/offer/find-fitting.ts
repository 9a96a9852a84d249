import { travelMeters } from '../../../matching/dispatch/conditions.ts';
import { compareRanked, type Exclusion, rankVolunteers } from '../../../matching/dispatch/rank.ts';
import type { DispatchRequest, RankedVolunteer } from '../../../matching/dispatch/types.ts';
import { DEFAULT_WEIGHTS } from '../../../matching/dispatch/weights.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { findHouseholdIds } from '../../people/index.ts';
import { approvedVolunteerIds, listRestrictionsInForce, personsKeptApart } from '../../trust/index.ts';
import { isRuledOut } from '../close/rules/stopping.ts';
import { type Moment, readFacts } from '../dispatch/facts.ts';
import { SqlDispatchIndex } from '../dispatch/sql-index.ts';
import { listChanged } from '../dispatch/store/changes.ts';
import { listNearest } from '../dispatch/store/nearest.ts';
import { spotSetting } from '../settings.ts';
import { listOffersOfRequest } from '../store/offers.ts';
import { findRequest } from '../store/requests.ts';
import type { SupportRequest } from '../types.ts';
import { type DispatchContext, timesToCome, toDispatchRequest, unableInJapanese } from './rules/dispatch.ts';

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
}

const NOBODY_FITS: Fitting = { ranked: [], excluded: [], looked: 'everybody' };
/** Whoever changed in the last moments is looked at beside those whom the index proposes; more than these never are. */
const MOST_CHANGED = 1000;
const MOST_PROPOSED = 1000;
/** How many of those who fit a coordinator is shown, and of how many who come nearest to it is told why they do not. */
export const MOST_SHOWN = 60;
const MOST_EXPLAINED = 500;

/** A request at a moment, with all that decides who fits it. */
interface Question extends Moment {
  readonly request: SupportRequest;
  readonly asked: DispatchRequest;
}

/**
 * What the coordinator sees before asking: the best who fit at this moment, and why others do not, of the
 * `MOST_EXPLAINED` who come nearest to it. Nobody when no possible time is left.
 */
export async function previewVolunteers(
  db: Database,
  requestId: string,
  now: Temporal.Instant,
): Promise<Fitting> {
  const request = await findRequest(db, requestId);
  const question = request && (await pose(db, request, now));
  if (!question) return NOBODY_FITS;
  const best = await propose(db, question, MOST_SHOWN);
  const nearest = await listNearest(db, question.asked, MOST_EXPLAINED);
  const changed = await listChanged(db, MOST_EXPLAINED);
  const { excluded } = await judge(db, question, [...new Set([...changed, ...nearest])]);
  const looked = nearest.length < MOST_EXPLAINED ? 'everybody' : 'nearest';
  return { ranked: best.slice(0, MOST_SHOWN), excluded, looked };
}

/** The best who fit a request at this moment, at most so many. */
export async function findBest(
  db: Database,
  request: SupportRequest,
  now: Temporal.Instant,
  most: number,
): Promise<readonly FittingVolunteer[]> {
  const question = await pose(db, request, now);
  return question ? (await propose(db, question, most)).slice(0, most) : [];
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

/**
 * The index proposes, what holds at this moment decides: those proposed, and those who changed since they were copied into
 * the index, are read and ranked again. When too few of those proposed fit, the next ones are.
 */
async function propose(db: Database, question: Question, most: number): Promise<readonly FittingVolunteer[]> {
  // Asked first: whoever is copied in the meantime is then found in the index.
  const changed = await listChanged(db, MOST_CHANGED);
  const index = new SqlDispatchIndex(db, DEFAULT_WEIGHTS);
  const { asked } = question;
  const unfit = new Set<string>();
  for (let atMost = Math.min(most + 10, MOST_PROPOSED); ; atMost = Math.min(atMost * 4, MOST_PROPOSED)) {
    const request = { ...asked, askedVolunteerIds: [...asked.askedVolunteerIds, ...unfit] };
    const proposed = await index.best(request, atMost);
    const ids = proposed.map(({ volunteerId }) => volunteerId);
    const { ranked } = await judge(db, question, [...new Set([...changed, ...ids])]);
    const last = proposed.at(-1);
    const worst = ranked[most - 1];
    const isProven = worst !== undefined && last !== undefined && compareRanked(worst, last) <= 0;
    if (!last || proposed.length < atMost || isProven) return ranked;
    const fitting = new Set(ranked.map(({ volunteerId }) => volunteerId));
    const others = ids.filter((id) => !fitting.has(id));
    if (atMost === MOST_PROPOSED && others.length === 0) return ranked;
    for (const id of others) unfit.add(id);
  }
}

/** Ranks some people by what holds at this moment. Who may not be asked at all just now is not even named. */
async function judge(
  db: Database,
  question: Question,
  ids: readonly string[],
): Promise<Omit<Fitting, 'looked'>> {
  const { request, asked, now, settings } = question;
  const approved = await approvedVolunteerIds(db, now, ids);
  const volunteers = await readFacts(db, [...approved], question, windowOf(question));
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
