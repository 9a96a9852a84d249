import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { StoriesTexts } from '../../../platform/database/generated.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import { ORIGINS, type StoryText } from '../types.ts';
import { type SomeStories, theseStories } from './some-stories.ts';

const words = sealedColumn('stories.texts.words');
const askedWords = sealedColumn('stories.texts.asked_words');
const Pieces = z.array(z.string());
const Written = z.array(z.object({ text: z.string(), origin: z.enum(ORIGINS), of: z.string() }));
const rowOf = (storyId: string, locale: string) => `${storyId} ${locale}`;

export async function writeText(
  tx: Tx,
  storyId: string,
  { locale, pieces, basedOn }: StoryText,
  now: Temporal.Instant,
): Promise<void> {
  const row = {
    words: words.seal(tx, rowOf(storyId, locale), JSON.stringify(pieces)),
    based_on: basedOn,
    changed_at: now,
  };
  await tx
    .insertInto('stories.texts')
    .values({ story_id: storyId, locale, ...row })
    .onConflict((conflict) => conflict.columns(['story_id', 'locale']).doUpdateSet(row))
    .execute();
}

/** These pieces of a language are what those who are asked now can read; null: nobody can. */
export async function setAskedWords(
  tx: Tx,
  { storyId, locale }: { readonly storyId: string; readonly locale: Locale },
  pieces: readonly string[] | null,
): Promise<void> {
  const asked_words = askedWords.seal(tx, rowOf(storyId, locale), pieces && JSON.stringify(pieces));
  await tx
    .updateTable('stories.texts')
    .set({ asked_words })
    .where('story_id', '=', storyId)
    .where('locale', '=', locale)
    .execute();
}

/** Once they are deleted, no language says anything of it any more. */
export async function deleteTexts(tx: Tx, storyId: string): Promise<void> {
  await tx.deleteFrom('stories.texts').where('story_id', '=', storyId).execute();
}

/** What some stories say, in all their languages. */
export async function listTexts(
  db: Database,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoryText[]>> {
  return toTexts(db, await textsOf(db, theseStories(storyIds)).execute());
}

/** The rows of their words, for `toTexts`. */
export const textsOf = (db: Database, stories: SomeStories) =>
  db.selectFrom('stories.texts').selectAll().where('story_id', '=', stories).orderBy('locale');

/** By story. */
export function toTexts(
  db: Database,
  rows: readonly Selectable<StoriesTexts>[],
): ReadonlyMap<string, readonly StoryText[]> {
  const texts = rows.map((row) => ({
    storyId: row.story_id,
    locale: row.locale as Locale,
    pieces: words.read(db, rowOf(row.story_id, row.locale), row.words, Written) ?? [],
    basedOn: row.based_on,
    ...(row.asked_words && {
      // What does not open allows nothing.
      asked: askedWords.read(db, rowOf(row.story_id, row.locale), row.asked_words, Pieces) ?? [],
    }),
  }));
  return Map.groupBy(texts, ({ storyId }) => storyId);
}

export async function findTexts(db: Database, storyId: string): Promise<readonly StoryText[]> {
  return (await listTexts(db, [storyId])).get(storyId) ?? [];
}
