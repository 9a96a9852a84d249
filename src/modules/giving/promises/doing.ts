import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { accept, refuse } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { promiseLife } from './life.ts';
import { lockPromise, type PromiseChanges, updatePromise } from './store/promises.ts';
import { insertStep, type NewStep } from './store/steps.ts';
import type { MonthlyPromise, PromiseParty, PromiseStep } from './types.ts';

/** The jobs that a promise brings about. */
export const FOLLOW = 'giving-promise-follow';
export const MAIL = 'giving-promise-mail';

/** Who acts; nobody by name: whoever has the link of a mail, the provider, the house. */
interface Doer {
  readonly party: PromiseParty;
  readonly personId: string | null;
  readonly now: Temporal.Instant;
}

export interface OnPromise {
  readonly promiseId: string;
  readonly doer: Doer;
  /** What the page had shown; absent where it does not matter. */
  readonly version?: number | undefined;
  readonly reason?: string | undefined;
  /** What the provider calls what has happened: it is done once. */
  readonly once?: string | undefined;
}

interface Ending extends Partial<Pick<PromiseStep, 'amounts' | 'pausedUntil'>> {
  readonly changes: PromiseChanges;
}

/**
 * Acts on a promise, in the caller's transaction: what is to be said to the donor and done at the provider is left to jobs
 * that come with the commit, or not at all.
 */
export const { enter, does } = doing<
  typeof promiseLife.acts,
  OnPromise,
  MonthlyPromise,
  Ending,
  MonthlyPromise
>({
  life: promiseLife,
  unknown: 'promise_is_unknown',
  lock: (tx, { promiseId }) => lockPromise(tx, promiseId),
  stateOf: ({ state }) => state,
  partyOf: ({ doer }) => doer.party,
  isTheirs: (promise, { version }) =>
    version !== undefined && version !== promise.version ? refuse('promise_has_changed_since') : accept(null),
  async move(tx, { act, from, to, scene: promise, on, ending }) {
    if (!to) throw new Error('a promise stands somewhere');
    const changes = { ...ending.changes, ...(to !== from && { state: to }) };
    // The provider knows what it told us.
    const isToTell =
      on.doer.party !== 'provider' && promise.subscription !== null && !promise.subscriptionOverAt;
    await updatePromise(tx, promise.id, { ...changes, ...(isToTell && { untold_since: on.doer.now }) });
    if (isToTell) await follow(tx, promise.id);
    const { amounts = null, pausedUntil = null } = ending;
    const hears = promise.state !== 'announced' || act === 'begin' ? 'donor' : 'nobody';
    await note(tx, { promise, act, from, to, on, amounts, pausedUntil }, hears);
  },
  tell: (tx, type, { scene: { id, donorId } }) => publish(tx, { type, ids: { promiseId: id, donorId } }),
  done: (promise) => promise,
});

/** Has the provider told how a promise stands, once this is committed: of one promise one after the other. */
export function follow(tx: Tx, promiseId: string): Promise<void> {
  const key = `${FOLLOW}:${promiseId}`;
  return addJob(tx, FOLLOW, { promiseId }, { key, queue: key });
}

type Noted = Pick<NewStep, 'act' | 'from' | 'to'> &
  Partial<Pick<NewStep, 'amounts' | 'pausedUntil'>> & {
    readonly promise: Pick<MonthlyPromise, 'id'>;
    readonly on: Pick<OnPromise, 'doer' | 'reason' | 'once'>;
  };

/** Writes a line of the history, and has the donor told of it by mail: both once. */
export async function note(
  tx: Tx,
  { promise, on, ...step }: Noted,
  hears: 'donor' | 'nobody',
): Promise<void> {
  const id = await insertStep(tx, {
    amounts: null,
    pausedUntil: null,
    ...step,
    promiseId: promise.id,
    party: on.doer.party,
    byPerson: on.doer.personId,
    once: on.once ?? null,
    reason: on.reason ?? null,
    at: on.doer.now,
  });
  if (id !== null && hears === 'donor') await addJob(tx, MAIL, { stepId: id }, { key: `${MAIL}:${id}` });
}
