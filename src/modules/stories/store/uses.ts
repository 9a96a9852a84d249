import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { StoriesUses } from '../../../platform/database/generated.ts';
import type { Channel, Use, UseKind } from '../types.ts';

type NewUse = Pick<Use, 'storyId' | 'kind' | 'channel' | 'place' | 'isOurs'> & {
  readonly byPersonId: string | null;
};

/** Writes down that a story is somewhere; of our own places each once. */
export async function insertUse(tx: Tx, use: NewUse, now: Temporal.Instant): Promise<void> {
  const { storyId, kind, channel, place, isOurs, byPersonId } = use;
  await tx
    .insertInto('stories.uses')
    .values({
      ...{ story_id: storyId, kind, channel, place, is_ours: isOurs, by_person: byPersonId, at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** All that is ours ends, or only these kinds of it. */
export async function endUses(
  tx: Tx,
  storyId: string,
  now: Temporal.Instant,
  kinds?: readonly UseKind[],
): Promise<void> {
  await tx
    .updateTable('stories.uses')
    .set({ ended_at: now })
    .where('story_id', '=', storyId)
    .where('is_ours', '=', true)
    .where('ended_at', 'is', null)
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? [])]))
    .execute();
}

/** Whoever has it was asked to take it away. @returns whether there was such a use */
export async function markTold(
  tx: Tx,
  use: { readonly id: string; readonly storyId: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const row = await tx
    .updateTable('stories.uses')
    .set({ told_at: now })
    .where('id', '=', use.id)
    .where('story_id', '=', use.storyId)
    .where('is_ours', '=', false)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Everywhere a story is or was, the first before the last. */
export async function listUses(db: Database, storyId: string): Promise<Use[]> {
  const rows = await db
    .selectFrom('stories.uses')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('at')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(toUse);
}

function toUse(row: Selectable<StoriesUses>): Use {
  return {
    id: row.id,
    storyId: row.story_id,
    kind: row.kind as UseKind,
    channel: row.channel as Channel,
    place: row.place,
    isOurs: row.is_ours,
    at: row.at,
    endedAt: row.ended_at,
    toldAt: row.told_at,
  };
}
