import type { Tx } from '../../database/connect.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { JobContext, Task } from '../../jobs/task.ts';
import { type NewAlarm, raiseAlarm } from '../alarms/alarms.ts';
import { readAnchors, writeAnchor } from './anchors.ts';
import { checkAnchors, checkNew, checkStretch } from './check.ts';
import { BEGINNING, type Fault } from './follow.ts';
import { type Marks, makeMarks, type Seal } from './marks.ts';
import { findNewestSeal, insertSeals, readProgress, saveProgress } from './store.ts';

/** What the watch needs of the house. */
export interface WatchServices {
  readonly secret: string;
  /** The folder of the anchors, out of reach of whoever owns the database. */
  readonly directory: string;
  /** Mails administrators about an alarm, in the transaction that keeps it. */
  tellAlarm(tx: Tx, alarm: NewAlarm, id: string): Promise<void>;
  /** Mails the head of the day out of the house, where an address is set. */
  tellAnchor(tx: Tx, seal: Seal): Promise<void>;
}

type Watch = WatchServices & { readonly marks: Marks };

/**
 * The jobs that watch the chain: every ten minutes the entries since the last seal are checked, the new head sealed and
 * anchored; every day a stretch of the whole chain and the anchors are checked, and the head is mailed.
 */
export function chainTasks(services: WatchServices): readonly Task[] {
  const watch: Watch = { ...services, marks: makeMarks(services.secret) };
  return [
    { name: 'seal-audit', cron: '*/10 * * * *', run: (_payload, context) => sealHead(watch, context) },
    { name: 'check-audit', cron: '31 17 * * *', run: (_payload, context) => checkWhole(watch, context) },
  ];
}

async function sealHead(watch: Watch, context: JobContext): Promise<void> {
  const { db, clock } = context;
  const { marks, directory } = watch;
  const before = await findNewestSeal(db, marks.keyName);
  const { head, faults } = await checkNew(db, marks);
  await alarm(watch, faults, context);
  if (head.position > (before?.position ?? 0)) {
    const seal = marks.seal(head, clock());
    // Elsewhere first: of a head that the database has lost again, a witness must be left.
    await writeAnchor(directory, seal);
    await insertSeals(db, [seal]);
  }
  const progress = await readProgress(db);
  await saveProgress(db, { round: null, roundEndedAt: null, ...progress, checkedAt: clock() });
}

async function checkWhole(watch: Watch, context: JobContext): Promise<void> {
  const { db, clock } = context;
  const progress = await readProgress(db);
  const stretch = await checkStretch(db, watch.marks, progress?.round ?? BEGINNING);
  const { seals, unreadable } = await readAnchors(watch.directory, 'newest two');
  const anchored = await checkAnchors(db, seals, watch.marks);
  await alarm(watch, [...stretch.faults, ...anchored], context);
  if (unreadable > 0) context.log.error({ unreadable }, 'lines of the audit anchors are no anchors');
  const now = clock();
  await saveProgress(db, {
    checkedAt: progress?.checkedAt ?? now,
    round: stretch.isAtEnd ? null : stretch.head,
    roundEndedAt: stretch.isAtEnd ? now : (progress?.roundEndedAt ?? null),
  });
  const newest = await findNewestSeal(db, watch.marks.keyName);
  if (newest) await inTransaction(db, (tx) => watch.tellAnchor(tx, newest));
}

/** Each fault is told once, also to whoever reads the log. */
async function alarm(watch: Watch, faults: readonly Fault[], { db, clock, log }: JobContext): Promise<void> {
  for (const fault of faults) {
    const isNew = await inTransaction(db, async (tx) => {
      const id = await raiseAlarm(tx, fault, clock());
      if (id) await watch.tellAlarm(tx, fault, id);
      return id !== null;
    });
    if (isNew) log.error(fault, 'the audit chain does not hold');
  }
}
