import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { applyForPair, pairUp } from '../../../../test/support/pairs.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { conversationsModule, findOpenThreadId, settle } from '../../conversations/index.ts';
import { createPerson } from '../../people/index.ts';
import { findNewestApplication } from '../applications/store.ts';
import { applicantThing } from '../applications/thing.ts';
import { pairsModule } from '../module.ts';
import type { PairState } from '../types.ts';
import { knowEachOther } from './store/close-to.ts';
import { updatePair } from './store.ts';
import { PAIR } from './subject.ts';
import { pairThing } from './thing.ts';

const house = await testHouse([
  conversationsModule([applicantThing, pairThing]),
  pairsModule({ publicUrl: 'https://otonari.test' }),
]);
const { db } = house;
const now = house.clock();
const staff = await inTransaction(db, (tx) => createPerson(tx, { name: 'Sato', weekly: [], now }));

async function two(state: PairState) {
  return inTransaction(db, async (tx) => {
    const volunteer = await applyForPair(tx, { side: 'volunteer', name: 'Sachiko', now });
    const resident = await applyForPair(tx, { side: 'resident', name: 'Sita', now });
    const ids = { volunteerApplicationId: volunteer.id, residentApplicationId: resident.id };
    const id = await pairUp(tx, { ...ids, coordinatorId: staff.id, state, now });
    return { id, volunteerId: volunteer.personId, residentId: resident.personId };
  });
}
const whoTalks = async (id: string) => (await pairThing.whoTalks(db, id, now)).together.length;

test.each<[PairState, number]>([
  ['proposed', 0],
  ['offered', 0],
  ['introduction', 2],
  ['active', 2],
  ['paused', 2],
  ['fell_through', 0],
  ['completed', 0],
  ['ended', 0],
])('of a pair that is %s, %i talk with each other', async (state, count) => {
  expect(await whoTalks((await two(state)).id)).toBe(count);
});

test('nobody talks once one of them stopped it, until a coordinator lets them', async () => {
  const { id } = await two('active');
  await inTransaction(db, (tx) => updatePair(tx, id, { writing_stopped_at: now }));
  expect(await whoTalks(id)).toBe(0);
  await inTransaction(db, (tx) => updatePair(tx, id, { writing_stopped_at: null }));
  expect(await whoTalks(id)).toBe(2);
});

test('both find their talk from their page, and nobody else does', async () => {
  const { id, volunteerId, residentId } = await two('introduction');
  await inTransaction(db, (tx) => settle(tx, { kind: PAIR, id }, { thing: pairThing, now }));
  const threadId = await findOpenThreadId(db, 'visit', { kind: PAIR, id });
  for (const personId of [volunteerId, residentId]) {
    const web = house.as(actorOf({ id: personId }));
    expect((await web.get(`/pairs/${id}/conversation`)).location).toBe(`/conversations/${threadId}`);
  }
  const stranger = house.as(actorOf(staff, []));
  expect((await stranger.get(`/pairs/${id}/conversation`)).status).toBe(404);
});

test('each side writes to the coordinators without the other', async () => {
  const { residentId, volunteerId } = await two('introduction');
  const resident = house.as(actorOf({ id: residentId }));
  expect((await resident.get('/pairs/coordinators/conversation')).text).toContain(
    'Write to the coordinators about your pair',
  );
  const sent = await resident.post('/pairs/coordinators/conversation', {
    words: 'May my sister come too?',
    ready: '',
  });
  expect((await resident.get(sent.location ?? '')).text).toContain('May my sister come too?');
  const desk = house.as(actorOf(staff, ['coordinator']));
  expect((await desk.get(`/desk/pairs/applicants/${residentId}/conversation`)).location).toBe(sent.location);
  const volunteer = house.as(actorOf({ id: volunteerId }, ['volunteer']));
  expect((await volunteer.get(sent.location ?? '')).status).toBe(404);
});

test('a coordinator reads neither the application nor the talk with the office of whoever is in a pair with them', async () => {
  const { volunteerId, residentId } = await two('active');
  const proposed = await two('proposed');
  const colleague = house.as(actorOf({ id: volunteerId }, ['coordinator']));
  const other = house.as(actorOf(staff, ['coordinator']));
  const application = await findNewestApplication(db, residentId);
  for (const path of [
    `/desk/pairs/applications/${application?.id}`,
    `/desk/pairs/applicants/${residentId}/conversation`,
  ]) {
    expect((await colleague.get(path)).status, path).toBe(404);
    expect((await other.get(path)).status, path).toBe(200);
  }
  // Of a proposal neither knows yet, so nothing may tell them.
  expect(await knowEachOther(db, proposed.volunteerId, proposed.residentId)).toBe(false);
});
