import type { Database } from '../../platform/database/connect.ts';
import type { NewsThing, WhenAndWhere } from '../../platform/news.ts';
import type { AllNews } from './rules/all-news.ts';
import type { News } from './types.ts';

/** What news are about beside their own words. */
export interface Matter {
  /** When it was planned, or could have been; empty when it is about nothing that has a time. */
  readonly times: readonly Temporal.Instant[];
  /** The objects under which the same may have been told. */
  readonly sameMatter: readonly string[];
}

/** As much of it as telling needs: times where the near is told at once, the same where it may have been said. */
export async function findMatter(db: Database, all: AllNews, news: News): Promise<Matter> {
  const { kind, objectId } = news;
  if (objectId === null) return { times: [], sameMatter: [] };
  const about = kind.urgency === 'if_soon' ? await findThing(db, all, news) : null;
  const isSaidElsewhere = (kind.sameAs ?? []).length > 0;
  return {
    times: about ? await about.thing.timesOf(db, about.id) : [],
    sameMatter: isSaidElsewhere ? await (kind.among?.(db, objectId) ?? [objectId]) : [],
  };
}

/** @returns null for news about nothing that has a time and a place */
export async function findWhenAndWhere(db: Database, all: AllNews, news: News): Promise<WhenAndWhere | null> {
  const about = await findThing(db, all, news);
  return about ? about.thing.whenAndWhere(db, about.id, news.personId) : null;
}

async function findThing(
  db: Database,
  all: AllNews,
  { kind: { about }, objectId }: News,
): Promise<{ readonly thing: NewsThing; readonly id: string } | null> {
  if (!about || objectId === null) return null;
  if (typeof about === 'object') return { thing: about, id: objectId };
  const found = await about(db, objectId);
  const thing = found && all.thing(found.kind);
  return thing ? { thing, id: found.id } : null;
}
