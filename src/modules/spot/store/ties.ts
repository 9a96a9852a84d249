import type { Database } from '../../../platform/database/connect.ts';

export async function isRequesterOf(db: Database, personId: string, requestId: string): Promise<boolean> {
  const row = await db
    .selectFrom('spot.support_requests')
    .select('id')
    .where('id', '=', requestId)
    .where('requester_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isAskedFor(db: Database, personId: string, requestId: string): Promise<boolean> {
  const row = await db
    .selectFrom('spot.offers as o')
    .innerJoin('spot.support_requests as r', 'r.id', 'o.request_id')
    .select('o.id')
    .where('o.request_id', '=', requestId)
    .where('o.volunteer_id', '=', personId)
    .where('o.state', '=', 'asked')
    .where('r.state', '=', 'open')
    .executeTakeFirst();
  return row !== undefined;
}

export async function isAssignedTo(db: Database, personId: string, requestId: string): Promise<boolean> {
  const row = await db
    .selectFrom('spot.assignments as a')
    .innerJoin('spot.support_requests as r', 'r.id', 'a.request_id')
    .select('a.id')
    .where('a.request_id', '=', requestId)
    .where('a.volunteer_id', '=', personId)
    .where((eb) => eb.or([eb('a.is_active', '=', true), eb('a.ended_because', '=', 'fulfilled')]))
    .where('r.forgotten_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isFormerVolunteerOf(
  db: Database,
  personId: string,
  requestId: string,
): Promise<boolean> {
  if (await isAssignedTo(db, personId, requestId)) return false;
  const row = await db
    .selectFrom('spot.assignments')
    .select('id')
    .where('request_id', '=', requestId)
    .where('volunteer_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether all these files were brought by one person. */
export async function ownsFiles(
  db: Database,
  personId: string | null,
  fileIds: readonly string[],
): Promise<boolean> {
  if (fileIds.length === 0) return true;
  const rows = await db
    .selectFrom('platform.files')
    .select('id')
    .where('id', 'in', fileIds)
    .where('owner_id', '=', personId)
    .execute();
  return rows.length === new Set(fileIds).size;
}
