import { expect, test } from 'vitest';
import { testFiles } from '../../../../../test/support/files.ts';
import { actorOf, testHouse, type Visitor } from '../../../../../test/support/house.ts';
import { accepted, makeNeighborhood, Story } from '../../../../../test/support/spot.ts';
import { MONDAY_TEN, samplePlace } from '../../../../../test/support/spot-samples.ts';
import { findPerson, peopleModule } from '../../../people/index.ts';
import { spotModule } from '../../module.ts';
import { confirmAssignment } from '../confirm-assignment.ts';

const spot = spotModule({ files: testFiles(), publicUrl: 'http://localhost:4000' });
const house = await testHouse([peopleModule(), spot]);
const place = await makeNeighborhood(house.db, 2);
const story = new Story(place);
const resident = house.as(actorOf({ id: place.residentId }));
const volunteer = house.as(actorOf({ id: story.first }, ['volunteer']));
const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));
const ASKED = 'Please leave a phone number';

const offerOf = async (requestId: string) => {
  const { id } = await house.db
    .selectFrom('spot.offers')
    .select('id')
    .where('request_id', '=', requestId)
    .where('volunteer_id', '=', story.first)
    .executeTakeFirstOrThrow();
  return `/spot/offers/${id}`;
};
const asksIn = async (who: Visitor, paths: readonly string[]) => {
  const pages = await Promise.all(paths.map((path) => who.get(path)));
  return pages.map(({ text }) => text.includes(ASKED));
};

test('a telephone number is asked for, with the reason, before a yes in person, and shown where it is to be called', async () => {
  const id = await story.asked();
  const offer = await offerOf(id);
  expect(await asksIn(volunteer, ['/spot/offers', offer])).toEqual([true, true]);
  expect(await asksIn(resident, [`/spot/requests/${id}`])).toEqual([true]);
  expect((await volunteer.get(offer)).text).toContain('a coordinator calls you');

  const wrong = await volunteer.post('/me/phone', { phone: 'call me', back: offer });
  expect(Object.keys(wrong.refusals)).toEqual(['phone']);
  expect(wrong.html).toContain(`name="back" value="${offer}"`);
  const kept = await volunteer.post('/me/phone', { phone: '０９０・1234・5678', back: offer });
  expect(kept.location).toBe(offer);
  expect((await findPerson(house.db, story.first))?.phone).toBe('090-1234-5678');
  expect(await asksIn(volunteer, ['/spot/offers', offer])).toEqual([false, false]);

  await story.accept(id, story.first);
  // It can be given after the volunteer's yes as well.
  expect(await asksIn(resident, [`/spot/requests/${id}`])).toEqual([true]);
  expect(
    (await resident.post('/me/phone', { phone: '+81 80 1111 2222', back: 'https://evil.example/' })).location,
  ).not.toContain('evil');
  expect(await asksIn(resident, [`/spot/requests/${id}`])).toEqual([false]);
  accepted(await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester'))));
  const [promise] = await house.db
    .selectFrom('spot.assignments')
    .select('starts_at')
    .where('request_id', '=', id)
    .execute();
  house.clock.set(Temporal.Instant.from(String(promise?.starts_at)).subtract({ hours: 1 }));
  const desk = await coordinator.get(`/desk/requests/${id}`);
  expect(desk.html).toContain('href="tel:09012345678"');
  expect(desk.html).toContain('href="tel:+818011112222"');
});

test('nobody is asked for one to help or be helped online', async () => {
  house.clock.set(story.now);
  const id = await story.asked({
    possibleTimes: [MONDAY_TEN.add({ hours: 24 })],
    place: samplePlace({ kind: 'online', municipalityCode: null, town: null, exactAddress: null }),
  });
  await house.db.updateTable('people.persons').set({ phone: null }).execute();
  expect(await asksIn(volunteer, [await offerOf(id)])).toEqual([false]);
  expect(await asksIn(resident, [`/spot/requests/${id}`])).toEqual([false]);
});
