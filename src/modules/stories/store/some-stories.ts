import { type RawBuilder, sql } from 'kysely';

/** Stories for a condition `story_id =`: any of them. */
export type SomeStories = RawBuilder<string>;

export const theseStories = (ids: readonly string[]): SomeStories => sql`any(${[...ids]}::uuid[])`;

/** The one that was published last. */
export const NEWEST_SHOWN: SomeStories = sql`any(array(
  select id from stories.stories where state = 'published' order by published_at desc, id desc limit 1))`;
