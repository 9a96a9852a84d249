import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import type { JobContext } from '../../../platform/jobs/task.ts';
import { peopleEvents } from '../../people/index.ts';
import { trustEvents } from '../../trust/index.ts';
import { listCommitmentsAhead } from '../store/commitments.ts';
import { refreshVetted, sayNo } from './commands.ts';

/** Nobody is counted whom the organization does not want near children any more, from the moment on at which it says so. */
export const helpingListeners: readonly Listener[] = [
  trustEvents.hear({
    event: 'trust.person.suspended',
    name: 'classes.vet-suspended',
    handle: ({ ids: { personId } }, context) => vetAnew(context, personId),
  }),
  trustEvents.hear({
    event: 'trust.volunteer.restricted',
    name: 'classes.vet-restricted',
    handle: ({ ids: { personId } }, context) => vetAnew(context, personId),
  }),
  trustEvents.hear({
    event: 'trust.volunteer.left',
    name: 'classes.vet-former-volunteer',
    handle: ({ ids: { personId } }, context) => vetAnew(context, personId),
  }),
  peopleEvents.hear({
    event: 'people.person.leaving',
    name: 'classes.without-leaver',
    async handle({ ids: { personId } }, { db, clock }) {
      const now = clock();
      for (const { id, state } of await listCommitmentsAhead(db, personId, now))
        if (state !== 'no')
          await inTransaction(db, (tx) =>
            sayNo(tx, { commitmentId: id, as: 'coordinator', byPersonId: null, now }),
          );
    },
  }),
];

async function vetAnew({ db, clock }: JobContext, personId: string): Promise<void> {
  const now = clock();
  for (const { sessionId } of await listCommitmentsAhead(db, personId, now))
    await inTransaction(db, (tx) => refreshVetted(tx, sessionId, now));
}
