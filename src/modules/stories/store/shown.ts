import { sql } from 'kysely';
import { type Database, readInstant } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import { type Answers, askTogether, rowsOf } from '../../../platform/database/questions.ts';
import type { Consent, Revision, Story, StoryPicture, StoryText } from '../types.ts';
import { consentsOf, toConsent } from './consents.ts';
import { picturesOf, toPictures } from './pictures.ts';
import { NEWEST_SHOWN, type SomeStories, theseStories } from './some-stories.ts';
import { revisionsOf, toStory } from './stories.ts';
import { textsOf, toTexts } from './texts.ts';

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
    .select('id')
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
  const whole = await listWhole(db, theseStories(rows.map(({ id }) => id)));
  // Published meanwhile, or not any more: the order is that of the first look.
  const shown = rows.flatMap(({ id }) => whole.find(({ story }) => story.id === id) ?? []);
  return { rows: shown.filter(isShown), next };
}

const isShown = ({ story }: ShownStory) => story.state === 'published';

/** As everybody sees it; null where it is not shown, or not any more. */
export async function findShown(db: Database, id: string): Promise<ShownStory | null> {
  const whole = await findWhole(db, id);
  return whole && isShown(whole) ? whole : null;
}

/** In whatever state, for those who prepare it. */
export async function findWhole(db: Database, id: string): Promise<ShownStory | null> {
  const [whole] = await listWhole(db, theseStories([id]));
  return whole ?? null;
}

/** The newest that is published, for a trip with others. */
export const askNewest = (db: Database) => askWhole(db, NEWEST_SHOWN);

/** The answers to `askWhole`, story by story. */
export function toWhole(db: Database, rows: Answers<ReturnType<typeof askWhole>>): ShownStory[] {
  const texts = toTexts(db, rows.texts);
  const revisions = Map.groupBy(rows.revisions, ({ story_id }) => story_id);
  const consents = rows.consents.map((row) => toConsent(db, row));
  const pictures = toPictures(db, rows.pictures);
  return rows.stories.map(toStory).map((story) => ({
    story,
    texts: texts.get(story.id) ?? [],
    revisions: revisions.get(story.id) ?? [],
    consents: consents.filter(({ storyId }) => storyId === story.id),
    picture: pictures.get(story.id) ?? null,
  }));
}

const listWhole = async (db: Database, stories: SomeStories) =>
  toWhole(db, await askTogether(db, askWhole(db, stories)));

/** All that a story’s page says, in one trip. */
function askWhole(db: Database, stories: SomeStories) {
  const story = db.selectFrom('stories.stories').selectAll().where('id', '=', stories);
  const at = readInstant;
  return {
    stories: rowsOf(story, { created_at: at, agreed_at: at, published_at: at, ended_at: at }),
    texts: rowsOf(textsOf(db, stories), { changed_at: at }),
    revisions: rowsOf(revisionsOf(db, stories), {}),
    consents: rowsOf(consentsOf(db, stories), { asked_at: at, agreed_at: at, until_at: at, ended_at: at }),
    pictures: rowsOf(picturesOf(db, stories), { kept_at: at }),
  };
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
