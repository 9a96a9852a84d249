import { type SqlBool, sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';

/** The kind under which the platform keeps photos of letters and forms. */
export const PHOTO_KIND = 'spot.photo';

const isNotSent = sql<SqlBool>`not exists (select from spot.support_requests r where f.id = any (r.photo_ids))`;
const isInNoDraft = sql<SqlBool>`not exists (
  select from forms.drafts d where d.person_id = f.owner_id and f.id::text = any (d.file_ids)
  union all select from spot.drafts d where d.person_id = f.owner_id and f.id::text = any (d.photo_ids))`;

/** Those of some photos that are there and were brought by one person, in the order given, each once. */
export async function listOwnPhotos(
  db: Database,
  ownerId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('platform.files')
    .select('id')
    .where(sql<SqlBool>`id::text = any (${[...ids]}::text[])`)
    .where('owner_id', '=', ownerId)
    .where('kind', '=', PHOTO_KIND)
    .where('delete_after', 'is', null)
    .execute();
  const found = new Set(rows.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => found.has(id));
}

/** Those of somebody's photos that neither a request nor a draft names. */
export async function listUnusedPhotos(
  db: Database,
  ownerId: string,
  ids: readonly string[],
): Promise<string[]> {
  const own = await listOwnPhotos(db, ownerId, ids);
  if (own.length === 0) return [];
  const rows = await db
    .selectFrom('platform.files as f')
    .select('f.id')
    .where('f.id', 'in', own)
    .where(isNotSent)
    .where(isInNoDraft)
    .execute();
  return rows.map(({ id }) => id);
}

/** A photo of the same content that somebody brought before and has sent with no request yet; null when there is none. */
export async function findSamePhoto(
  db: Database,
  photo: { ownerId: string; sha256: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('platform.files as f')
    .select('f.id')
    .where('f.owner_id', '=', photo.ownerId)
    .where('f.kind', '=', PHOTO_KIND)
    .where('f.sha256', '=', photo.sha256)
    .where('f.delete_after', 'is', null)
    .where(isNotSent)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Photos brought before an instant that neither a request nor a draft names and that nobody has let go yet. */
export async function listPhotosNeverSent(db: Database, before: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('platform.files as f')
    .select('f.id')
    .where('f.kind', '=', PHOTO_KIND)
    .where('f.created_at', '<', before)
    .where('f.delete_after', 'is', null)
    .where(isNotSent)
    .where(isInNoDraft)
    .execute();
  return rows.map(({ id }) => id);
}
