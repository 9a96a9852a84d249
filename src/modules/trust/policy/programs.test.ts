import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import {
  DECIDER,
  doing,
  interviewed,
  makeApplicant,
  pledged,
  trained,
} from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { approve } from '../applications/commands.ts';
import { recordInsurance } from '../insurance/commands.ts';
import { trustModule } from '../module.ts';
import { isApprovedFor, isApprovedVolunteer } from '../standing/store.ts';
import type { PolicyStep, ProgramPolicy } from '../types.ts';
import { changePolicy } from './commands.ts';
import { findPolicy } from './store.ts';

const house = await testHouse([trustModule]);
const { db } = house;
const now = house.clock();
const today = Temporal.PlainDate.from('2026-11-24');

/** Approval without training, from now on; a program asks what is given. */
async function ask(...programs: ProgramPolicy[]) {
  const { steps } = await findPolicy(db, now);
  const withoutTraining = steps.map(
    (step): PolicyStep => ({ ...step, demand: step.step === 'training' ? 'off' : step.demand }),
  );
  const change = { steps: withoutTraining, needsInsurance: false, validFromOn: today, reason: 'A test' };
  await doing(db, (tx) => changePolicy(tx, { ...change, programs, mayStop: 99, by: null, now }));
}
async function makeUntrained() {
  const { id } = await makeApplicant(db, now);
  await interviewed(db, id, now);
  await pledged(db, id, now);
  await doing(db, (tx) => approve(tx, { personId: id, by: DECIDER, now }));
  return id;
}
const forPairs = (id: string) => isApprovedFor(db, 'pairs', id, now);
const TRAINING: ProgramPolicy = { program: 'pairs', steps: ['training'], needsInsurance: false };

describe('a program that asks for training', () => {
  beforeEach(() => ask(TRAINING));

  it('has it still where approval asks for it no longer', async () => {
    const id = await makeUntrained();
    expect([await isApprovedVolunteer(db, id, now), await forPairs(id)]).toEqual([true, false]);
    await trained(db, id, now);
    expect(await forPairs(id)).toBe(true);
  });

  it('asks for it anew once it has run out, as the policy says how long it holds', async () => {
    const id = await makeUntrained();
    await trained(db, id, now);
    const later = now.toZonedDateTimeISO('Asia/Tokyo').add({ months: 36 }).toInstant();
    await pledged(db, id, later.subtract({ hours: 48 }));
    const before = later.subtract({ hours: 24 });
    expect(await isApprovedFor(db, 'pairs', id, before)).toBe(true);
    expect([await isApprovedVolunteer(db, id, later), await isApprovedFor(db, 'pairs', id, later)]).toEqual([
      true,
      false,
    ]);
  });
});

it('a program can ask for insurance that others do not', async () => {
  await ask({ program: 'pairs', steps: [], needsInsurance: true });
  const id = await makeUntrained();
  expect([await isApprovedVolunteer(db, id, now), await forPairs(id)]).toEqual([true, false]);
  await doing(db, (tx) =>
    recordInsurance(tx, { personId: id, plan: 'basic', startsOn: today, by: DECIDER, now }),
  );
  expect(await forPairs(id)).toBe(true);
});

it('who is no approved volunteer is none for any program', async () => {
  await ask({ program: 'pairs', steps: [], needsInsurance: false });
  const { id } = await makeApplicant(db, now);
  expect(await forPairs(id)).toBe(false);
});

it('a change that says nothing of programs leaves what they ask', async () => {
  await ask(TRAINING);
  const { steps } = await findPolicy(db, now);
  const change = {
    steps,
    needsInsurance: false,
    validFromOn: today,
    reason: 'A test',
    mayStop: 99,
    by: null,
    now,
  };
  await doing(db, (tx) => changePolicy(tx, change));
  expect((await findPolicy(db, now)).programs).toEqual([TRAINING]);
});

it('an administrator ticks what a program asks', async () => {
  await ask(TRAINING);
  const administrator = await inTransaction(db, (tx) => createPerson(tx, { name: 'Makoto', now }));
  const web = house.as(actorOf(administrator, ['administrator']));
  const { html } = await web.get('/trust/policy');
  expect(html).toMatch(/name="programSteps.pairs"[^>]*value="training"[^>]*checked/);
  const fields = Object.fromEntries(
    (await findPolicy(db, now)).steps.flatMap(({ step, demand, validMonths, remindDays }, at) => [
      [`demand.${step}`, demand],
      [`position.${step}`, `${at + 1}`],
      [`validMonths.${step}`, `${validMonths ?? ''}`],
      [`remindDays.${step}`, `${remindDays}`],
    ]),
  );
  const programs = { 'programSteps.pairs': ['pledge', 'training'], 'programInsurance.pairs': 'on' };
  const saved = await web.post('/trust/policy', {
    ...{ ...fields, ...programs, validFromOn: '2026-11-24', policyReason: 'A test', mayStop: '99' },
  });
  expect(saved.status).toBe(303);
  const { programs: asked } = await findPolicy(db, now);
  const pairs = asked.find(({ program }) => program === 'pairs');
  expect([pairs?.steps.toSorted(), pairs?.needsInsurance]).toEqual([['pledge', 'training'], true]);
});
