import { expect, test } from 'vitest';
import { testFiles } from '../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { countUnread, kindNamed, notifications, ORIGIN } from '../../../../test/support/notifications.ts';
import { makeNextNeighborhood, Story } from '../../../../test/support/spot.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { conversationsModule, openThread } from '../../conversations/index.ts';
import { findRequest, spotModule } from '../../spot/index.ts';
import { insertInboxLine } from '../store/notifications.ts';

const house = await testHouse([
  notifications,
  spotModule({ files: testFiles(), publicUrl: ORIGIN }),
  conversationsModule(),
]);
const { db, clock } = house;

async function tell(personId: string, name: string, objectId: string) {
  const news = { occasion: crypto.randomUUID(), personId, kind: kindNamed(name), objectId };
  await inTransaction(db, (tx) => insertInboxLine(tx, news, clock()));
}

test('a request that is opened, or answered, is read; another one’s news stay', async () => {
  const story = new Story(await makeNextNeighborhood(db, 1));
  const { residentId } = story.place;
  const resident = house.as(actorOf({ id: residentId }));
  const requestId = await story.acceptedByFirst();
  await tell(residentId, 'request_accepted', requestId);
  await tell(residentId, 'request_accepted', crypto.randomUUID());
  const ahead = { 'sec-fetch-mode': 'navigate', 'sec-purpose': 'prefetch' };
  await resident.get(`/spot/requests/${requestId}`, ahead);
  await house.as(actorOf({ id: story.first })).get(`/spot/requests/${requestId}`);
  await tell(story.first, 'request_accepted', requestId);
  // It is not theirs: they are led elsewhere, and what they were told is still not before them.
  expect((await house.as(actorOf({ id: story.first })).get(`/spot/requests/${requestId}`)).status).toBe(303);
  expect(await countUnread(db, story.first)).toBe(1);
  expect(await countUnread(db, residentId)).toBe(2);
  await resident.get(`/spot/requests/${requestId}?from=list`);
  expect(await countUnread(db, residentId)).toBe(1);
  await tell(residentId, 'request_accepted', requestId);
  const version = `${(await findRequest(db, requestId))?.version}`;
  await resident.post(`/spot/requests/${requestId}/confirmation`, { version });
  expect((await findRequest(db, requestId))?.state).toBe('confirmed');
  expect(await countUnread(db, residentId)).toBe(1);
});

test('a question is read in the conversation in which it stands', async () => {
  const story = new Story(await makeNextNeighborhood(db, 1));
  const { residentId } = story.place;
  const requestId = await story.submitted();
  const subject = { kind: 'spot.request', id: requestId };
  const about = { kind: 'asking', subject, participantIds: [residentId], now: clock() } as const;
  const threadId = await inTransaction(db, (tx) => openThread(tx, about));
  await tell(residentId, 'request_asked_back', requestId);
  await tell(residentId, 'message_received', threadId);
  await tell(residentId, 'request_opened', requestId);
  await house.as(actorOf({ id: residentId })).get(`/conversations/${threadId}`);
  expect(await countUnread(db, residentId)).toBe(1);
});

test('an offer is read where it is answered, and what is over on the list of all', async () => {
  const story = new Story(await makeNextNeighborhood(db, 1));
  const requestId = await story.asked();
  const volunteer = house.as(actorOf({ id: story.first }, ['volunteer']));
  await tell(story.first, 'offer_asked', requestId);
  await tell(story.first, 'offer_closed', crypto.randomUUID());
  const answer = await volunteer.post(`/spot/offers/${requestId}/refusal`, {});
  expect(answer.location).toBe('/spot/offers');
  expect(await countUnread(db, story.first)).toBe(1);
  // The news leads to the page by the request's id, and its card answers there.
  expect((await volunteer.get(`/spot/offers/${requestId}`)).status).toBe(200);
  const nobodyAsked = house.as(actorOf({ id: story.place.residentId }, ['volunteer']));
  expect((await nobodyAsked.get(`/spot/offers/${requestId}`)).status).toBe(404);
  await volunteer.get('/spot/offers');
  expect(await countUnread(db, story.first)).toBe(0);
});
