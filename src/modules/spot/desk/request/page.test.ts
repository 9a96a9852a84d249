import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { accepted, makeNeighborhood, makeNextNeighborhood, Story } from '../../../../../test/support/spot.ts';
import { accept } from '../../../../platform/refusal.ts';
import { giveFeedback } from '../../index.ts';
import { deskRoutes } from '../routes.tsx';
import { spotRefusals } from '../words.ts';

const routes = deskRoutes({ askInConversation: async () => accept('') });
const house = await testHouse([{ name: 'spot', messages: spotRefusals, routes }]);

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
  expect(await deskOf(story.place.coordinatorId)).toContain('Look into a concern');
  expect(await deskOf(story.first)).not.toContain('Look into a concern');
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
