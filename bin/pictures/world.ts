import type { Database } from '../../src/platform/database/connect.ts';
import { SAMPLES } from './samples.ts';

/** What of a world there is to show: people by what they are, things by what they are in the middle of. Each page knows what it needs of it. */
export type World = never;

/** Looks a world through: the demonstration's, or the small one of the tests. What it lacks has the id of nobody. */
export async function findWorld(db: Database): Promise<World> {
  const found: object[] = [];
  for (const { find } of SAMPLES) if (find) found.push(await find(db));
  return Object.assign({}, ...found) as World;
}
