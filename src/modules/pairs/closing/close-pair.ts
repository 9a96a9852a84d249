import type { Given } from '../../../kits/questionnaires/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, refuse } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { openBySide } from '../months/open-by-side.ts';
import { does, type OnPair } from '../pair/doing.ts';
import { applicationOf } from '../pair/over.ts';
import type { Pair, Side } from '../types.ts';
import { sayAgain } from './after-pair.ts';
import { isFeared, stayInTouch } from './in-touch.ts';
import { mayWriteLast } from './last-page.ts';
import { type Again, alarmsOfClosing, ownWordsOf } from './questions.ts';
import { mayBeDelivered } from './rules/delivery.ts';
import { deliverLastPages, insertClosure, listClosures } from './store/closures.ts';

/** What one side says when it is over, beside its answers. */
export interface Closing {
  readonly given: Given;
  readonly lastPage: string;
  readonly wantsAgain: Again;
  readonly staysInTouch: 'yes' | 'no';
  readonly mayBeTold: boolean;
}

/**
 * Says how it was, once for each side. With the second, the last pages of both are brought; whether both wish to stay in
 * touch is said when both do. That it did not feel safe is looked at on the same day. Refuses a second time (`you_have_closed_already`).
 */
export const closePair = does<OnPair & { readonly closing: Closing }>('close', async (tx, { pair }, on) => {
  const { personId, party, now } = on.doer;
  const before = await listClosures(tx, pair.id);
  const side = party as Side;
  if (personId === null || pair.overAt === null) return refuse('pair_has_moved_on');
  if (before.some((one) => one.side === side)) return refuse('you_have_closed_already');
  const { given, lastPage, wantsAgain, staysInTouch, mayBeTold } = on.closing;
  if (lastPage && !(await mayWriteLast(tx, pair, now))) return refuse('writing_is_stopped_already');
  await insertClosure(tx, {
    ...{ pairId: pair.id, side, personId, closedAt: now, given, mayBeTold },
    lastPage: lastPage || null,
    wantsAgain: wantsAgain !== 'no',
    wantsSame: wantsAgain === 'same',
    staysInTouch: staysInTouch === 'yes',
  });
  await openBySide(tx, { pair, side, alarms: alarmsOfClosing(side, given), words: ownWordsOf(given), now });
  await sayAgain(tx, { applicationId: applicationOf(pair, side), personId, again: wantsAgain, now });
  if (mayBeDelivered({ closed: before.length + 1, overAt: pair.overAt, now })) await deliver(tx, pair, now);
  if (staysInTouch === 'yes' && (await stayInTouch(tx, pair, now))) await tellBoth(tx, pair);
  return accept({});
});

/**
 * Brings what both have written to whom it is for, and tells who has something to read. Nothing is brought between two
 * who may not write to each other any more, or of whom one was afraid.
 */
export async function deliver(tx: Tx, pair: Pair, now: Temporal.Instant): Promise<void> {
  const { id, residentId, volunteerId } = pair;
  if (isFeared(await listClosures(tx, id)) || !(await mayWriteLast(tx, pair, now))) return;
  const written = await deliverLastPages(tx, id, now);
  if (written.length === 0) return;
  const readers = {
    ...(written.includes('volunteer') && { residentId }),
    ...(written.includes('resident') && { volunteerId }),
  };
  await publish(tx, {
    type: 'pairs.closure.delivered',
    ids: { pairId: id, ...readers },
    live: Object.values(readers).map((personId) => `person:${personId}` as const),
  });
}

async function tellBoth(tx: Tx, { id, residentId, volunteerId }: Pair): Promise<void> {
  await publish(tx, {
    type: 'pairs.closure.in_touch',
    ids: { pairId: id, residentId, volunteerId },
    live: [`person:${residentId}`, `person:${volunteerId}`],
  });
}
