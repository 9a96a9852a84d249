import type { Database } from '../../platform/database/connect.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { deleteFilesAfter } from '../../platform/files/files.ts';
import { forEachByItself } from '../../platform/jobs/each.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import { closeRequest, lapseRequest } from './close/close-request.ts';
import { leaveUnfilled } from './close/reopen-request.ts';
import { isTooLateToAsk } from './meet/rules/visit.ts';
import { spotSetting } from './settings.ts';
import {
  listOpenRequests,
  listRequestsToClose,
  listRequestsToLapse,
  listUnfinishedVisits,
  markTold,
} from './store/due.ts';
import { listPhotosNeverSent } from './store/photos.ts';
import { tell } from './tell.ts';

/** Until then its two are left to say by themselves how a visit went. */
const ASK_WHETHER_MET_AFTER = { hours: 48 };
/** What is never closed would never be forgotten. */
const LEFT_OPEN = { hours: 30 * 24 };
/** A form may stay open in a browser for days; what was brought with it and never sent is not kept longer. */
const UNNAMED_PHOTOS_ARE_KEPT = { hours: 7 * 24 };

/** Requests to which nobody said yes in time go to a coordinator. @returns how many */
export async function leaveLateRequestsUnfilled(db: Database, now: Temporal.Instant): Promise<number> {
  const { unfilledBeforeHours } = await readSetting(db, spotSetting);
  const late = (await listOpenRequests(db)).filter((request) =>
    isTooLateToAsk(request, now, unfilledBeforeHours),
  );
  let left = 0;
  await forEachByItself(late, async ({ id }) => {
    const doer = { personId: null, party: 'program', now } as const;
    // Somebody may have said yes since the list was read: then the refusal is good news.
    const done = await inTransaction(db, (tx) => leaveUnfilled(tx, { requestId: id, doer }));
    if (done.ok) left++;
  });
  return left;
}

/** Tells coordinators, once each, of visits that should be over and aren't (`spot.visit.overdue`). @returns how many */
export async function tellOfOverdueVisits(db: Database, now: Temporal.Instant): Promise<number> {
  const { overdueAfterMinutes } = await readSetting(db, spotSetting);
  const since = now.subtract({ minutes: overdueAfterMinutes });
  return tellOfUnfinished(db, { event: 'spot.visit.overdue', mark: 'overdue_told_at', since, now });
}

/** Asks the two of a visit that should long be over whether they met, once (`spot.visit.unsettled`). @returns how many */
export async function askWhetherMet(db: Database, now: Temporal.Instant): Promise<number> {
  const since = now.subtract(ASK_WHETHER_MET_AFTER);
  return tellOfUnfinished(db, { event: 'spot.visit.unsettled', mark: 'whether_met_asked_at', since, now });
}

async function tellOfUnfinished(
  db: Database,
  news: {
    readonly event: 'spot.visit.overdue' | 'spot.visit.unsettled';
    readonly mark: 'overdue_told_at' | 'whether_met_asked_at';
    readonly since: Temporal.Instant;
    readonly now: Temporal.Instant;
  },
): Promise<number> {
  let told = 0;
  const visits = await listUnfinishedVisits(db, news.mark, news.since);
  await forEachByItself(visits, ({ assignmentId, ...ids }) =>
    inTransaction(db, async (tx) => {
      if (!(await markTold(tx, assignmentId, news.mark, news.now))) return;
      await tell(tx, news.event, { assignmentId, ...ids });
      told++;
    }),
  );
  return told;
}

/** Closes visits of which nobody said for `lapseAfterDays` whether they took place, unless a concern is open. @returns how many */
export async function lapseUnsettled(db: Database, now: Temporal.Instant): Promise<number> {
  const { lapseAfterDays } = await readSetting(db, spotSetting);
  const before = now.subtract({ hours: lapseAfterDays * 24 });
  let lapsed = 0;
  await forEachByItself(await listRequestsToLapse(db, before), async (requestId) => {
    const doer = { personId: null, party: 'program', now } as const;
    const done = await inTransaction(db, (tx) => lapseRequest(tx, { requestId, doer, before }));
    if (done.ok) lapsed++;
  });
  return lapsed;
}

/** Closes what nobody has closed for a month, unless a concern about it is open. @returns how many */
export async function closeLeftOpen(db: Database, now: Temporal.Instant): Promise<number> {
  let closed = 0;
  await forEachByItself(await listRequestsToClose(db, now.subtract(LEFT_OPEN)), async (requestId) => {
    const doer = { personId: null, party: 'program', now } as const;
    const done = await inTransaction(db, (tx) => closeRequest(tx, { requestId, doer }));
    if (done.ok) closed++;
  });
  return closed;
}

/** Lets go of photos that neither a request nor a draft names. */
export async function letPhotosGo(db: Database, now: Temporal.Instant): Promise<void> {
  const neverSent = await listPhotosNeverSent(db, now.subtract(UNNAMED_PHOTOS_ARE_KEPT));
  await inTransaction(db, (tx) => deleteFilesAfter(tx, neverSent, now));
}

/** What the program does for Spot by itself. */
export const spotTasks: readonly Task[] = [
  {
    name: 'spot-leave-late-requests-unfilled',
    cron: '*/10 * * * *',
    run: async (_, { db, clock }) => {
      await leaveLateRequestsUnfilled(db, clock());
    },
  },
  {
    name: 'spot-tell-of-overdue-visits',
    cron: '*/5 * * * *',
    run: async (_, { db, clock }) => {
      await tellOfOverdueVisits(db, clock());
    },
  },
  {
    name: 'spot-ask-whether-met',
    cron: '10 * * * *',
    run: async (_, { db, clock }) => {
      await askWhetherMet(db, clock());
    },
  },
  {
    name: 'spot-close-left-open',
    cron: '30 18 * * *',
    run: async (_, { db, clock }) => {
      await lapseUnsettled(db, clock());
      await closeLeftOpen(db, clock());
      await letPhotosGo(db, clock());
    },
  },
];
