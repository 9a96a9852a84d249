import { sql } from 'kysely';
import { type Database, readInstant } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import { type Question, question } from '../../../platform/database/questions.ts';
import { type Named, namesOf } from '../../people/index.ts';
import { DAYS_TO_THINK } from '../consent/rules/publishing.ts';
import type { Story, StoryState } from '../types.ts';
import { toStory } from './stories.ts';

/** The parts of the list on the desk, each with its states. */
const SHOWN = {
  waiting: ['told', 'asked', 'agreed'],
  invited: ['invited'],
  published: ['published'],
  past: ['declined', 'recalled'],
} as const satisfies Readonly<Record<string, readonly StoryState[]>>;
export type ShownPart = keyof typeof SHOWN;

/** One part of all stories, the newest first. */
export async function listStories(db: Database, part: ShownPart, window: Window): Promise<Page<Story>> {
  const found = await db
    .selectFrom('stories.stories')
    .selectAll()
    .where('state', 'in', [...SHOWN[part]])
    .$if(window.after !== null, (query) =>
      query.where(
        sql<boolean>`(created_at, id) < (select created_at, id from stories.stories where id = ${window.after}::uuid)`,
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: rows.map(toStory), next };
}

/** How many stories are in each part that is still to be done with. */
export async function countStories(db: Database): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ state: StoryState; count: number }>`
    select state, count(*)::integer as count from stories.stories
    where state in ('invited', 'told', 'asked', 'agreed') group by state`.execute(db);
  const sum = (part: ShownPart) =>
    rows
      .filter(({ state }) => SHOWN[part].some((one: StoryState) => one === state))
      .reduce((all, { count }) => all + count, 0);
  return { '': sum('waiting'), invited: sum('invited') };
}

/** Why a story waits for a coordinator: to be read and asked, to be shown, to be asked away from others. */
export type WaitingKind = 'story_told' | 'story_ready' | 'story_elsewhere';

export interface WaitingStory {
  readonly id: string;
  readonly kind: WaitingKind;
  readonly since: Temporal.Instant;
  readonly tellerId: string;
  readonly teller: Named | null;
}

const MOST = 50;

/** Stories that wait for a coordinator. */
export function waitingStories(now: Temporal.Instant): Question<readonly WaitingStory[]> {
  const thought = now.subtract({ hours: DAYS_TO_THINK * 24 });
  const statement = sql`
    select w.id, w.kind, w.since, s.teller_id as "tellerId", ${namesOf(sql`s.teller_id`)} as teller
    from (
      select id, 'story_told' as kind, created_at as since from stories.stories where state = 'told'
      union all
      select id, 'story_ready', agreed_at from stories.stories
        where state = 'agreed' and agreed_at <= ${thought}::timestamptz
      union all
      select s.id, 'story_elsewhere', s.ended_at from stories.stories s
        where s.ended_at is not null and exists (
          select from stories.uses u where u.story_id = s.id and not u.is_ours and u.told_at is null)
    ) w join stories.stories s on s.id = w.id
    order by w.since, w.id limit ${MOST}`;
  type Row = Omit<WaitingStory, 'since'> & { readonly since: Temporal.Instant };
  return question<Row, readonly WaitingStory[]>(statement, (rows) =>
    rows.map((row) => ({ ...row, since: readInstant(row.since) }) as WaitingStory),
  );
}
