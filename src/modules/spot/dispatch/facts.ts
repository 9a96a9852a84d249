import type { Volunteer } from '../../../matching/dispatch/types.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { type DayWindow, listVolunteerProfiles, toDispatchProfile } from '../../people/index.ts';
import { epochDay, withPromises } from '../offer/rules/dispatch.ts';
import type { SpotSettings } from '../settings.ts';
import { listPromises } from '../store/assignments.ts';
import { listVolunteerRecords, NO_RECORD } from '../store/lists/of-volunteer.ts';

/** The present and the rules that hold in it. */
export interface Moment {
  readonly now: Temporal.Instant;
  readonly settings: SpotSettings;
}

/**
 * Volunteers as dispatch ranks them, out of what people and Spot know at this moment. Who holds no role of a volunteer or
 * has no access is left out; that the others are approved, the caller has asked.
 * @param days for which exceptions and pauses are wanted
 */
export async function readFacts(
  db: Database,
  ids: readonly string[],
  { now, settings }: Moment,
  days: DayWindow,
): Promise<Volunteer[]> {
  const profiles = await listVolunteerProfiles(db, days, ids);
  const known = profiles.map(({ person }) => person.id);
  const records = await listVolunteerRecords(db, known);
  const promises = Map.groupBy(await listPromises(db, known, now), ({ volunteerId }) => volunteerId);
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
