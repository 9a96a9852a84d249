import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { StoriesPictures } from '../../../platform/database/generated.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { isTelling, SAME_WITHIN } from '../picture/rules/faces.ts';
import type { Box, PictureSigns, StoryPicture } from '../types.ts';
import { type SomeStories, theseStories } from './some-stories.ts';

const alt = sealedColumn('stories.pictures.alt');
const Alt = z.partialRecord(z.enum(LOCALES), z.string());

export async function writePicture(
  tx: Tx,
  picture: Omit<StoryPicture, 'shownId' | 'smallId' | 'shown'>,
  now: Temporal.Instant,
): Promise<void> {
  const row = {
    original_id: picture.originalId,
    shown_id: null,
    small_id: null,
    shown_sha256: null,
    shown_fingerprint: null,
    crop: picture.crop && [...picture.crop],
    alt: alt.seal(tx, picture.storyId, JSON.stringify(picture.alt)),
    sha256: picture.sha256,
    fingerprint: picture.fingerprint,
    kept_at: now,
  };
  await tx
    .insertInto('stories.pictures')
    .values({ story_id: picture.storyId, ...row })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet(row))
    .execute();
}

export async function setShown(
  tx: Tx,
  storyId: string,
  { shownId, smallId, shown }: Pick<StoryPicture, 'shownId' | 'smallId' | 'shown'>,
): Promise<void> {
  await tx
    .updateTable('stories.pictures')
    .set({
      shown_id: shownId,
      small_id: smallId,
      shown_sha256: shown?.sha256 ?? null,
      shown_fingerprint: shown?.fingerprint ?? null,
    })
    .where('story_id', '=', storyId)
    .execute();
}

/** Another file in the place of what came; it is known again by the signs of what came. */
export async function setOriginal(tx: Tx, storyId: string, originalId: string): Promise<void> {
  await tx
    .updateTable('stories.pictures')
    .set({ original_id: originalId })
    .where('story_id', '=', storyId)
    .execute();
}

export async function deletePicture(tx: Tx, storyId: string): Promise<void> {
  await tx.deleteFrom('stories.pictures').where('story_id', '=', storyId).execute();
}

/** The pictures of some stories, by story. */
export async function listPictures(
  db: Database,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, StoryPicture>> {
  return toPictures(db, await picturesOf(db, theseStories(storyIds)).execute());
}

/** Their rows, for `toPictures`. */
export const picturesOf = (db: Database, stories: SomeStories) =>
  db.selectFrom('stories.pictures').selectAll().where('story_id', '=', stories);

export function toPictures(
  db: Database,
  rows: readonly Selectable<StoriesPictures>[],
): ReadonlyMap<string, StoryPicture> {
  return new Map(rows.map((row) => [row.story_id, toPicture(db, row)]));
}

export async function findPicture(db: Database, storyId: string): Promise<StoryPicture | null> {
  return (await listPictures(db, [storyId])).get(storyId) ?? null;
}

/** Remembers a picture by signs from which none can be drawn. */
export async function rememberRecalled(
  tx: Tx,
  { sha256, fingerprint }: PictureSigns,
  at: Temporal.Instant,
): Promise<void> {
  await tx.insertInto('stories.recalled_pictures').values({ sha256, fingerprint, at }).execute();
}

/**
 * Whether this picture was recalled: the same bytes, or one that looks the same.
 * @param fingerprints of it as it is, mirrored and turned
 */
export async function wasRecalled(
  db: Database,
  sha256: string,
  fingerprints: readonly string[],
): Promise<boolean> {
  // What tells nothing as it is tells nothing turned: in its fine stripes only the sampling would be seen.
  const signs = fingerprints.slice(0, 1).some(isTelling) ? fingerprints.filter(isTelling) : [];
  const looksAlike = sql<boolean>`exists (select from unnest(${signs}::text[]) sign
    where bit_count(fingerprint::bit(64) # sign::bit(64)) <= ${SAME_WITHIN})`;
  const found = await db
    .selectFrom('stories.recalled_pictures')
    .select('id')
    .where((is) => is.or([is('sha256', '=', sha256), looksAlike]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

function toPicture(db: Database, row: Selectable<StoriesPictures>): StoryPicture {
  return {
    storyId: row.story_id,
    originalId: row.original_id,
    shownId: row.shown_id,
    smallId: row.small_id,
    crop: row.crop as Box | null,
    alt: alt.read(db, row.story_id, row.alt, Alt) ?? {},
    sha256: row.sha256,
    fingerprint: row.fingerprint,
    shown:
      row.shown_sha256 && row.shown_fingerprint
        ? { sha256: row.shown_sha256, fingerprint: row.shown_fingerprint }
        : null,
  };
}
