import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../test/support/house.ts';
import { MODULES } from '../../test/support/joined.ts';
import { askInWords, makeNeighborhood, Story } from '../../test/support/spot.ts';
import { raiseConcern } from '../modules/trust/index.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { pageMessages } from './pages.ts';
import { personTiesRoute } from './person-ties.tsx';

const parts = MODULES.flatMap(({ personParts = [] }) => personParts);
const house = await testHouse([{ name: 'pages', messages: pageMessages, routes: [personTiesRoute(parts)] }]);
const place = await makeNeighborhood(house.db, 2);
const story = new Story(place);
const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));

test('leads from a person to what they asked for, promised, wrote, and to concerns, on the record', async () => {
  const requestId = await story.confirmed();
  const { residentId, coordinatorId } = place;
  const now = story.now;
  await inTransaction(house.db, (tx) => askInWords(tx, story, requestId));
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

test('goes on behind the twentieth line of a part, and shows that part alone', async () => {
  const { residentId, coordinatorId } = place;
  const concern = { program: 'spot', objectKind: 'spot.request', words: 'x', now: story.now };
  for (let index = 0; index < 21; index++)
    await inTransaction(house.db, (tx) =>
      raiseConcern(tx, { ...concern, objectId: `${index}`, about: story.volunteer(1), by: coordinatorId }),
    );
  const path = `/people/${story.volunteer(1)}/ties`;
  const linesIn = (html: string) => html.match(/\/trust\/concerns\/[0-9a-f-]{36}/g) ?? [];
  const first = await coordinator.get(path);
  expect(linesIn(first.html)).toHaveLength(20);
  const onward = /href="\/en(\/people\/[^"]+part=concerns[^"]+)"/.exec(first.html)?.[1] ?? '';
  const heading = /<nav class="pager" aria-labelledby="([^"]+)"/.exec(first.html)?.[1];
  expect(first.html).toContain(`id="${heading}">Concerns about them, and raised by them</h2>`);
  const second = await coordinator.get(onward.replaceAll('&amp;', '&'));
  expect(linesIn(second.html)).toHaveLength(1);
  expect(linesIn(first.html)).not.toContain(linesIn(second.html)[0]);
  expect(second.html.match(/<h2/g)?.length).toBeLessThan(first.html.match(/<h2/g)?.length ?? 0);
  expect((await coordinator.get(`/people/${residentId}/ties?part=all&after=x`)).status).toBe(200);
});

test('is no page about oneself, and for coordinators only', async () => {
  expect((await coordinator.get(`/people/${place.coordinatorId}/ties`)).status).toBe(404);
  for (const role of ['volunteer', 'administrator', 'resident'] as const) {
    const other = house.as(actorOf({ id: story.first }, [role]));
    expect((await other.get(`/people/${place.residentId}/ties`)).status).toBe(403);
  }
});
