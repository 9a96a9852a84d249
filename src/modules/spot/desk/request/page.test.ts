import { expect, test } from 'vitest';
import { DESK_OF_SPOT } from '../../../../../test/support/desk.ts';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { accepted, makeNeighborhood, makeNextNeighborhood, Story } from '../../../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../../../test/support/spot-samples.ts';
import { giveFeedback } from '../../index.ts';
import { recordNoShow } from '../../meet/check-in.ts';
import { deskRoutes } from '../routes.tsx';
import { spotRefusals } from '../words.ts';

const house = await testHouse([{ name: 'spot', messages: spotRefusals, routes: deskRoutes }, DESK_OF_SPOT]);

test('a worry about a visit is read by coordinators, but not by the one it is about', async () => {
  const story = new Story(await makeNeighborhood(house.db, 1));
  const id = await story.visited();
  house.clock.set(story.now);
  const unsafeWords = 'They asked for money.';
  const feedback = { solution: 'partly', thanksWords: null, isUnsafe: true, unsafeWords } as const;
  accepted(await story.act((tx) => giveFeedback(tx, { ...story.on(id, 'requester'), feedback })));
  const readBy = async (personId: string) =>
    (await house.as(actorOf({ id: personId }, ['coordinator'])).get(`/desk/requests/${id}`)).text;
  expect(await readBy(story.place.coordinatorId)).toContain(unsafeWords);
  expect(await readBy(story.first)).not.toContain(unsafeWords);
  const deskOf = async (personId: string) =>
    (await house.as(actorOf({ id: personId }, ['coordinator'])).get('/desk')).text;
  expect(await deskOf(story.place.coordinatorId)).toContain('told us that something was not right');
  expect(await deskOf(story.first)).not.toContain('told us that something was not right');
});

test('a worry told without words says that they are to be asked', async () => {
  const story = new Story(await makeNextNeighborhood(house.db, 1));
  const id = await story.visited();
  house.clock.set(story.now);
  const feedback = { solution: 'partly', thanksWords: null, isUnsafe: true, unsafeWords: null } as const;
  accepted(await story.act((tx) => giveFeedback(tx, { ...story.on(id, 'requester'), feedback })));
  const coordinator = house.as(actorOf({ id: story.place.coordinatorId }, ['coordinator']));
  const { text } = await coordinator.get(`/desk/requests/${id}`);
  expect(text).toContain('did not write what happened. Please ask them.');
});

test('when two did not meet, both are reached from the page, and that is on record', async () => {
  const story = new Story(await makeNextNeighborhood(house.db, 1));
  const id = await story.confirmed();
  story.now = MONDAY_TEN.add({ minutes: 30 });
  const missed = { ...story.on(id, 'requester'), absent: 'volunteer', reason: 'Nobody came.' } as const;
  accepted(await story.act((tx) => recordNoShow(tx, missed)));
  house.clock.set(story.now);
  const coordinator = house.as(actorOf({ id: story.place.coordinatorId }, ['coordinator']));
  const { html } = await coordinator.get(`/desk/requests/${id}`);
  const call = /id="call".*?<\/section>/s.exec(html)?.[0] ?? '';
  expect(call).toMatch(/Resident.*Sita.*Volunteer.*おとなり0.*Reads English and Japanese/s);
  const seen = await house.db
    .selectFrom('audit.entries')
    .select(['action', 'detail'])
    .where('subject_id', '=', story.first)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(seen).toEqual({ action: 'spot.request.viewed', detail: { contacts: 2 } });
});

test('nobody reads off the numbers to call whether there is a worry about themselves', async () => {
  const story = new Story(await makeNextNeighborhood(house.db, 1));
  const id = await story.visited();
  house.clock.set(story.now.add({ hours: 80 }));
  const readBy = async (personId: string) =>
    (await house.as(actorOf({ id: personId }, ['coordinator'])).get(`/desk/requests/${id}`)).html;
  expect(await readBy(story.place.coordinatorId)).toContain('id="call"');
  expect(await readBy(story.first)).not.toContain('id="call"');
});
