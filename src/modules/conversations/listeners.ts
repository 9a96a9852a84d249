import { inTransaction } from '../../platform/database/transaction.ts';
import type { Listener, Task } from '../../platform/jobs/worker.ts';
import { closeThread, openThreadBetween } from './commands.ts';
import { deletionBoundary } from './rules.ts';
import { deleteMessagesOfThreadsClosedBefore } from './store.ts';

const about = (requestId: string | undefined) => ({ kind: 'spot.request', id: requestId ?? '' });

/** The two people who will meet can talk from the moment at which both have said yes. */
const openForVisit: Listener = {
  event: 'spot.assignment.confirmed',
  name: 'conversations.open-for-visit',
  async handle({ ids }, { db, clock }) {
    const participantIds = [ids['requesterId'], ids['volunteerId']].filter((id) => id !== undefined);
    await inTransaction(db, (tx) =>
      openThreadBetween(tx, {
        kind: 'visit',
        subject: about(ids['requestId']),
        participantIds,
        now: clock(),
      }),
    );
  },
};

/** Nothing more is said between the two when one no longer comes, or when the request has ended. */
const ENDS_VISIT = [
  'spot.assignment.withdrawn',
  'spot.assignment.released',
  'spot.request.cancelled',
  'spot.visit.missed',
  'spot.request.closed',
];
const ENDS_ASKING = [
  'spot.request.declined',
  'spot.request.redirected',
  'spot.request.cancelled',
  'spot.request.closed',
];

const closings = [
  ...ENDS_VISIT.map((event): Listener => closing(event, 'visit')),
  ...ENDS_ASKING.map((event): Listener => closing(event, 'asking')),
];

function closing(event: string, kind: 'visit' | 'asking'): Listener {
  return {
    event,
    name: `conversations.close-${kind}`,
    async handle({ ids }, { db, clock }) {
      const of = kind === 'visit' ? ids['volunteerId'] : undefined;
      const subject = about(ids['requestId']);
      await inTransaction(db, (tx) => closeThread(tx, { kind, subject, of, now: clock() }));
    },
  };
}

export const listeners: readonly Listener[] = [openForVisit, ...closings];

export const tasks: readonly Task[] = [
  {
    name: 'conversations-forget-closed',
    cron: '10 18 * * *',
    async run(_payload, { db, clock }) {
      await deleteMessagesOfThreadsClosedBefore(db, deletionBoundary(clock()));
    },
  },
];
