import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { DECIDER, doing, makeApplicant, makeVolunteer } from '../../../test/support/volunteers.ts';
import { settableClock } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { forget } from '../../platform/rights/forget.ts';
import { decline } from './applications/commands.ts';
import { findApplication } from './applications/store.ts';
import { assessConcern, closeConcern, raiseConcern } from './concerns/commands.ts';
import { findConcern } from './concerns/store/concerns.ts';
import { recordInsurance } from './insurance/commands.ts';
import { remindOfInsurance, remindOfRenewals } from './jobs.ts';
import { personalData } from './personal-data.ts';
import { changePolicy } from './policy/commands.ts';
import { STEPS } from './types.ts';

const { db } = await testDatabase();
const start = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

async function remindersOf(personId: string): Promise<string[]> {
  const found = await sql<{ subject: string }>`
    select ids->>'subject' as subject from platform.events
    where type = 'trust.renewal.due' and ids->>'personId' = ${personId}
    order by 1`.execute(db);
  return found.rows.map((row) => row.subject);
}

describe('reminders', () => {
  it('come sixty days before a step runs out, once', async () => {
    const { id } = await makeVolunteer(db, start);
    const clock = settableClock('2029-09-24T09:00:00+09:00');
    await remindOfRenewals({ db, clock });
    expect(await remindersOf(id)).toEqual([]);
    clock.advance({ days: 1 });
    await remindOfRenewals({ db, clock });
    await remindOfRenewals({ db, clock });
    clock.advance({ days: 30 });
    await remindOfRenewals({ db, clock });
    expect(await remindersOf(id)).toEqual(['pledge', 'training']);
  });

  it('of insurance come from 1 March, only to who is not covered from 1 April, and once', async () => {
    const now = Temporal.Instant.from('2030-10-01T09:00:00+09:00');
    const [covered, uncovered] = [await makeVolunteer(db, now), await makeVolunteer(db, now)];
    await doing(db, (tx) =>
      changePolicy(tx, {
        mayStop: Number.POSITIVE_INFINITY,
        steps: STEPS.map((step) => ({ step, demand: 'required', validMonths: null, remindDays: 0 })),
        needsInsurance: true,
        validFromOn: Temporal.PlainDate.from('2030-10-01'),
        reason: 'insured',
        by: null,
        now,
      }),
    );
    const march = Temporal.Instant.from('2031-03-01T00:00:00+09:00');
    const startsOn = Temporal.PlainDate.from('2031-04-01');
    const insurance = { personId: covered.id, plan: 'basic', startsOn, by: DECIDER, now: march };
    await doing(db, (tx) => recordInsurance(tx, insurance));
    const clock = settableClock('2031-02-28T23:59:59+09:00');
    await remindOfInsurance({ db, clock });
    expect(await remindersOf(uncovered.id)).toEqual([]);
    clock.set(march);
    await remindOfInsurance({ db, clock });
    await remindOfInsurance({ db, clock });
    expect(await remindersOf(uncovered.id)).toEqual(['insurance']);
    expect(await remindersOf(covered.id)).toEqual([]);
  });
});

describe('forgetting', () => {
  it('takes the words of a declined application after six calendar months, not before', async () => {
    const { id } = await makeApplicant(db, start);
    await doing(db, (tx) => decline(tx, { personId: id, words: 'Not now.', by: DECIDER, now: start }));
    const six = Temporal.Instant.from('2027-05-24T09:00:00+09:00');
    await forget(db, [personalData], six);
    expect(await findApplication(db, id)).toMatchObject({ outcomeWords: 'Not now.' });
    await forget(db, [personalData], six.add({ seconds: 1 }));
    expect(await findApplication(db, id)).toMatchObject({
      state: 'declined',
      motivation: '',
      outcomeWords: null,
    });
  });

  it('takes the words of a concern three years after it was closed, and keeps an open one', async () => {
    const raise = () =>
      inTransaction(db, (tx) =>
        raiseConcern(tx, {
          about: null,
          by: null,
          program: 'spot',
          objectKind: 'spot.request',
          objectId: 'one',
          words: 'It was dark.',
          now: start,
        }),
      );
    const [closed, open] = [await raise(), await raise()];
    const by = '00000000-0000-4000-8000-000000000001';
    const step = { concernId: closed, words: 'Talked with both of them for a while.', by, now: start };
    await doing(db, (tx) => assessConcern(tx, step));
    await doing(db, (tx) => closeConcern(tx, step));
    await forget(db, [personalData], Temporal.Instant.from('2029-11-25T09:00:00+09:00'));
    expect(await findConcern(db, closed)).toMatchObject({ state: 'closed', words: '', closing: null });
    expect(await findConcern(db, open)).toMatchObject({ state: 'raised', words: 'It was dark.' });
  });
});
