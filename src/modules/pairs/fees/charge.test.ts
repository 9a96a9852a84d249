import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { applyForPair, pairUp } from '../../../../test/support/pairs.ts';
import { doing } from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { createPerson } from '../../people/index.ts';
import { findApplication, updateApplication } from '../applications/store.ts';
import { chargeMembership, chargeRegistration } from './charge.ts';
import { feesSetting } from './setting.ts';
import { listFees, listFeesFor, updateFee } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

async function standing() {
  return inTransaction(db, async (tx) => {
    const coordinatorId = (await createPerson(tx, { name: 'Sato', now })).id;
    const volunteer = await applyForPair(tx, { side: 'volunteer', now });
    const resident = await applyForPair(tx, { side: 'resident', now });
    await updateApplication(tx, resident.id, { reduction: 'burden' });
    const ids = { volunteerApplicationId: volunteer.id, residentApplicationId: resident.id };
    const id = await pairUp(tx, { ...ids, coordinatorId, state: 'active', now });
    const both = [await findApplication(tx, volunteer.id), await findApplication(tx, resident.id)];
    return { id, both: both.flatMap((one) => one ?? []) };
  });
}
const charge = (pair: Awaited<ReturnType<typeof standing>>) =>
  inTransaction(db, (tx) => chargeMembership(tx, pair, pair.both, now));
const feesOf = async ({ both }: Awaited<ReturnType<typeof standing>>) =>
  Promise.all(
    both.map(async ({ id }) =>
      (await listFees(db, id)).map(({ kind, amount, state }) => [kind, amount, state]),
    ),
  );

test('membership is asked of both sides once a pair stands, each in their class, and once', async () => {
  const pair = await standing();
  await charge(pair);
  await charge(pair);
  expect(await feesOf(pair)).toEqual([[['membership', 3000, 'due']], [['membership', 1500, 'due']]]);
});

test('a side that pays none is asked for none', async () => {
  const value = { ...feesSetting.value, sides: ['resident' as const] };
  await doing(db, (tx) => writeSetting(tx, feesSetting, { value, seen: null, by: null, now }));
  const pair = await standing();
  await charge(pair);
  expect(await feesOf(pair)).toEqual([[], [['membership', 1500, 'due']]]);
});

describe('registration', () => {
  const applyAgain = (personId: string | undefined, before: string | null) =>
    inTransaction(db, async (tx) => {
      if (before) await updateApplication(tx, before, { state: 'withdrawn', ended_at: now });
      const made = await applyForPair(tx, { side: 'resident', ...(personId && { personId }), now });
      const application = await findApplication(tx, made.id);
      if (!application) throw new Error('it was not made');
      await chargeRegistration(tx, application, now);
      return application;
    });
  const asked = async (id: string) => (await listFees(db, id)).map(({ amount, state }) => [amount, state]);
  const settle = async (id: string, state: 'paid' | 'waived') => {
    const [fee] = await listFees(db, id);
    const settledOn = Temporal.PlainDate.from('2026-11-25');
    await inTransaction(db, (tx) => updateFee(tx, fee?.id ?? '', { state, settledOn, by: null }));
  };

  test.each(['paid', 'waived'] as const)(
    'that was %s is not asked of whoever applies again',
    async (state) => {
      const first = await applyAgain(undefined, null);
      expect(await asked(first.id)).toEqual([[1000, 'due']]);
      await settle(first.id, state);
      const second = await applyAgain(first.personId, first.id);
      expect(await asked(second.id)).toEqual([]);
      const shown = await listFeesFor(db, second);
      expect(shown).toMatchObject([{ kind: 'registration', applicationId: first.id, state }]);
      // Of somebody else it is.
      expect(await asked((await applyAgain(undefined, null)).id)).toEqual([[1000, 'due']]);
    },
  );

  test('that was never settled is asked with the next application, and shown once', async () => {
    const first = await applyAgain(undefined, null);
    const second = await applyAgain(first.personId, first.id);
    expect(await asked(second.id)).toEqual([[1000, 'due']]);
    await settle(first.id, 'paid');
    expect(await listFeesFor(db, second)).toHaveLength(1);
  });
});
