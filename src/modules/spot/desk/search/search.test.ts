import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { accepted, makeNeighborhood, Story } from '../../../../../test/support/spot.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { createPerson } from '../../../people/index.ts';
import { cancelRequest, openRequest } from '../../index.ts';
import { deskRoutes } from '../routes.tsx';
import { spotRefusals } from '../words.ts';

const house = await testHouse([{ name: 'spot', messages: spotRefusals, routes: deskRoutes }]);
const place = await makeNeighborhood(house.db, 1);
const story = new Story(place);
const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));
const other = await inTransaction(house.db, (tx) =>
  createPerson(tx, { name: 'Nguyễn Thị Hoa', roles: ['resident'], now: story.now }),
);
const ofOther = new Story({ ...place, residentId: other.id });

/** Ids of the requests that a search shows, in its order. */
async function find(query: string): Promise<string[]> {
  const { html, status } = await coordinator.get(`/desk/requests?${query}`);
  expect(status).toBe(200);
  return [...html.matchAll(/\/desk\/requests\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '');
}

const ended = await story.submitted({ category: 'medical' });
accepted(
  await story.act((tx) => cancelRequest(tx, { ...story.on(ended, 'coordinator'), reason: 'No need.' })),
);
story.now = story.now.add({ minutes: 1 });
const kept = await story.submitted();
accepted(await story.act((tx) => openRequest(tx, story.on(kept, 'coordinator'))));
ofOther.now = story.now.add({ minutes: 1 });
const elsewhere = await ofOther.submitted({
  place: {
    kind: 'place',
    municipalityCode: '13113',
    town: '神南一丁目',
    placeName: null,
    exactAddress: null,
  },
});

describe('looking through all requests', () => {
  it('shows the finished ones too, the newest first', async () => {
    expect(await find('')).toEqual([elsewhere, kept, ended]);
  });

  it.each([
    ['state=cancelled', [ended]],
    ['category=medical', [ended]],
    ['ward=13113', [elsewhere]],
    ['q=nguyen', [elsewhere]],
    ['q=Sita&state=open', [kept]],
    ['mine=on', [kept]],
    ['q=nobody', []],
    ['q=&state=&category=&ward=', [elsewhere, kept, ended]],
  ])('by %s', async (query, ids) => {
    expect(await find(query)).toEqual(ids);
  });

  it('goes on after the last of a page', async () => {
    expect(await find(`after=${kept}`)).toEqual([ended]);
    expect(await find(`after=${elsewhere}&state=cancelled`)).toEqual([ended]);
  });

  it('is on record for everybody whose name it shows, without what was searched for', async () => {
    await find('q=nguyen');
    const entries = await house.db
      .selectFrom('audit.entries')
      .selectAll()
      .where('action', '=', 'spot.requests.searched')
      .where('subject_id', '=', other.id)
      .execute();
    expect(entries).not.toEqual([]);
    expect(JSON.stringify(entries)).not.toContain('nguyen');
  });

  it('says of what is not chosen that it is all', async () => {
    const { html } = await coordinator.get('/desk/requests');
    expect(html.match(/<option value(?:="")?>All<\/option>/g)).toHaveLength(3);
  });

  it('is for coordinators only', async () => {
    expect((await house.as(actorOf({ id: place.residentId })).get('/desk/requests')).status).toBe(403);
  });
});
