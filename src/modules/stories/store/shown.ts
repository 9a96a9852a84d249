import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import type { Consent, Revision, Story, StoryPicture, StoryText } from '../types.ts';
import { listConsents } from './consents.ts';
import { listPictures } from './pictures.ts';
import { findStory, listRevisions, toStory } from './stories.ts';
import { listTexts } from './texts.ts';

/** A story with all that its page says. */
export interface ShownStory {
  readonly story: Story;
  readonly texts: readonly StoryText[];
  readonly revisions: readonly Revision[];
  /** Of those who are in it and have agreed. */
  readonly consents: readonly Consent[];
  readonly picture: StoryPicture | null;
}

/** Published ones, the newest first. */
export async function listShown(db: Database, window: Window): Promise<Page<ShownStory>> {
  const found = await db
    .selectFrom('stories.stories')
    .selectAll()
    .where('state', '=', 'published')
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(published_at, id) < (select published_at, id from stories.stories where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: await gather(db, rows.map(toStory)), next };
}

/** As everybody sees it; null where it is not shown, or not any more. */
export async function findShown(db: Database, id: string): Promise<ShownStory | null> {
  const story = await findStory(db, id);
  const [shown] = story?.state === 'published' ? await gather(db, [story]) : [];
  return shown ?? null;
}

/** In whatever state, for those who prepare it. */
export async function findWhole(db: Database, id: string): Promise<ShownStory | null> {
  const story = await findStory(db, id);
  const [whole] = story ? await gather(db, [story]) : [];
  return whole ?? null;
}

async function gather(db: Database, stories: readonly Story[]): Promise<ShownStory[]> {
  const ids = stories.map(({ id }) => id);
  const [texts, revisions] = [await listTexts(db, ids), await listRevisions(db, ids)];
  const [consents, pictures] = [await listConsents(db, ids), await listPictures(db, ids)];
  return stories.map((story) => ({
    story,
    texts: texts.get(story.id) ?? [],
    revisions: revisions.get(story.id) ?? [],
    consents: consents.filter(({ storyId }) => storyId === story.id),
    picture: pictures.get(story.id) ?? null,
  }));
}

/** The ids of those that are shown, the newest first. */
export async function listShownIds(db: Database, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('stories.stories')
    .select('id')
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
