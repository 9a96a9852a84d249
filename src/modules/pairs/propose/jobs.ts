import { daily, dayOf } from '../../../kits/slots/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { publish } from '../events.ts';
import { lapse } from './answer.ts';
import { listToAnswerUntil } from './store.ts';

const REMINDED_AT = '17:00';

/** Proposals that nobody answered in time come to nothing. @returns how many */
export async function lapseUnanswered(db: Database, now: Temporal.Instant): Promise<number> {
  let lapsed = 0;
  await forEachByItself(await listToAnswerUntil(db, { until: now }), async ({ pairId }) => {
    // Somebody may have answered since the list was read: then the refusal is good news.
    const doer = { personId: null, party: 'house', now } as const;
    const done = await inTransaction(db, (tx) => lapse(tx, { pairId, doer }));
    if (done.ok) lapsed++;
  });
  return lapsed;
}

/** Reminds whoever is asked of a proposal until tomorrow, once, unless they were asked this evening (`pairs.pair.answer_due`). */
export async function remindToAnswer(db: Database, now: Temporal.Instant): Promise<void> {
  const today = dayOf(now);
  const midnight = (days: number) => daily('00:00').on(today.add({ days }));
  const due = await listToAnswerUntil(db, {
    after: midnight(1),
    until: midnight(2),
    askedBefore: daily(REMINDED_AT).on(today),
  });
  await forEachByItself(due, async ({ pairId, answerBy, ...ids }) => {
    const id = `pair-answer-due:${pairId}:${answerBy.epochMilliseconds}`;
    const told = { type: 'pairs.pair.answer_due', ids: { pairId, ...ids }, id } as const;
    await inTransaction(db, (tx) => publish(tx, told));
  });
}

/** Times of cron lines are UTC: 8:00 is 17:00 in Japan. */
export const answerTasks: readonly Task[] = [
  {
    name: 'pairs-lapse-unanswered',
    cron: '*/10 * * * *',
    run: async (_, { db, clock }) => void (await lapseUnanswered(db, clock())),
  },
  {
    // Three times, so that a restart at five does not leave anybody unreminded; each is reminded once.
    name: 'pairs-remind-to-answer',
    cron: '0,30 8-9 * * *',
    run: (_, { db, clock }) => remindToAnswer(db, clock()),
  },
];
