import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import { sealedAnswers } from '../../../kits/questionnaires/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { StoriesStories } from '../../../platform/database/generated.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { StorySource } from '../../../platform/parts/story-drafts.ts';
import type { ChildAge, Grade, Revision, Story, TellerPart, Told } from '../types.ts';
import { type SomeStories, theseStories } from './some-stories.ts';

const answers = sealedAnswers('stories.stories.answers');
type Given = Parameters<typeof answers.seal>[2];
export type StoryChanges = Partial<Insertable<StoriesStories>>;

export interface NewStory extends Pick<Story, 'tellerId' | 'part' | 'source' | 'isGuarded' | 'invitedBy'> {
  readonly state: 'invited' | 'told';
  readonly given: Given | null;
  readonly begunFrom?: StorySource;
}

/** @returns its id */
export async function insertStory(tx: Tx, story: NewStory, now: Temporal.Instant): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('stories.stories')
    .values({
      id,
      state: story.state,
      teller_id: story.tellerId,
      part: story.part,
      source: story.source,
      is_guarded: story.isGuarded,
      invited_by: story.invitedBy,
      answers: story.given && answers.seal(tx, id, story.given),
      begun_from_kind: story.begunFrom?.kind ?? null,
      begun_from_id: story.begunFrom?.id ?? null,
      created_at: now,
    })
    .execute();
  return id;
}

export const sealAnswers = (tx: Tx, id: string, given: Given) => answers.seal(tx, id, given);

/** What somebody answered; null where they have not, or it was deleted. */
export async function findAnswers(db: Database, id: string): Promise<Given | null> {
  const row = await db
    .selectFrom('stories.stories')
    .select('answers')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.answers ? answers.open(db, id, row.answers) : null;
}

export async function findStory(db: Database, id: string): Promise<Story | null> {
  const row = await db.selectFrom('stories.stories').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toStory(row) : null;
}

/** The story that began there and has not been taken back. @returns its id, or null */
export async function findBegunFrom(db: Database, { kind, id }: StorySource): Promise<string | null> {
  const row = await db
    .selectFrom('stories.stories')
    .select('id')
    .where('begun_from_kind', '=', kind)
    .where('begun_from_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** As `findStory`; whatever changes it, its words or its consents waits until the transaction ends. */
export async function lockStory(tx: Tx, id: string): Promise<Story | null> {
  const row = await tx
    .selectFrom('stories.stories')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toStory(row) : null;
}

/** Each change is the next version. */
export async function updateStory(tx: Tx, id: string, changes: StoryChanges): Promise<void> {
  await tx
    .updateTable('stories.stories')
    .set((is) => ({ ...changes, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export const tellsRow = ({ ward, language, childAge, job }: Told): StoryChanges => ({
  ...{ tells_ward: ward, tells_language: language, tells_child_age: childAge, tells_job: job },
});

/** Those of somebody, the newest first. */
export async function listStoriesOf(db: Database, tellerId: string, most: number): Promise<Story[]> {
  const rows = await db
    .selectFrom('stories.stories')
    .selectAll()
    .where('teller_id', '=', tellerId)
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(toStory);
}

/** The next revision of the source. @returns its number */
export async function insertRevision(
  tx: Tx,
  { id, revision }: Pick<Story, 'id' | 'revision'>,
  { grade, by, at }: { readonly grade: Grade; readonly by: string | null; readonly at: Temporal.Instant },
): Promise<number> {
  const next = revision + 1;
  await tx
    .insertInto('stories.revisions')
    .values({ story_id: id, revision: next, grade, by_person: by, at })
    .execute();
  await updateStory(tx, id, { revision: next });
  return next;
}

/** How the source of some stories has changed, the first before the last. */
export async function listRevisions(
  db: Database,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Revision[]>> {
  const rows = await revisionsOf(db, theseStories(storyIds)).execute();
  return Map.groupBy(rows, ({ story_id }) => story_id);
}

export const revisionsOf = (db: Database, stories: SomeStories) =>
  db
    .selectFrom('stories.revisions')
    .select(['story_id', 'revision', 'grade'])
    .where('story_id', '=', stories)
    .orderBy('revision');

export function toStory(row: Selectable<StoriesStories>): Story {
  return {
    id: row.id,
    state: row.state,
    tellerId: row.teller_id,
    part: row.part as TellerPart,
    source: row.source as Locale,
    invitedBy: row.invited_by,
    begunFrom:
      row.begun_from_kind && row.begun_from_id ? { kind: row.begun_from_kind, id: row.begun_from_id } : null,
    tells: {
      ward: row.tells_ward,
      language: row.tells_language,
      childAge: row.tells_child_age as ChildAge | null,
      job: row.tells_job,
    },
    isGuarded: row.is_guarded,
    revision: row.revision,
    version: row.version,
    createdAt: row.created_at,
    agreedAt: row.agreed_at,
    publishedAt: row.published_at,
    endedAt: row.ended_at,
  };
}
