import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { peopleEvents } from '../../people/index.ts';
import { trustEvents } from '../../trust/index.ts';
import { deleteMeeting, insertMeeting } from './store.ts';

/** Whoever has met may wish for more, in whatever program it was. */
export const twoMet: Listener = peopleEvents.hear({
  event: 'people.two.met',
  name: 'pairs.may-wish',
  async handle({ ids: { residentId, volunteerId } }, { db, clock }) {
    if (residentId === volunteerId) return;
    await inTransaction(db, (tx) => insertMeeting(tx, { residentId, volunteerId, metAt: clock() }));
  },
});

/** Who is kept apart wishes for nothing with each other any more: what they wished is forgotten. */
export const wishersParted: Listener = trustEvents.hear({
  event: 'trust.people.kept_apart',
  name: 'pairs.forget-wishes',
  handle: ({ ids: { personId, otherId } }, { db }) =>
    inTransaction(db, (tx) => deleteMeeting(tx, [personId, otherId])),
});
