import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../test/support/house.ts';
import { makeNeighborhood, Story } from '../../test/support/spot.ts';
import { raiseConcern } from '../modules/trust/index.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { askInConversation } from './conversations/request-conversation.tsx';
import { pageMessages } from './pages.ts';
import { personTiesRoute } from './person-ties.tsx';

const house = await testHouse([{ name: 'pages', messages: pageMessages, routes: [personTiesRoute] }]);
const place = await makeNeighborhood(house.db, 2);
const story = new Story(place);
const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));

test('leads from a person to what they asked for, promised, wrote, and to concerns, on the record', async () => {
  const requestId = await story.confirmed();
  const { residentId, coordinatorId } = place;
  const now = story.now;
  const thread = {
    requestId,
    requesterId: residentId,
    coordinatorId,
    words: 'Which form?',
    locale: 'en',
    now,
  };
  await inTransaction(house.db, (tx) => askInConversation(tx, thread));
  const concern = { program: 'spot', objectKind: 'spot.request', objectId: requestId, words: 'x', now };
  const raise = (about: string) =>
    inTransaction(house.db, (tx) => raiseConcern(tx, { ...concern, about, by: residentId }));
  const [aboutVolunteer, aboutReader] = [await raise(story.first), await raise(coordinatorId)];

  const resident = await coordinator.get(`/people/${residentId}/ties`);
  expect(resident.html).toContain(`/desk/requests/${requestId}"`);
  expect(resident.html).toMatch(/href="\/en\/conversations\/[0-9a-f-]{36}"/);
  expect(resident.html).toContain(`/trust/concerns/${aboutVolunteer}"`);
  expect(resident.html).not.toContain(aboutReader);
  expect(resident.html).toContain(`/people/${residentId}"`);
  const volunteer = await coordinator.get(`/people/${story.first}/ties`);
  expect(volunteer.html).toContain(`/desk/requests/${requestId}"`);
  expect(volunteer.html).toContain(`/trust/concerns/${aboutVolunteer}"`);

  const seen = await house.db
    .selectFrom('audit.entries')
    .select('subject_id')
    .where('action', '=', 'people.ties.viewed')
    .where('outcome', '=', 'seen')
    .execute();
  expect(seen.map(({ subject_id }) => subject_id)).toEqual([residentId, story.first]);
});

test('is no page about oneself, and for coordinators only', async () => {
  expect((await coordinator.get(`/people/${place.coordinatorId}/ties`)).status).toBe(404);
  for (const role of ['volunteer', 'administrator', 'resident'] as const) {
    const other = house.as(actorOf({ id: story.first }, [role]));
    expect((await other.get(`/people/${place.residentId}/ties`)).status).toBe(403);
  }
});
