import { SAMPLES } from '../../bin/pictures/samples.ts';
import type { RequestState } from '../../src/modules/spot/index.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { NOBODY_ID, type PathParams } from '../../src/platform/parts/sampling.ts';
import type { PersonName } from './world.ts';

/**
 * Things of the small world whose addresses a route can have: `/spot/requests/:id` has one for each state. A route
 * whose thing is somebody's own and not in the world gets the id of nothing.
 * @param path a route's path with its names
 */
export async function findSamples(
  db: Database,
  ids: Readonly<Record<PersonName, string>>,
  path: string,
): Promise<readonly PathParams[]> {
  if (!path.includes(':')) return [{}];
  const [, find] = FOUND.find(([beginning]) => path.startsWith(beginning)) ?? [];
  return find ? find(db, ids) : [{ id: NOBODY_ID, photoId: NOBODY_ID, token: 'nothing' }];
}

/** The longest beginning first. */
const FOUND = SAMPLES.flatMap(({ params = {} }) => Object.entries(params)).toSorted(
  ([one], [other]) => other.length - one.length,
);

/** Every request, the one that both have agreed to first: most people have a tie to it. */
export async function listRequests(
  db: Database,
): Promise<readonly { id: string; state: RequestState; requester_id: string }[]> {
  const rows = await db
    .selectFrom('spot.support_requests')
    .select(['id', 'state', 'requester_id'])
    .orderBy('state')
    .execute();
  return rows.toSorted((a, b) => Number(b.state === 'confirmed') - Number(a.state === 'confirmed'));
}

/** The address of a route: names replaced by what they stand for. */
export function fill(path: string, params: PathParams): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? NOBODY_ID);
}

/** The request of the small world that is in this state. */
export async function requestIn(db: Database, state: RequestState): Promise<string> {
  const found = (await listRequests(db)).find((request) => request.state === state);
  if (!found) throw new Error(`The small world has no request that is ${state}.`);
  return found.id;
}

/** Who has said yes to a request. */
export async function volunteerOf(
  db: Database,
  ids: Readonly<Record<PersonName, string>>,
  requestId: string,
): Promise<PersonName> {
  const { volunteer_id: id } = await db
    .selectFrom('spot.assignments')
    .select('volunteer_id')
    .where('request_id', '=', requestId)
    .where('is_active', '=', true)
    .executeTakeFirstOrThrow();
  return nameOf(ids, id);
}

/** Who was asked for a request and has not answered yet, with their offers. */
export async function askedFor(
  db: Database,
  ids: Readonly<Record<PersonName, string>>,
  requestId: string,
): Promise<{ name: PersonName; offerId: string }[]> {
  const rows = await db
    .selectFrom('spot.offers')
    .select(['id', 'volunteer_id'])
    .where('request_id', '=', requestId)
    .where('state', '=', 'asked')
    .orderBy('asked_at')
    .execute();
  return rows.map((row) => ({ name: nameOf(ids, row.volunteer_id), offerId: row.id }));
}

function nameOf(ids: Readonly<Record<PersonName, string>>, id: string): PersonName {
  const found = Object.entries(ids).find(([, known]) => known === id);
  if (!found) throw new Error('nobody of the small world');
  return found[0] as PersonName;
}
