import type { Tx } from '../../../../platform/database/connect.ts';
import { done, type InventedWorld, type Step } from '../../../../platform/parts/demonstration.ts';
import { practiceFacts } from '../../payments/practice/facts.ts';
import { spellReference } from '../../payments/reference.ts';
import { findPractice, insertPractice, updatePractice } from '../../payments/store/practice.ts';
import { takeIn } from '../../payments/take-in/take-in.ts';
import { beginPromise, cancelPromise, changePromise, pausePromise } from '../../promises/acts.ts';
import { findCampaign } from '../store/campaigns.ts';

/** What has become of a monthly gift since. */
type Since = 'changed' | 'card fails' | 'pauses' | 'stopped';

interface Supporter {
  readonly daysAgo: number;
  readonly amount: number;
  readonly since?: Since;
}

/** The first three gave long before the campaign; the first is somebody whom a visitor can be. */
const BEFORE: readonly Supporter[] = [
  { daysAgo: 133, amount: 3000, since: 'changed' },
  { daysAgo: 101, amount: 5000 },
  { daysAgo: 74, amount: 3000, since: 'card fails' },
];
const FOR_IT: readonly Supporter[] = [
  ...[18, 18, 17, 15, 12, 9, 6, 3].map((daysAgo) => ({ daysAgo, amount: 3000 })),
  { daysAgo: 16, amount: 10_000 },
  { daysAgo: 14, amount: 5000 },
  { daysAgo: 11, amount: 1000 },
  { daysAgo: 10, amount: 5000, since: 'pauses' },
  { daysAgo: 8, amount: 3000, since: 'stopped' },
];

/**
 * Gifts of every month, by the practice provider: what it tells is taken in as it is of anybody.
 * @param donorOf whose each is, by their place
 */
export function monthlySteps(
  world: InventedWorld,
  slug: string,
  donorOf: (tx: Tx, place: number, now: Temporal.Instant) => Promise<string>,
): Step[] {
  const all = [
    ...BEFORE.map((supporter) => ({ ...supporter, slug: null })),
    ...FOR_IT.map((supporter) => ({ ...supporter, slug })),
  ];
  return all.flatMap((supporter, place) => stepsOf(world, supporter, (tx, now) => donorOf(tx, place, now)));
}

function stepsOf(
  world: InventedWorld,
  { daysAgo, amount, since, slug }: Supporter & { readonly slug: string | null },
  donorOf: (tx: Tx, now: Temporal.Instant) => Promise<string>,
): Step[] {
  const beganOn = world.today.subtract({ days: daysAgo });
  const ids = { promiseId: '', subscription: '' };
  const step = (
    day: Temporal.PlainDate,
    time: string,
    run: (tx: Tx, now: Temporal.Instant) => Promise<unknown>,
  ) => {
    const at = world.at(day, time);
    return { at, run: async (tx: Tx) => void (await run(tx, at)) };
  };
  const later = Array.from({ length: 12 }, (_, month) => beganOn.add({ months: month + 1 })).filter(
    (day) => Temporal.PlainDate.compare(day, world.today) < 0,
  );
  const yesterday = world.today.subtract({ days: 1 });
  return [
    step(beganOn, '20:10', async (tx, now) => {
      const donorId = await donorOf(tx, now);
      const campaignId = slug === null ? null : ((await findCampaign(tx, { slug }))?.id ?? null);
      const announced = { donorId, campaignId, fund: 'general', amount, isAnonymous: false, now } as const;
      ids.promiseId = await beginPromise(tx, announced);
      ids.subscription = await subscribe(tx, ids.promiseId, { amount, now });
      await charge(tx, ids.subscription, now);
    }),
    ...later.map((day) => step(day, '09:05', (tx, now) => charge(tx, ids.subscription, now))),
    ...(since ? [step(yesterday, '19:30', (tx, now) => ACTS[since](tx, { ...ids, now }))] : []),
  ];
}

interface On {
  readonly promiseId: string;
  readonly subscription: string;
  readonly now: Temporal.Instant;
}

const donor = ({ promiseId, now }: On) =>
  ({ promiseId, doer: { party: 'donor', personId: null, now } }) as const;

const ACTS: Readonly<Record<Since, (tx: Tx, on: On) => Promise<unknown>>> = {
  changed: async (tx, on) => done(await changePromise(tx, { ...donor(on), amount: 5000 }), 'another amount'),
  pauses: async (tx, on) => done(await pausePromise(tx, { ...donor(on), months: 2 }), 'a pause'),
  stopped: async (tx, on) => done(await cancelPromise(tx, donor(on)), 'a stop'),
  async 'card fails'(tx, { subscription, now }) {
    await updatePractice(tx, subscription, { state: 'past_due', attempts: 1, changed_at: now });
    await hear(tx, subscription, now);
  },
};

async function subscribe(
  tx: Tx,
  promiseId: string,
  { amount, now }: { readonly amount: number; readonly now: Temporal.Instant },
): Promise<string> {
  const reference = spellReference({ kind: 'promise', id: promiseId });
  const made = { reference, channel: 'card', amount_jpy: amount, state: 'active', made_at: now } as const;
  const id = await insertPractice(tx, 'sub', made);
  await hear(tx, id, now);
  return id;
}

async function charge(tx: Tx, subscription: string, now: Temporal.Instant): Promise<void> {
  const of = await findPractice(tx, subscription);
  if (!of) throw new Error('there is no such monthly payment');
  const { reference, channel, amount_jpy } = of;
  const made = { reference, channel, amount_jpy, subscription, state: 'succeeded', made_at: now };
  await hear(tx, await insertPractice(tx, 'ch', made), now);
}

async function hear(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const told = await findPractice(tx, id);
  await takeIn(tx, told && practiceFacts(told, []), now);
}
