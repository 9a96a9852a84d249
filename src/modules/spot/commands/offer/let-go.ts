import type { Database } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { Listener } from '../../../../platform/jobs/worker.ts';
import { listPromises } from '../../store/assignments.ts';
import { findRequest } from '../../store/requests.ts';
import { enter } from '../perform.ts';
import { releaseVolunteer } from './step-back.ts';

/** Whose promised visits must not happen: those of a volunteer, to one requester or to all. */
interface LettingGo {
  readonly volunteerId: string;
  readonly requesterId?: string;
  readonly now: Temporal.Instant;
}

/** Lets a volunteer go from every visit ahead that must not happen any more: the requests are open again. */
async function letGo(db: Database, { volunteerId, requesterId, now }: LettingGo): Promise<void> {
  const doer = { personId: null, party: 'program', now } as const;
  for (const { requestId } of await listPromises(db, [volunteerId], now)) {
    const request = await findRequest(db, requestId);
    if (requesterId && request?.requesterId !== requesterId) continue;
    await inTransaction(db, async (tx) => {
      const entered = await enter(tx, { requestId, doer });
      // Somebody else may have come in their place since the list was read.
      if (!entered.ok || entered.value.assignment?.volunteerId !== volunteerId) return;
      await releaseVolunteer(tx, { requestId, doer, reason: '' });
    });
  }
}

/** Who was suspended goes to nobody, and those who are kept apart do not meet, whatever they had agreed before. */
export const letGoListeners: readonly Listener[] = [
  {
    event: 'trust.volunteer.suspended',
    name: 'spot.let-go-of-suspended',
    async handle({ ids }, { db, clock }) {
      if (ids['personId']) await letGo(db, { volunteerId: ids['personId'], now: clock() });
    },
  },
  {
    event: 'trust.people.kept_apart',
    name: 'spot.let-go-of-kept-apart',
    async handle({ ids }, { db, clock }) {
      const { personId, otherId } = ids;
      if (!personId || !otherId) return;
      await letGo(db, { volunteerId: personId, requesterId: otherId, now: clock() });
      await letGo(db, { volunteerId: otherId, requesterId: personId, now: clock() });
    },
  },
];
