import { inTransaction } from '../../platform/database/transaction.ts';
import type { Listener } from '../../platform/events/listener.ts';
import { peopleEvents } from '../people/index.ts';
import { leaveVolunteering } from './applications/commands.ts';

/** Whoever leaves for good volunteers no more, and applies no more. */
export const trustListeners: readonly Listener[] = [
  peopleEvents.hear({
    event: 'people.person.leaving',
    name: 'trust.end-for-leaver',
    async handle({ ids: { personId } }, { db, clock }) {
      // Who neither volunteers nor has applied is refused, and that is fine.
      await inTransaction(db, (tx) => leaveVolunteering(tx, { personId, reason: '', now: clock() }));
    },
  }),
];
