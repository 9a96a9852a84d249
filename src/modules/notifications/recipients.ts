import type { Database } from '../../platform/database/connect.ts';
import type { HeardEvent } from '../../platform/events/listener.ts';
import type { NewsKind, NewsQuestion } from '../../platform/news.ts';
import { findActor } from '../people/index.ts';
import { doersOf } from './rules/all-news.ts';
import type { News } from './types.ts';

/** What an event means for each person it is told to: nobody twice, and never who did it. */
export async function listNews(
  db: Database,
  kinds: readonly NewsKind[],
  event: HeardEvent,
  now: Temporal.Instant,
): Promise<News[]> {
  const doers = doersOf(event.ids);
  const told = new Map<string, News>();
  for (const kind of kinds) {
    const objectId = kind.object(event.ids);
    for (const personId of await kind.whom({ db, ids: event.ids, now })) {
      if (doers.includes(personId) || told.has(personId)) continue;
      told.set(personId, { occasion: event.id, personId, kind, objectId });
    }
  }
  return [...told.values()];
}

/** What decides whether somebody may know; null for somebody whose access has ended: nobody tells them anything. */
export async function questionOf(
  db: Database,
  { personId, objectId }: News,
  now: Temporal.Instant,
): Promise<NewsQuestion | null> {
  const actor = await findActor(db, personId, now);
  return actor && { db, personId, roles: actor.roles, objectId: objectId ?? '', now };
}
