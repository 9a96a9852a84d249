import { expect, test } from 'vitest';
import { testFiles } from '../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { makeNeighborhood, Story } from '../../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../../test/support/spot-samples.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { keepFile } from '../../../platform/files/files.ts';
import { spotRefusals } from '../desk/words.ts';
import { cancelRequest, checkIn, checkOut, closeRequest, confirmAssignment } from '../index.ts';
import { PHOTO_KIND } from '../store/photos.ts';
import { requestRoutes } from './routes.tsx';

const files = testFiles();
const routes = requestRoutes({ files, publicUrl: 'https://otonari.test' });
const house = await testHouse([{ name: 'spot', messages: spotRefusals, routes }]);

test('a photo of a letter is seen only by those who may, while they need it', async () => {
  const story = new Story(await makeNeighborhood(house.db, 1));
  house.clock.set(story.now);
  const { residentId: ownerId, coordinatorId } = story.place;
  const bytes = new Uint8Array([1, 2, 3]);
  const picture = { bytes, mediaType: 'image/webp', width: 1, height: 1, sha256: 'x' } as const;
  const about = { picture, ownerId, kind: PHOTO_KIND, now: story.now };
  const photoId = await inTransaction(house.db, (tx) => keepFile(tx, files, about));
  const id = await story.acceptedByFirst({ photoIds: [photoId] });
  const path = `/spot/requests/${id}/photos/${photoId}`;
  const volunteer = house.as(actorOf({ id: story.first }, ['volunteer']));
  const seenBy = async () => ({
    owner: (await house.as(actorOf({ id: ownerId })).get(path)).status,
    coordinator: (await house.as(actorOf({ id: coordinatorId }, ['coordinator'])).get(path)).status,
    volunteer: (await volunteer.get(path)).status,
  });
  expect(await seenBy()).toEqual({ owner: 200, coordinator: 200, volunteer: 404 });
  await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester')));
  expect(await seenBy()).toEqual({ owner: 200, coordinator: 200, volunteer: 200 });
  story.now = MONDAY_TEN;
  await story.act((tx) => checkIn(tx, story.on(id, 'assigned_volunteer', story.first)));
  expect(await seenBy()).toEqual({ owner: 200, coordinator: 200, volunteer: 200 });
  await story.act((tx) => checkOut(tx, story.on(id, 'assigned_volunteer', story.first)));
  expect(await seenBy()).toEqual({ owner: 200, coordinator: 200, volunteer: 404 });
  await story.act((tx) => closeRequest(tx, story.on(id, 'coordinator')));
  expect(await seenBy()).toEqual({ owner: 200, coordinator: 404, volunteer: 404 });
});

test('nobody but its owner sees a photo of a request that was cancelled', async () => {
  const story = new Story(await makeNeighborhood(house.db, 1));
  house.clock.set(story.now);
  const bytes = new Uint8Array([1, 2, 3]);
  const picture = { bytes, mediaType: 'image/webp', width: 1, height: 1, sha256: 'x' } as const;
  const about = { picture, ownerId: story.place.residentId, kind: PHOTO_KIND, now: story.now };
  const photoId = await inTransaction(house.db, (tx) => keepFile(tx, files, about));
  const id = await story.submitted({ photoIds: [photoId] });
  const path = `/spot/requests/${id}/photos/${photoId}`;
  const coordinator = house.as(actorOf({ id: story.place.coordinatorId }, ['coordinator']));
  expect((await coordinator.get(path)).status).toBe(200);
  await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'requester'), reason: '' }));
  expect((await coordinator.get(path)).status).toBe(404);
  expect((await house.as(actorOf({ id: story.place.residentId })).get(path)).status).toBe(200);
});
