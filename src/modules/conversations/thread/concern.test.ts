import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { closeConcernsAbout, makeNeighborhood, refusedAs, Story } from '../../../../test/support/spot.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { closeRequest } from '../../spot/index.ts';
import { conversationsModule, openThread } from '../index.ts';

const house = await testHouse([conversationsModule()]);

test('a request is not closed over a concern that was raised in its conversation', async () => {
  const story = new Story(await makeNeighborhood(house.db, 1));
  const id = await story.visited();
  const { residentId } = story.place;
  const threadId = await inTransaction(house.db, (tx) =>
    openThread(tx, {
      kind: 'visit',
      subject: { kind: 'spot.request', id },
      participantIds: [residentId, story.first],
      now: story.now,
    }),
  );
  const resident = house.as(actorOf({ id: residentId }));
  const raised = await resident.post(`/conversations/${threadId}/concerns`, {
    concern: 'He asks for money.',
  });
  expect(raised.location).toBe(`/conversations/${threadId}`);
  const close = () => story.act((tx) => closeRequest(tx, story.on(id, 'coordinator')));
  expect(refusedAs(await close())).toBe('look_into_the_concern_first');
  await closeConcernsAbout(story, id);
  expect(refusedAs(await close())).toBe('accepted');
});
