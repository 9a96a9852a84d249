import { dayInJapan } from '../../src/modules/people/index.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { accept, type Outcome } from '../../src/platform/refusal.ts';
import { publish } from './events.ts';
import { mayJoin, mayPropose, type Walk } from './rules.ts';
import { findWalk, insertWalk, updateJoiner } from './store.ts';

/** Puts a walk before the coordinators. @returns its id; refused: `choose_a_coming_day` */
export async function proposeWalk(
  tx: Tx,
  { now, ...walk }: Omit<Walk, 'id' | 'joinerId'> & { readonly now: Temporal.Instant },
): Promise<Outcome<string>> {
  const allowed = mayPropose(walk.onDay, dayInJapan(now));
  if (!allowed.ok) return allowed;
  const walkId = await insertWalk(tx, walk, now);
  const ids = { walkId, byPersonId: walk.proposerId };
  await publish(tx, { type: 'walks.walk.proposed', ids, live: ['desk'] });
  return accept(walkId);
}

/** Somebody comes along. Refused: `walk_is_taken` */
export async function joinWalk(tx: Tx, walkId: string, byPersonId: string): Promise<Outcome<Walk>> {
  const allowed = mayJoin(await findWalk(tx, walkId, 'locked'), byPersonId);
  if (!allowed.ok) return allowed;
  await updateJoiner(tx, walkId, byPersonId);
  const live = ['desk', `person:${allowed.value.proposerId}`];
  await publish(tx, { type: 'walks.walk.joined', ids: { walkId, byPersonId }, live });
  return allowed;
}
