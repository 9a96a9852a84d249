import { inTransaction } from '../../platform/database/transaction.ts';
import type { Listener } from '../../platform/jobs/worker.ts';
import { leaveVolunteering } from './applications/commands.ts';

/** Whoever leaves for good volunteers no more, and applies no more. */
export const trustListeners: readonly Listener[] = [
  {
    event: 'people.person.leaving',
    name: 'trust.end-for-leaver',
    async handle({ ids: { personId } }, { db, clock }) {
      // Who neither volunteers nor has applied is refused, and that is fine.
      if (personId)
        await inTransaction(db, (tx) => leaveVolunteering(tx, { personId, reason: '', now: clock() }));
    },
  },
];
