import type { Database, Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { dayInJapan } from '../../people/index.ts';
import { publish } from '../events.ts';
import { personOf } from '../pair/over.ts';
import { lockPair } from '../pair/store.ts';
import { type Pair, SIDES } from '../types.ts';
import { readSaid } from './check-ins/questions.ts';
import { askAYearLater } from './loneliness/ask-later.ts';
import { countLoneliness } from './loneliness/count.ts';
import { tellMonthsOver } from './over/tell-months.ts';
import { alarmsOfTime } from './rules/alarms.ts';
import { type Begun, hasBegun } from './rules/calendar.ts';
import { checkInDue, isDrifting } from './rules/check-ins.ts';
import { listActivities } from './store/activities.ts';
import { openAlarms } from './store/alarms.ts';
import { type CheckIn, insertCheckIns, listCheckIns } from './store/check-ins.ts';
import { listRunning, listTimesOf } from './store/running.ts';

/** So long somebody may take to answer until it counts as missed. */
const TO_ANSWER = { hours: 14 * 24 };

/** Looks after every running pair: asks each side where it is time to, and opens what time itself opens. Done twice, it does nothing. */
export async function lookAfterPairs(db: Database, now: Temporal.Instant): Promise<void> {
  await forEachByItself(await listRunning(db), (id) => inTransaction(db, (tx) => lookAfterPair(tx, id, now)));
}

/** The same for one of them; nothing for one that does not run. */
export async function lookAfterPair(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const pair = await lockPair(tx, id);
  if (!pair || !hasBegun(pair) || (pair.state !== 'active' && pair.state !== 'paused')) return;
  await tellMonthsOver(tx, pair, now);
  const all = await listCheckIns(tx, id);
  await ask(tx, { pair, all, now });
  await openWhatTimeOpens(tx, { pair, all, now });
}

interface LookedAfter {
  readonly pair: Pair & Begun;
  /** The newest month first. */
  readonly all: readonly CheckIn[];
  readonly now: Temporal.Instant;
}

async function ask(tx: Tx, { pair, all, now }: LookedAfter): Promise<void> {
  const due = SIDES.flatMap((side) => {
    const [newest, ...before] = all.filter((one) => one.side === side);
    const last = newest ? { month: newest.month, said: readSaid(newest.given) } : null;
    const month = checkInDue(pair, { today: dayInJapan(now), last });
    if (!month) return [];
    const [latest = null, earlier = null] = [newest, ...before].flatMap(
      (one) => readSaid(one?.given ?? null) ?? [],
    );
    const isDeeper = isDrifting(latest, earlier);
    return [
      {
        pairId: pair.id,
        side,
        month,
        answerBy: now.add(TO_ANSWER),
        personId: personOf(pair, side),
        isDeeper,
      },
    ];
  });
  if (due.length === 0) return;
  await insertCheckIns(tx, due, now);
  for (const { personId } of due)
    await publish(tx, {
      type: 'pairs.check_in.due',
      ids: { pairId: pair.id, personId },
      live: [`person:${personId}`],
    });
}

async function openWhatTimeOpens(tx: Tx, { pair, all, now }: LookedAfter): Promise<void> {
  const alarms = alarmsOfTime({
    pair,
    days: (await listActivities(tx, pair.id)).map(({ happenedOn }) => happenedOn),
    asked: all,
    resumedAt: await listTimesOf(tx, pair.id, 'resume'),
    now,
  });
  await openAlarms(tx, { pairId: pair.id, alarms, now });
}

/** What the program does for running pairs by itself. */
export const monthsTasks: readonly Task[] = [
  {
    name: 'pairs-look-after',
    cron: '20 * * * *',
    run: (_, { db, clock }) => lookAfterPairs(db, clock()),
  },
  {
    name: 'pairs-ask-a-year-later',
    cron: '10 1 * * *',
    run: (_, { db, clock }) => askAYearLater(db, clock()),
  },
  {
    name: 'pairs-count-loneliness',
    cron: '45 17 * * *',
    run: (_, { db, clock }) => countLoneliness(db, clock()),
  },
];
