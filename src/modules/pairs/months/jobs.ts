import type { Database, Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { dayInJapan } from '../../people/index.ts';
import { publish } from '../events.ts';
import { lockPair } from '../pair/store.ts';
import { type Pair, SIDES } from '../types.ts';
import { readSaid } from './check-ins/questions.ts';
import { countLoneliness } from './loneliness/count.ts';
import { alarmsOfTime } from './rules/alarms.ts';
import { type Begun, hasBegun } from './rules/calendar.ts';
import { type AskedMonth, checkInDue, isDrifting } from './rules/check-ins.ts';
import { listActivities } from './store/activities.ts';
import { openAlarms } from './store/alarms.ts';
import { type CheckIn, insertCheckIns, listCheckIns } from './store/check-ins.ts';
import { listRunning, listTimesOf } from './store/running.ts';

/** So long somebody may take to answer until it counts as missed. */
const TO_ANSWER = { hours: 14 * 24 };

/** Looks after every running pair: asks both where it is time to, and opens what time itself opens. Done twice, it does nothing. */
export async function lookAfterPairs(db: Database, now: Temporal.Instant): Promise<void> {
  await forEachByItself(await listRunning(db), (id) => inTransaction(db, (tx) => lookAfterPair(tx, id, now)));
}

/** The same for one of them; nothing for one that does not run. */
export async function lookAfterPair(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const pair = await lockPair(tx, id);
  if (!pair || !hasBegun(pair) || (pair.state !== 'active' && pair.state !== 'paused')) return;
  const all = await listCheckIns(tx, id);
  await askBoth(tx, { pair, all, now });
  await openWhatTimeOpens(tx, { pair, all, now });
}

interface LookedAfter {
  readonly pair: Pair & Begun;
  /** The newest month first. */
  readonly all: readonly CheckIn[];
  readonly now: Temporal.Instant;
}

async function askBoth(tx: Tx, { pair, all, now }: LookedAfter): Promise<void> {
  const month = checkInDue(pair, { today: dayInJapan(now), last: lastAsked(all) });
  if (!month) return;
  const asked = SIDES.map((side) => {
    const [newest, before] = all
      .filter((one) => one.side === side && one.answeredAt !== null)
      .map((one) => readSaid(one.given));
    return {
      ...{ pairId: pair.id, side, month, answerBy: now.add(TO_ANSWER) },
      personId: side === 'resident' ? pair.residentId : pair.volunteerId,
      isDeeper: isDrifting(newest ?? null, before ?? null),
    };
  });
  if (!(await insertCheckIns(tx, asked, now))) return;
  const { id: pairId, residentId, volunteerId } = pair;
  await publish(tx, {
    type: 'pairs.check_in.due',
    ids: { pairId, residentId, volunteerId },
    live: [`person:${residentId}`, `person:${volunteerId}`],
  });
}

function lastAsked(all: readonly CheckIn[]): AskedMonth | null {
  const [newest] = all;
  if (!newest) return null;
  const saidBy = (wanted: string) =>
    readSaid(all.find(({ month, side }) => month === newest.month && side === wanted)?.given ?? null);
  return { month: newest.month, said: { resident: saidBy('resident'), volunteer: saidBy('volunteer') } };
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
    name: 'pairs-count-loneliness',
    cron: '45 17 * * *',
    run: (_, { db, clock }) => countLoneliness(db, clock()),
  },
];
