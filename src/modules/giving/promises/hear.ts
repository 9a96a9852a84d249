import type { Tx } from '../../../platform/database/connect.ts';
import { accept } from '../../../platform/refusal.ts';
import type { SubscriptionFacts } from '../payments/provider.ts';
import { keepDifference } from '../payments/store/differences.ts';
import { cancelPromise } from './acts.ts';
import { does, follow, type OnPromise } from './doing.ts';
import { recoverPromise } from './keep.ts';
import { hasGiftSince } from './store/lists.ts';
import { findBySubscription, lockPromise, updatePromise } from './store/promises.ts';
import { wasDone } from './store/steps.ts';
import type { MonthlyPromise } from './types.ts';

const begin = does('begin', (_, __, { doer, subscription }: OnPromise & { readonly subscription: string }) =>
  accept({ changes: { began_at: doer.now, subscription } }),
);
const failCard = does('fail_card', () => accept({ changes: {} }));
const lapse = does('lapse', (_, __, { doer }) =>
  accept({ changes: { over_at: doer.now, paused_until: null } }),
);

/**
 * What the provider tells of a subscription, as it is now: late, twice and in any order. What was stopped here stays so, and
 * the provider is told again.
 */
export async function hearSubscription(
  tx: Tx,
  facts: SubscriptionFacts,
  now: Temporal.Instant,
): Promise<void> {
  const byReference = facts.reference?.kind === 'promise' ? facts.reference.id : null;
  const promiseId = (await findBySubscription(tx, facts.id)) ?? byReference;
  const promise = promiseId === null ? null : await lockPromise(tx, promiseId);
  if (!promise) return;
  if (promise.subscription !== null && promise.subscription !== facts.id) return showAnother(tx, facts, now);
  const on = { promiseId: promise.id, doer: { party: 'provider', personId: null, now } } as const;
  if (facts.state === 'cancelled') await hearItIsOver(tx, { promise, facts, on });
  else if (facts.state !== 'incomplete') await hearItRuns(tx, { promise, facts, on });
}

/** Another subscription for the same promise is nobody's wish: it waits for the treasurer until it is over. */
function showAnother(tx: Tx, { id, state, amount }: SubscriptionFacts, now: Temporal.Instant): Promise<void> {
  const isCharged = state !== 'cancelled' && state !== 'incomplete';
  const stands = { there: isCharged ? amount : 0, here: 0 };
  return keepDifference(tx, { objectId: id, kind: 'subscription', ...stands }, now);
}

interface Heard {
  readonly promise: MonthlyPromise;
  readonly facts: SubscriptionFacts;
  readonly on: OnPromise;
}

async function hearItIsOver(tx: Tx, { promise, facts, on }: Heard): Promise<void> {
  const { now } = on.doer;
  if (promise.subscriptionOverAt) return;
  if (promise.state !== 'announced')
    await updatePromise(tx, promise.id, {
      subscription: facts.id,
      subscription_over_at: now,
      untold_since: null,
    });
  const hadFailed = promise.state === 'card_failed' || facts.failed !== null;
  if (promise.state === 'cancelled' || promise.state === 'lapsed') return;
  if (hadFailed && promise.state !== 'announced') await lapse(tx, on);
  else await cancelPromise(tx, on);
}

async function hearItRuns(tx: Tx, { promise, facts, on }: Heard): Promise<void> {
  if (promise.state === 'cancelled') return stopThere(tx, { promise, facts, on });
  if (promise.state === 'announced') await begin(tx, { ...on, subscription: facts.id });
  const { failed } = facts;
  if (!failed) {
    if (facts.state === 'active' && (promise.state === 'card_failed' || promise.state === 'lapsed'))
      await recoverPromise(tx, on);
    return;
  }
  const once = `failed:${failed.attempt}:${failed.at}`;
  // What was looked at before money came in is told late: it has been mended since.
  if ((await wasDone(tx, promise.id, once)) || (await hasGiftSince(tx, promise.id, failed.at))) return;
  if (failed.next === null) await lapse(tx, { ...on, once });
  else await failCard(tx, { ...on, once });
}

/** Somebody finished at the provider's page what was stopped here, or the provider was told of the stop in vain. */
async function stopThere(tx: Tx, { promise, facts, on }: Heard): Promise<void> {
  if (promise.untoldSince && promise.subscription) return;
  await updatePromise(tx, promise.id, { subscription: facts.id, untold_since: on.doer.now });
  await follow(tx, promise.id);
}
