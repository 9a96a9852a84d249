import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan } from '../../people/index.ts';
import { does, enter, note, type OnPromise } from './doing.ts';
import { mayChange, pausedUntil, undoOf } from './rules.ts';
import { insertPromise, type NewPromise } from './store/promises.ts';
import { listSteps } from './store/steps.ts';
import type { MonthlyPromise } from './types.ts';

/**
 * Announces a monthly gift. Nothing is charged by it: it begins with what the provider tells of its page, and is found there
 * as the reference `promise:<id>`.
 * @returns its id
 */
export async function beginPromise(
  tx: Tx,
  { now, ...promise }: Omit<NewPromise, 'announcedAt'> & { readonly now: Temporal.Instant },
): Promise<string> {
  const id = await insertPromise(tx, { ...promise, announcedAt: now });
  const on = { doer: { party: 'donor', personId: null, now } } as const;
  await note(tx, { promise: { id }, act: 'announce', from: null, to: 'announced', on }, 'nobody');
  return id;
}

/** Stops it for good, at once, whatever page it was pressed on. Refuses a second time. */
export const cancelPromise = does('cancel', (_, __, { doer }) =>
  accept({ changes: { over_at: doer.now, paused_until: null } }),
);

/** Nothing is charged for so many months. Refuses while a card fails, and on a page that is older than the promise. */
export const pausePromise = does(
  'pause',
  (_, __, { doer, months }: OnPromise & { readonly months: number }) => {
    const until = pausedUntil(dayInJapan(doer.now), months);
    return accept({ changes: { paused_until: until }, pausedUntil: until });
  },
);

/** Goes on before its day, or on it. */
export const resumePromise = does('resume', () => accept({ changes: { paused_until: null } }));

/** Another sum from the next payment on. Refuses the same one, and one beyond the limits. */
export const changePromise = does(
  'change',
  (_, promise, { amount }: OnPromise & { readonly amount: number }) => {
    const may = mayChange(promise, amount);
    if (!may.ok) return may;
    return accept({ changes: { amount_jpy: amount }, amounts: { before: promise.amount, after: amount } });
  },
);

/** Takes back what the donor did last. Refuses where there is nothing to take back any more. */
export async function undoLast(tx: Tx, on: OnPromise): Promise<Outcome<MonthlyPromise>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const [last] = await listSteps(tx, on.promiseId);
  const undo = undoOf(entered.value, last, on.doer.now);
  if (!undo) return refuse('promise_has_changed_since');
  return undo.act === 'resume' ? resumePromise(tx, on) : changePromise(tx, { ...on, amount: undo.amount });
}
