import type { Moment, Volunteers } from '../../../kits/dispatch/index.ts';
import { epochDay } from '../../../matching/dispatch/times.ts';
import type { Volunteer } from '../../../matching/dispatch/types.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { type DayWindow, listVolunteerProfiles, toDispatchProfile } from '../../people/index.ts';
import { approvalHolderIds, listApprovalHolderIds } from '../../trust/index.ts';
import { spotSetting } from '../settings.ts';
import { listPromises } from '../store/assignments.ts';
import { listVolunteerRecords, NO_RECORD } from '../store/lists/of-volunteer.ts';
import { withPromises } from './rules/dispatch.ts';

/** The volunteers of Spot: who holds an approval, out of what people and Spot know of them. */
export const spotVolunteers: Volunteers = {
  timeZoneOf: async (db) => (await readSetting(db, spotSetting)).timeZone,
  list: listApprovalHolderIds,
  among: approvalHolderIds,
  read: readVolunteers,
};

/** As `Volunteers.read` says. Who holds no role of a volunteer or has no access is left out. */
export async function readVolunteers(
  db: Database,
  ids: readonly string[],
  { now, timeZone }: Moment,
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
      lastAskedOn: record.lastAskedAt && epochDay(record.lastAskedAt, timeZone),
      lastServedOn: record.lastServedAt && epochDay(record.lastServedAt, timeZone),
      calendar: withPromises(about.calendar, promises.get(about.id) ?? []),
    };
  });
}
