import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { applyForPair, pairUp } from '../../../../test/support/pairs.ts';
import { makeVolunteer } from '../../../../test/support/volunteers.ts';
import { settableClock } from '../../../platform/clock.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { findPair } from '../pair/store.ts';
import { insertSignature } from '../terms/store.ts';
import { applicationListeners, lookForReady } from './becoming-ready.ts';
import { findApplication } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const PROFILE = {
  municipalityCode: '13104',
  languages: [{ language: 'en', speak: 3, read: 3, write: 3, phone: 3 }],
  weekly: [{ weekday: 6, startMinute: 600, endMinute: 720 }],
} as const;

/** Lets the listeners hear something twice, as after a process that died between. */
async function hear(event: string, personId: string) {
  for (const listener of [...applicationListeners, ...applicationListeners].filter(
    (one) => one.event === event,
  ))
    await listener.handle(
      { id: 'one', type: event, ids: { personId, applicationId: '' }, at: now } as never,
      { db, clock: settableClock(now.toString()), log: null } as never,
    );
}
const stateOf = async (id: string) => (await findApplication(db, id))?.state;
const accepted = (side: 'resident' | 'volunteer', personId: string) =>
  inTransaction(db, async (tx) => {
    const { id } = await applyForPair(tx, { side, personId, state: 'accepted', now });
    const signature = { version: 1, locale: 'en', signedAt: now, recordedBy: null } as const;
    await insertSignature(tx, { applicationId: id, side }, signature);
    return id;
  });

test('what another module fulfilled last makes an accepted application ready', async () => {
  const complete = await inTransaction(db, (tx) => createPerson(tx, { name: 'Maya', ...PROFILE, now }));
  const bare = await inTransaction(db, (tx) => createPerson(tx, { name: 'Ren', now }));
  const [one, other] = [await accepted('resident', complete.id), await accepted('resident', bare.id)];
  await lookForReady(db, now);
  expect([await stateOf(one), await stateOf(other)]).toEqual(['ready', 'accepted']);
});

test('a volunteer is ready as soon as they are approved', async () => {
  const volunteer = await makeVolunteer(db, now, PROFILE);
  const id = await accepted('volunteer', volunteer.id);
  await hear('trust.volunteer.approved', volunteer.id);
  expect(await stateOf(id)).toBe('ready');
});

/** Two whose half year is under way. */
async function two() {
  const coordinatorId = (await inTransaction(db, (tx) => createPerson(tx, { name: 'Sato', now }))).id;
  return inTransaction(db, async (tx) => {
    const volunteer = await applyForPair(tx, { side: 'volunteer', now });
    const resident = await applyForPair(tx, { side: 'resident', now });
    const ids = { volunteerApplicationId: volunteer.id, residentApplicationId: resident.id };
    const pairId = await pairUp(tx, { ...ids, coordinatorId, state: 'active', now });
    return { volunteer, resident, pairId };
  });
}

test('an application ends with its person, and so does what it has led to', async () => {
  const { resident, pairId } = await two();
  await hear('people.person.leaving', resident.personId);
  expect(await stateOf(resident.id)).toBe('withdrawn');
  expect((await findPair(db, pairId))?.state).toBe('ended');
});

test('who stops being a volunteer is in no pair as one, and stays a resident', async () => {
  const { volunteer, resident, pairId } = await two();
  await hear('trust.volunteer.left', resident.personId);
  expect([await stateOf(resident.id), (await findPair(db, pairId))?.state]).toEqual(['ready', 'active']);
  await hear('trust.volunteer.left', volunteer.personId);
  expect([await stateOf(volunteer.id), (await findPair(db, pairId))?.state]).toEqual(['withdrawn', 'ended']);
});
