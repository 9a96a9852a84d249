import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { makeNeighborhood, Story } from '../../../../test/support/spot.ts';
import type { Role } from '../../../platform/permissions.ts';
import { cancelRequest } from '../index.ts';
import { findAhead } from './find-ahead.ts';

const { db } = await testDatabase();
const place = await makeNeighborhood(db, 3);
const story = new Story(place);

const aheadOf = (personId: string, ...roles: Role[]) =>
  findAhead(db, personId, { roles: new Set(roles), now: story.now });

test('a resident finds the agreed meeting before what still waits', async () => {
  const waiting = await story.submitted();
  const meeting = await story.confirmed();
  const { requests } = await aheadOf(place.residentId, 'resident');
  expect(requests.map(({ id }) => id)).toEqual([meeting, waiting]);
});

test('what has ended is behind, not ahead', async () => {
  const id = await story.submitted();
  await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'coordinator'), reason: 'It is over.' }));
  const { requests } = await aheadOf(place.residentId, 'resident');
  expect(requests.map((request) => request.id)).not.toContain(id);
});

test('a volunteer finds their visit, another one how many neighbors wait for an answer', async () => {
  await story.asked();
  const busy = await aheadOf(story.first, 'volunteer');
  const free = await aheadOf(place.volunteerIds[1] ?? '', 'volunteer');
  expect([busy.visits.length, busy.offerCount]).toEqual([1, 0]);
  expect([free.visits.length, free.offerCount]).toEqual([0, 1]);
});

test('somebody without the part of a volunteer is told of no offers', async () => {
  const { visits, offerCount } = await aheadOf(story.first, 'resident');
  expect([visits.length, offerCount]).toEqual([0, 0]);
});
