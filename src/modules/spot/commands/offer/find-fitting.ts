import { travelMeters } from '../../../../matching/dispatch/conditions.ts';
import { type Exclusion, rankVolunteers } from '../../../../matching/dispatch/rank.ts';
import type { RankedVolunteer, Volunteer } from '../../../../matching/dispatch/types.ts';
import { DEFAULT_WEIGHTS } from '../../../../matching/dispatch/weights.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { findHouseholdIds, listVolunteerProfiles, toDispatchProfile } from '../../../people/index.ts';
import { approvedVolunteerIds, listRestrictionsInForce, personsKeptApart } from '../../../trust/index.ts';
import {
  type DispatchContext,
  epochDay,
  timesToCome,
  toDispatchRequest,
  unableInJapanese,
  withPromises,
} from '../../rules/dispatch.ts';
import { isRuledOut } from '../../rules/stopping.ts';
import { type SpotSettings, spotSetting } from '../../settings.ts';
import { listPromises } from '../../store/assignments.ts';
import { listVolunteerRecords, NO_RECORD } from '../../store/lists/of-volunteer.ts';
import { listOffersOfRequest } from '../../store/offers.ts';
import { findRequest } from '../../store/requests.ts';
import type { SupportRequest } from '../../types.ts';

/** A volunteer who fits, with the reasons of the ranking and how far the way is. */
export interface FittingVolunteer extends RankedVolunteer {
  /** null when nobody travels. */
  readonly distanceMeters: number | null;
}

/** Who could be asked for a request, best first, and why the others could not. */
export interface Fitting {
  readonly ranked: readonly FittingVolunteer[];
  readonly excluded: readonly Exclusion[];
}

const MOST_RANKED = 1000;
const NOBODY_FITS: Fitting = { ranked: [], excluded: [] };

/** What the coordinator sees before asking: the ranking of this moment. Nobody when no possible time is left. */
export async function previewVolunteers(
  db: Database,
  requestId: string,
  now: Temporal.Instant,
): Promise<Fitting> {
  const request = await findRequest(db, requestId);
  return request ? findFittingVolunteers(db, request, now) : NOBODY_FITS;
}

/** Ranks all approved volunteers for a request (`matching/dispatch`), and leaves out who can't do it in Japanese. */
export async function findFittingVolunteers(
  db: Database,
  request: SupportRequest,
  now: Temporal.Instant,
): Promise<Fitting> {
  const settings = await readSetting(db, spotSetting);
  if (timesToCome(request, { now, settings }).length === 0) return NOBODY_FITS;
  const context = await readContext(db, request, { now, settings });
  const volunteers = await readVolunteers(db, request, { now, settings });
  const unable = unableInJapanese(request, volunteers, settings.neededLevel);
  const unableIds = new Set(unable.map(({ volunteerId }) => volunteerId));
  const able = volunteers.filter(({ id }) => !unableIds.has(id));
  const asked = toDispatchRequest(request, context);
  const ranking = rankVolunteers(asked, able, DEFAULT_WEIGHTS, MOST_RANKED);
  const byId = new Map(able.map((volunteer) => [volunteer.id, volunteer]));
  const ranked = ranking.ranked.map((one) => {
    const volunteer = byId.get(one.volunteerId);
    return { ...one, distanceMeters: volunteer ? travelMeters(asked, volunteer) : null };
  });
  return { ranked, excluded: [...ranking.excluded, ...unable] };
}

interface Moment {
  readonly now: Temporal.Instant;
  readonly settings: SpotSettings;
}

async function readContext(
  db: Database,
  request: SupportRequest,
  { now, settings }: Moment,
): Promise<DispatchContext> {
  const offers = await listOffersOfRequest(db, request.id);
  return {
    now,
    settings,
    householdId: (await findHouseholdIds(db, [request.requesterId])).get(request.requesterId) ?? null,
    keptApartIds: [...(await personsKeptApart(db, request.requesterId))],
    askedIds: offers.map(({ volunteerId }) => volunteerId),
  };
}

async function readVolunteers(
  db: Database,
  request: SupportRequest,
  { now, settings }: Moment,
): Promise<Volunteer[]> {
  const approved = await listAllowedIds(db, request, now);
  const profiles = await listVolunteerProfiles(db, windowOf(request, { now, settings }), approved);
  const ids = profiles.map(({ person }) => person.id);
  const records = await listVolunteerRecords(db, ids);
  const promises = Map.groupBy(await listPromises(db, ids, now), ({ volunteerId }) => volunteerId);
  return profiles.map((profile): Volunteer => {
    const about = toDispatchProfile(profile);
    const record = records.get(about.id) ?? NO_RECORD;
    return {
      ...about,
      isApproved: true,
      skills: [],
      practiced: record.practiced,
      visitsDone: record.visitsDone,
      lastAskedOn: record.lastAskedAt && epochDay(record.lastAskedAt, settings),
      lastServedOn: record.lastServedAt && epochDay(record.lastServedAt, settings),
      calendar: withPromises(about.calendar, promises.get(about.id) ?? []),
    };
  });
}

/** Approved volunteers whom no limit of the organization keeps from this request. */
async function listAllowedIds(
  db: Database,
  request: SupportRequest,
  now: Temporal.Instant,
): Promise<string[]> {
  const approved = [...(await approvedVolunteerIds(db, now))];
  const inForce = await listRestrictionsInForce(db, approved, now);
  return approved.filter((id) => !isRuledOut(inForce.get(id) ?? new Set(), request));
}

/** From today to the day after the last possible time. */
function windowOf(request: SupportRequest, { now, settings }: Moment) {
  const last = request.possibleTimes.at(-1) ?? now;
  return {
    fromOn: now.toZonedDateTimeISO(settings.timeZone).toPlainDate(),
    untilOn: last.toZonedDateTimeISO(settings.timeZone).toPlainDate().add({ days: 2 }),
  };
}
