import type { Database } from '../../database/connect.ts';
import { makeMarks } from './marks.ts';
import { insertSeals, listSeals } from './store.ts';

const SEALS_AT_ONCE = 1_000;

/**
 * At a change of the secret: every head that the former key vouches for gets a mark of the present one, under the time it
 * was sealed. What the former key does not vouch for gets none, and the next check says so.
 */
export async function markAnew(db: Database, secret: string, before: string): Promise<void> {
  const [present, former] = [makeMarks(secret), makeMarks(before)];
  const held = (await listSeals(db, 0, Number.MAX_SAFE_INTEGER)).filter((seal) => former.holds(seal));
  const anew = held.map((seal) => present.seal(seal, seal.at));
  for (let at = 0; at < anew.length; at += SEALS_AT_ONCE)
    await insertSeals(db, anew.slice(at, at + SEALS_AT_ONCE));
}
