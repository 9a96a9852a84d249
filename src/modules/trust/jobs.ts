import type { Page } from '../../platform/database/paging.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { forEachByItself } from '../../platform/jobs/each.ts';
import type { JobContext, Task } from '../../platform/jobs/task.ts';
import { dayInJapan } from '../people/index.ts';
import { isDueSoon } from './clearance/rules.ts';
import { listClearances } from './clearance/store.ts';
import { uninsuredIds } from './desk/store.ts';
import { publish } from './events.ts';
import { firstDayOfNextFiscalYear } from './insurance/rules.ts';
import { findPolicy } from './policy/store.ts';
import { type Due, type DueRenewal, listDueRenewals, markReminded } from './renewals/store.ts';

const MOST_AT_ONCE = 500;

/** What the program does by itself. Times of cron lines are UTC: 23:00 is 8:00 in Japan. */
export const trustTasks: readonly Task[] = [
  {
    name: 'trust-remind-renewals',
    cron: '0 23 * * *',
    run: (_payload, context) => remindOfRenewals(context),
  },
  {
    name: 'trust-remind-clearances',
    cron: '0 23 * * *',
    run: (_payload, context) => remindOfClearances(context),
  },
  {
    name: 'trust-remind-insurance',
    cron: '0 23 * 2,3 *',
    run: (_payload, context) => remindOfInsurance(context),
  },
];

/** Tells volunteers whose step is soon over, each end once. */
export async function remindOfRenewals(context: Pick<JobContext, 'db' | 'clock'>): Promise<void> {
  const now = context.clock();
  let after: string | null = null;
  do {
    const due: Page<DueRenewal> = await listDueRenewals(context.db, now, { after, limit: MOST_AT_ONCE });
    await remind(context, due.rows, now);
    after = due.next;
  } while (after !== null);
}

/** Tells those who keep clearances whose check ends soon, each end once: a new one takes weeks, and children’s seats hang on it. */
export async function remindOfClearances(context: Pick<JobContext, 'db' | 'clock'>): Promise<void> {
  const now = context.clock();
  const { steps } = await findPolicy(context.db, now);
  const days = steps.find(({ step }) => step === 'child_safety_check')?.remindDays ?? 0;
  const due = (await listClearances(context.db, now)).filter((one) => isDueSoon(one, dayInJapan(now), days));
  await forEachByItself(due, ({ personId, expiresOn }) =>
    inTransaction(context.db, (tx) =>
      publish(tx, {
        type: 'trust.clearance.due',
        ids: { aboutPersonId: personId },
        id: `trust.clearance.due ${personId} ${expiresOn}`,
      }),
    ),
  );
}

/** From 1 March on tells volunteers whom no insurance covers from 1 April, where the policy asks for it. */
export async function remindOfInsurance(context: Pick<JobContext, 'db' | 'clock'>): Promise<void> {
  const now = context.clock();
  const today = dayInJapan(now);
  const { needsInsurance } = await findPolicy(context.db, now);
  if (!needsInsurance || today.month !== 3) return;
  const untilOn = firstDayOfNextFiscalYear(today);
  const uninsured = await uninsuredIds(context.db, untilOn);
  const due = uninsured.map((personId) => ({ personId, subject: 'insurance', untilOn }));
  await remind(context, due, now);
}

async function remind(
  context: Pick<JobContext, 'db'>,
  due: readonly Due[],
  now: Temporal.Instant,
): Promise<void> {
  await forEachByItself(due, (one) =>
    inTransaction(context.db, async (tx) => {
      if (!(await markReminded(tx, one, now))) return;
      const ids = { personId: one.personId, subject: one.subject };
      await publish(tx, { type: 'trust.renewal.due', ids, live: [`person:${one.personId}`] });
    }),
  );
}
