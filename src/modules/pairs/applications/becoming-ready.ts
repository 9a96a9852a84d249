import type { Database } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { peopleEvents } from '../../people/index.ts';
import { trustEvents } from '../../trust/index.ts';
import { stopPairsOf } from '../pair/stop/stop.ts';
import { readyIfComplete } from './ready.ts';
import { isCurrent } from './rules.ts';
import { listAcceptedIds } from './store/list.ts';
import { findNewestApplication } from './store.ts';
import { withdrawApplication } from './withdraw.ts';

/** What trust decides of a volunteer, and what becomes of an application whose person leaves. */
export const applicationListeners: readonly Listener[] = [
  trustEvents.hear({
    event: 'trust.volunteer.approved',
    name: 'pairs.ready-when-approved',
    async handle({ ids: { personId } }, { db, clock }) {
      const own = await findNewestApplication(db, personId);
      if (own) await inTransaction(db, (tx) => readyIfComplete(tx, own.id, clock()));
    },
  }),
  peopleEvents.hear({
    event: 'people.person.leaving',
    name: 'pairs.take-back-for-leaver',
    handle: ({ ids: { personId } }, { db, clock }) => takeBack(db, personId, clock()),
  }),
  trustEvents.hear({
    event: 'trust.volunteer.left',
    name: 'pairs.take-back-for-former-volunteer',
    async handle({ ids: { personId } }, { db, clock }) {
      const own = await findNewestApplication(db, personId);
      if (own?.side === 'volunteer') await takeBack(db, personId, clock());
    },
  }),
];

/** An application ends with its person, whatever it has led to; doing it again changes nothing. */
async function takeBack(db: Database, personId: string, now: Temporal.Instant): Promise<void> {
  await stopPairsOf(db, { personId, asApplicant: true, now });
  await inTransaction(db, async (tx) => {
    const own = await findNewestApplication(tx, personId);
    if (!own || !isCurrent(own)) return;
    await withdrawApplication(tx, { applicationId: own.id, doer: { personId, party: 'applicant', now } });
  });
}

/** Looks at every accepted application: a profile, a training or an insurance of another module may have been the last that was missing. */
export async function lookForReady(db: Database, now: Temporal.Instant): Promise<void> {
  await forEachByItself(await listAcceptedIds(db), (id) =>
    inTransaction(db, async (tx) => void (await readyIfComplete(tx, id, now))),
  );
}

export const applicationTasks: readonly Task[] = [
  {
    name: 'pairs-look-for-ready',
    cron: '*/5 * * * *',
    run: (_, { db, clock }) => lookForReady(db, clock()),
  },
];
