import { sql } from 'kysely';
import { pino } from 'pino';
import { insertDonor } from '../../src/modules/giving/donors/store.ts';
import { receiveGift } from '../../src/modules/giving/gifts/receive.ts';
import { givingModule } from '../../src/modules/giving/index.ts';
import type { Provider, SubscriptionFacts } from '../../src/modules/giving/payments/provider.ts';
import { beginPromise } from '../../src/modules/giving/promises/acts.ts';
import { hearSubscription } from '../../src/modules/giving/promises/hear.ts';
import { findPromise } from '../../src/modules/giving/promises/store/promises.ts';
import { promisePath } from '../../src/modules/giving/promises/token.ts';
import type { MonthlyPromise } from '../../src/modules/giving/promises/types.ts';
import { dayInJapan } from '../../src/modules/people/index.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import type { KeyedMail } from '../../src/platform/mail/mailer.ts';
import { makeTokens } from '../../src/platform/sealed/tokens.ts';
import { type TestHouse, testHouse } from './house.ts';

const SECRET = 'a secret of at least thirty-two characters';
const ORIGIN = 'https://otonari.test';

type Told = { state: 'active' | 'paused' | 'cancelled'; amount: number };

/** Whoever takes payments, as far as promises ask them: what they were told last of each subscription. */
export function subscriptions() {
  const told = new Map<string, Told>();
  /** What happens while they are told: a rival, or a failure. */
  const during: (() => Promise<void>)[] = [];
  const tell = async (id: string, news: Partial<Told>) => {
    await during.shift()?.();
    told.set(id, { state: 'active', amount: 0, ...told.get(id), ...news });
  };
  const provider: Pick<
    Provider,
    'name' | 'look' | 'changeMonthly' | 'pauseMonthly' | 'resumeMonthly' | 'stopMonthly' | 'beginRepair'
  > = {
    name: 'practice',
    look: async () => null,
    changeMonthly: (id, amount) => tell(id, { amount }),
    pauseMonthly: (id) => tell(id, { state: 'paused' }),
    resumeMonthly: (id) => tell(id, { state: 'active' }),
    stopMonthly: (id) => tell(id, { state: 'cancelled' }),
    beginRepair: async (id) => `https://pay.example/repair/${id}`,
  };
  return { told, during, provider: provider as Provider };
}

/** A house with monthly gifts, a provider on this machine, and the mails that go out. */
export async function promiseHouse() {
  const payments = subscriptions();
  const services = { secret: SECRET, publicUrl: ORIGIN, payments: payments.provider };
  const module = givingModule(services);
  const house: TestHouse = await testHouse([module]);
  const { db, clock } = house;
  const tasks = new Map((module.tasks ?? []).map((task) => [task.name, task]));
  const context = { db, clock, log: pino({ level: 'silent' }) };
  let count = 0;

  async function take<T>(names: readonly string[]): Promise<{ name: string; payload: T }[]> {
    const { rows } = await sql<{ name: string; payload: T }>`
      with taken as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier = any(${[...names]}) returning j.id, t.identifier as name, j.payload)
      select name, payload from taken order by id`.execute(db);
    return rows;
  }

  const run = (name: string, payload: unknown = {}) => tasks.get(name)?.run(payload, context);
  /** Does what waits, and what comes of it. @returns the mails that go out, in order */
  async function settle(): Promise<KeyedMail[]> {
    for (let jobs = await take([...tasks.keys()]); jobs.length > 0; jobs = await take([...tasks.keys()]))
      for (const job of jobs) await run(job.name, job.payload);
    return (await take<KeyedMail>(['send-mail'])).map(({ payload }) => payload);
  }

  const donor = (more: Partial<Parameters<typeof insertDonor>[1]> = {}) =>
    inTransaction(db, (tx) =>
      insertDonor(tx, { name: 'Sita', email: 'sita@otonari.example', locale: 'en', now: clock(), ...more }),
    );

  const announce = async (more: Partial<Parameters<typeof beginPromise>[1]> = {}) => {
    const donorId = more.donorId ?? (await donor());
    const whole = { donorId, campaignId: null, fund: 'general', amount: 3000, isAnonymous: false } as const;
    return inTransaction(db, (tx) => beginPromise(tx, { ...whole, now: clock(), ...more }));
  };

  const factsOf = (promiseId: string): SubscriptionFacts => ({
    id: `sub_${promiseId}`,
    reference: { kind: 'promise', id: promiseId },
    state: 'active',
    amount: 3000,
    failed: null,
  });
  const hear = (promiseId: string, news: Partial<SubscriptionFacts> = {}) =>
    inTransaction(db, (tx) => hearSubscription(tx, { ...factsOf(promiseId), ...news }, clock()));

  return {
    ...house,
    ...payments,
    services,
    context,
    settle,
    run,
    donor,
    announce,
    hear,
    /** One that is active, its first mail sent. */
    async begin(more: Parameters<typeof announce>[0] = {}): Promise<string> {
      const id = await announce(more);
      await hear(id);
      await settle();
      return id;
    },
    failing: (attempt: number, next: Temporal.Instant | null = clock().add({ hours: 72 })) =>
      ({ state: 'past_due', failed: { attempt, at: clock(), next } }) as const,
    async promise(id: string): Promise<MonthlyPromise> {
      const found = await findPromise(db, id);
      if (!found) throw new Error('there is no such promise');
      return found;
    },
    /** A monthly payment that has come in. */
    pay: async (promiseId: string) => {
      const found = await findPromise(db, promiseId);
      const today = dayInJapan(clock());
      return inTransaction(db, (tx) =>
        receiveGift(tx, {
          source: `charge:${++count}`,
          donorId: found?.donorId ?? null,
          promiseId,
          fund: 'general',
          amount: 3000,
          channel: 'card',
          givenOn: today,
          receivedOn: today,
          by: { personId: null, now: clock() },
        }),
      );
    },
    /** The page that a mail of this moment leads to. */
    link: (promiseId: string) => promisePath(makeTokens(SECRET), promiseId, clock()),
  };
}
