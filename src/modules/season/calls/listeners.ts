import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import type { JobContext } from '../../../platform/jobs/task.ts';
import { dayInJapan, peopleEvents } from '../../people/index.ts';
import { trustEvents } from '../../trust/index.ts';
import { listCallsAhead } from '../store/calls.ts';
import type { Call } from '../types.ts';
import { callOff } from './commands.ts';

/** Nobody calls whom they must not meet, whatever was arranged before, and nobody waits for who does not come any more. */
export const callListeners: readonly Listener[] = [
  trustEvents.hear({
    event: 'trust.person.suspended',
    name: 'season.call-off-suspended',
    handle: ({ ids: { personId } }, context) => callOffOf(context, personId),
  }),
  trustEvents.hear({
    event: 'trust.people.kept_apart',
    name: 'season.call-off-kept-apart',
    handle: ({ ids: { personId, otherId } }, context) =>
      callOffOf(context, personId, (call) => [call.residentId, call.volunteerId].includes(otherId)),
  }),
  trustEvents.hear({
    event: 'trust.volunteer.left',
    name: 'season.call-off-former-volunteer',
    handle: ({ ids: { personId } }, context) =>
      callOffOf(context, personId, (call) => call.volunteerId === personId),
  }),
  peopleEvents.hear({
    event: 'people.person.leaving',
    name: 'season.call-off-leaver',
    handle: ({ ids: { personId } }, context) => callOffOf(context, personId),
  }),
];

async function callOffOf(
  { db, clock }: JobContext,
  personId: string,
  touches: (call: Call) => boolean = () => true,
): Promise<void> {
  const now = clock();
  for (const call of await listCallsAhead(db, personId, dayInJapan(now))) {
    // Over or called off meanwhile: nothing is left to do.
    if (touches(call)) await inTransaction(db, (tx) => callOff(tx, { callId: call.id, as: 'house', now }));
  }
}
