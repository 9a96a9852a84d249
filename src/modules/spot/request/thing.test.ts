import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import {
  accepted,
  askInWords,
  makeNextNeighborhood,
  makeVolunteer,
  Story,
} from '../../../../test/support/spot.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { conversationsModule, findOpenThreadId, findThread } from '../../conversations/index.ts';
import { keepApart, suspendPerson } from '../../trust/index.ts';
import { askBack, cancelRequest, closeRequest, confirmAssignment, releaseVolunteer } from '../index.ts';
import { requestThing } from './thing.ts';

const { db } = await testDatabase();
const { listeners = [] } = conversationsModule([requestThing]);
const begin = async () => new Story(await makeNextNeighborhood(db, 2));

async function hear(type: string, ids: Record<string, string>, story: Story): Promise<void> {
  const context = { db, clock: () => story.now, log: pino({ level: 'silent' }) };
  for (const listener of listeners.filter(({ event }) => event === type))
    await listener.handle({ id: crypto.randomUUID(), type, ids }, context);
}

const open = (requestId: string, kind: 'visit' | 'asking' = 'visit') =>
  findOpenThreadId(db, kind, { kind: 'spot.request', id: requestId });
const release = (story: Story, id: string) =>
  story.act((tx) => releaseVolunteer(tx, { ...story.on(id, 'coordinator'), reason: '' }));
const decision = (story: Story) => ({
  reason: 'A worry is looked into.',
  by: { personId: story.place.coordinatorId, role: 'coordinator' },
  now: story.now,
});

test('the two who have agreed can talk until one no longer comes', async () => {
  const story = await begin();
  const requestId = await story.confirmed();
  await hear('spot.assignment.confirmed', { requestId }, story);
  const id = (await open(requestId)) ?? '';
  expect((await findThread(db, id))?.participantIds).toEqual([story.place.residentId, story.first].sort());
  await hear('spot.assignment.confirmed', { requestId }, story);
  expect(await open(requestId)).toBe(id);
  accepted(await release(story, requestId));
  await hear('spot.assignment.released', { requestId }, story);
  expect(await open(requestId)).toBeNull();
});

describe('news that come late', () => {
  test('of an agreement open nothing after the request was cancelled', async () => {
    const story = await begin();
    const requestId = await story.confirmed();
    const on = { ...story.on(requestId, 'requester'), reason: '' };
    accepted(await story.act((tx) => cancelRequest(tx, on)));
    await hear('spot.request.cancelled', { requestId }, story);
    await hear('spot.assignment.confirmed', { requestId }, story);
    expect(await open(requestId)).toBeNull();
  });

  test('of one volunteer neither silence the next nor let the former read along', async () => {
    const story = await begin();
    const requestId = await story.confirmed();
    const next = await inTransaction(db, (tx) => makeVolunteer(tx));
    accepted(await release(story, requestId));
    accepted(await story.accept(requestId, next));
    accepted(await story.act((tx) => confirmAssignment(tx, story.on(requestId, 'requester'))));
    for (const late of ['spot.assignment.confirmed', 'spot.assignment.released']) {
      await hear(late, { requestId, volunteerId: story.first }, story);
      const id = (await open(requestId)) ?? '';
      expect((await findThread(db, id))?.participantIds).toEqual([story.place.residentId, next].sort());
    }
  });
});

describe('a suspension ends what can be said', () => {
  for (const who of ['resident', 'volunteer'] as const) {
    test(`of the ${who}, also when the visit is over, and for news that come after it`, async () => {
      const story = await begin();
      const requestId = await story.visited();
      await hear('spot.assignment.confirmed', { requestId }, story);
      expect(await open(requestId)).not.toBeNull();
      const personId = who === 'resident' ? story.place.residentId : story.first;
      accepted(await story.act((tx) => suspendPerson(tx, { personId, ...decision(story) })));
      await hear('trust.person.suspended', { personId }, story);
      expect(await open(requestId)).toBeNull();
      await hear('spot.assignment.confirmed', { requestId }, story);
      expect(await open(requestId)).toBeNull();
    });
  }

  test('also with the coordinators', async () => {
    const story = await begin();
    const requestId = await story.submitted();
    const { residentId: personId } = story.place;
    await inTransaction(db, (tx) => askInWords(tx, story, requestId));
    accepted(await story.act((tx) => askBack(tx, story.on(requestId, 'coordinator'))));
    await hear('trust.person.suspended', { personId }, story);
    expect(await open(requestId, 'asking')).not.toBeNull();
    accepted(await story.act((tx) => suspendPerson(tx, { personId, ...decision(story) })));
    await hear('trust.person.suspended', { personId }, story);
    expect(await open(requestId, 'asking')).toBeNull();
  });
});

test('two who are kept apart no longer talk, nor do any when the request is closed', async () => {
  for (const how of ['apart', 'closed'] as const) {
    const story = await begin();
    const requestId = await story.visited();
    await hear('spot.assignment.confirmed', { requestId }, story);
    const [personId, otherId] = [story.place.residentId, story.first];
    if (how === 'apart') {
      accepted(await story.act((tx) => keepApart(tx, { personId, otherId, ...decision(story) })));
      await hear('trust.people.kept_apart', { personId, otherId }, story);
    } else {
      accepted(await story.act((tx) => closeRequest(tx, story.on(requestId, 'coordinator'))));
      await hear('spot.request.closed', { requestId }, story);
    }
    expect(await open(requestId)).toBeNull();
    await hear('spot.assignment.confirmed', { requestId }, story);
    expect(await open(requestId)).toBeNull();
  }
});
