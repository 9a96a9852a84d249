import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { peopleEvents } from '../../people/index.ts';
import { insertMeeting } from './store.ts';

/** Whoever has met may wish for more, in whatever program it was. */
export const twoMet: Listener = peopleEvents.hear({
  event: 'people.two.met',
  name: 'pairs.may-wish',
  async handle({ ids: { residentId, volunteerId } }, { db, clock }) {
    if (residentId === volunteerId) return;
    await inTransaction(db, (tx) => insertMeeting(tx, { residentId, volunteerId, metAt: clock() }));
  },
});
