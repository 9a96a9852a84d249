import type { Database } from '../../../platform/database/connect.ts';
import type { NewsQuestion } from '../../../platform/news.ts';
import { findNewestApplication } from '../applications/store.ts';
import { listFreePlaces, listLiveKnownTo } from '../pair/store.ts';
import type { Application } from '../types.ts';
import { waitedDays } from './rules.ts';
import { type Counted, findCounted } from './store/chances.ts';
import { findWaitsLike, type WaitsLike } from './waits.ts';

/** What somebody in the pool is told of their waiting. */
export interface Waiting {
  readonly application: Application;
  readonly days: number;
  readonly waitsLike: WaitsLike | null;
  /** Of a resident who waits now: who fits, and what would help; null where it is being counted, and for others. */
  readonly counted: Counted | null;
}

/** Whether somebody is asked whether they still wish for a pair, and has not answered. */
export async function isAskedWhether({
  db,
  personId,
}: Pick<NewsQuestion, 'db' | 'personId'>): Promise<boolean> {
  return ((await findNewestApplication(db, personId))?.askedWhetherAt ?? null) !== null;
}

/**
 * A resident waits until they know of somebody: what they were not asked yet changes nothing of it.
 * @returns null for somebody who is not in the pool, for a volunteer without a free place, and for a resident in a
 *   proposal or a pair that they know of
 */
export async function findWaiting(
  db: Database,
  application: Application,
  now: Temporal.Instant,
): Promise<Waiting | null> {
  if (application.state !== 'ready' && application.state !== 'paused') return null;
  if (!(await hasRoom(db, application))) return null;
  return {
    application,
    days: waitedDays(application, now),
    waitsLike: await findWaitsLike(db, application),
    counted: application.side === 'resident' ? await findCounted(db, application) : null,
  };
}

async function hasRoom(db: Database, { id, side, personId }: Application): Promise<boolean> {
  if (side === 'volunteer') return (await listFreePlaces(db, [id])).has(id);
  return (await listLiveKnownTo(db, personId)).every(
    ({ residentApplicationId }) => residentApplicationId !== id,
  );
}
